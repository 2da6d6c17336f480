/**
 * The first films for somebody of whom nothing is known: likely to be liked, and telling whichever way the answer goes.
 *
 * Of the films that people at large like best, one is worth the more the less would be left unknown of the others once it is
 * answered. A verdict of weight w on film j takes from the variance of the score of film i
 *
 *     (v_i' S v_j)² / (1 / w + v_j' S v_j)
 *
 * whatever the verdict is, and nothing where the two have nothing to do with each other, so that films unlike those answered come
 * next. Source: Cohn, Ghahramani & Jordan, "Active Learning with Statistical Models", JAIR 4, 1996.
 *
 * By chance alone are the films not the same for everybody: to each is added a draw of the Gumbel distribution, of the person and
 * the film, so that the best sum is a draw in proportion to exp(score / scale), and the same whenever it is drawn for the same person.
 * Source: Gumbel, "Statistical Theory of Extreme Values", 1954.
 */
import { createRandom } from "../numerics/random.ts";
import type { Policy } from "./policy.ts";
import type { Ranked } from "./rank.ts";
import { standardScores } from "./scale.ts";
import type { Taste } from "./user-model.ts";

/** Whether next to nothing is known of somebody: a favourite says more than answers to what was shown. */
export const isUnknown = ({ evidence }: Taste, { cards }: Policy["cold_start"]): boolean =>
  evidence.length < cards && evidence.every(({ verdict }) => verdict !== "favourite");

/**
 * The best films, those to be asked about first.
 *
 * @param best best first
 * @param gainOf [best] what an answer to each would tell of all of these
 * @param person any integer
 */
export function toBeginWith(
  best: readonly Ranked[],
  { gain, chance }: Policy["cold_start"],
  gainOf: (rows: readonly number[]) => Float64Array,
  person: number,
): Ranked[] {
  const liked = standardScores(Float64Array.from(best, ({ score }) => score));
  const told = gain === 0 ? liked.map(() => 0) : standardScores(gainOf(best.map(({ row }) => row)));
  return best
    .map((one, at) => ({ one, worth: liked[at]! + gain * told[at]! + chance * gumbel(person, one.row) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ one }) => one);
}

/** An odd number by which rows are spread over the seeds: the next film's draw has nothing to do with this one's. */
const SPREAD = 0x9e3779b1;

const gumbel = (person: number, row: number): number =>
  -Math.log(
    -Math.log(createRandom((person ^ Math.imul(row + 1, SPREAD)) >>> 0).uniform() || Number.MIN_VALUE),
  );
