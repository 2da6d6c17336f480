/** Which look a film gets. */
import { createRandom } from "../numerics/random.ts";
import type { Look } from "./stage.ts";
import type { Terms } from "./terms.ts";

/** How far chance may go against what suits: films of one kind get many looks. */
const CHANCE = 1.2;

const fit = ({ suits }: Look, terms: Terms): number => {
  let sum = 0;
  for (const [term, weight] of Object.entries(suits)) sum += weight * (terms.get(term) ?? 0);
  return sum;
};

/** All looks, the one that suits best first. */
export function rankLooks(looks: readonly Look[], terms: Terms, seed: number): readonly Look[] {
  const random = createRandom(seed);
  return looks
    .map((look) => ({ look, score: fit(look, terms) + CHANCE * random.uniform() }))
    .sort((a, b) => b.score - a.score)
    .map(({ look }) => look);
}
