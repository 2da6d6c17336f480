/**
 * Who wants to be surprised gets what is promising and not known to please: the upper confidence bound of what is expected. The score
 * of a film that many have rated is uncertain for being large; what counts here is how little is known of the person in its direction,
 * the deviation of the score over the length of the film's embedding.
 *
 * Source: Li, Chu, Langford & Schapire, "A Contextual-Bandit Approach to Personalized News Article Recommendation", WWW 2010.
 */
import type { Model } from "../artifacts/model.ts";
import { lengthsOf } from "./nearness.ts";
import type { Policy } from "./policy.ts";
import { standardScores } from "./scale.ts";
import type { Placed } from "./variety.ts";

/**
 * @param best best first
 * @param uncertainty standard deviation of the score of the film in a row
 * @returns the best of these, with the scores by which they now come
 */
export function unknownFirst<T extends Placed>(
  model: Model,
  best: readonly T[],
  { among, uncertainty: weight }: Policy["surprise"],
  uncertainty: (row: number) => number,
): T[] {
  const lengths = lengthsOf(model);
  const considered = best.slice(0, among);
  const scores = standardScores(Float64Array.from(considered, ({ score }) => score));
  const unknown = standardScores(
    Float64Array.from(considered, ({ row }) => (lengths[row] === 0 ? 0 : uncertainty(row) / lengths[row]!)),
  );
  return considered
    .map((one, at) => ({ ...one, score: scores[at]! + weight * unknown[at]!, hope: 0 }))
    .sort((a, b) => b.score - a.score || a.row - b.row);
}
