/**
 * Films that follow each other are unlike each other: of those that rank best the next is always the one with the highest
 *
 *     score - (hope + 1) max over the films just before it of (genres J + taste max(0, c))
 *
 * J the Jaccard similarity of the genres, c the cosine of the item embeddings, hope the part of the score that is expected of the film.
 *
 * Source: Carbonell & Goldstein, "The Use of MMR, Diversity-Based Reranking for Reordering Documents and Producing Summaries",
 * SIGIR 1998, which looks at all that came before; who sees one film at a time remembers the last few.
 */
import type { Model } from "../artifacts/model.ts";
import { likenessOfGenres } from "./genre-profile.ts";
import { lengthsOf } from "./nearness.ts";
import type { Policy } from "./policy.ts";

export interface Placed {
  readonly row: number;
  readonly score: number;
  /** What is expected of the film, in standard deviations above the mean. */
  readonly hope: number;
}

/**
 * @param best best first
 * @param after rows of what was shown before, the latest last
 * @param limit how many are to be placed
 */
export function varied<T extends Placed>(
  model: Model,
  { variety }: Policy["ranking"],
  best: readonly T[],
  after: readonly number[],
  limit: number,
): T[] {
  const left = [...best];
  const before = [...after];
  const placed: T[] = [];
  while (placed.length < limit && left.length > 0) {
    const lately = variety.cards === 0 ? [] : before.slice(-variety.cards);
    let [next, highest] = [0, Number.NEGATIVE_INFINITY];
    for (const [at, { row, score, hope }] of left.entries()) {
      if (score <= highest) break; // best first: what follows is no better, and likeness only takes off
      const worth = score - Math.max(0, hope + 1) * likenessTo(model, variety, row, lately);
      if (worth > highest) [next, highest] = [at, worth];
    }
    const [chosen] = left.splice(next, 1) as [T];
    placed.push(chosen);
    before.push(chosen.row);
  }
  return placed;
}

function likenessTo(
  model: Model,
  { genres, taste }: Policy["ranking"]["variety"],
  row: number,
  others: readonly number[],
): number {
  let most = 0;
  for (const other of others)
    most = Math.max(
      most,
      genres * likenessOfGenres(model, row, other) + taste * Math.max(0, cosine(model, row, other)),
    );
  return most;
}

function cosine(model: Model, a: number, b: number): number {
  const { embeddings, dimensions: d } = model;
  const lengths = lengthsOf(model);
  if (lengths[a] === 0 || lengths[b] === 0) return 0;
  let sum = 0;
  for (let k = 0; k < d; k++) sum += embeddings[a * d + k]! * embeddings[b * d + k]!;
  return sum / (lengths[a]! * lengths[b]!);
}
