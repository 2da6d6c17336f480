/**
 * Scores every movie for a user: scores[j] = v_j . u
 *
 * A score is off by some 1e-5 of |v_j| |u|, the same on every machine.
 */
import type { Model } from "../artifacts/model.ts";
import { createRowScorer } from "../numerics/row-scorer.ts";
import { perModel } from "./per-model.ts";

type Embeddings = Pick<Model, "movies" | "dimensions" | "embeddings">;

/** [n] every movie's score. @param into [n] where they are put; default: an array of their own */
export const modelScoresOf = (
  model: Embeddings,
  user: Float64Array,
  into = new Float64Array(model.movies.length),
): Float64Array => scorerOf(model)(user, into);

const scorerOf = perModel(({ dimensions, embeddings }: Embeddings) =>
  createRowScorer(embeddings, dimensions),
);

/** v_j . u for one movie, j. */
export function scoreOf(embeddings: Float32Array, j: number, user: Float64Array): number {
  const d = user.length;
  const unrolled = d - (d % 4);
  const row = j * d;
  let [a, b, c, e] = [0, 0, 0, 0]; // four sums at a time: the processor need not wait for one addition to end
  for (let k = 0; k < unrolled; k += 4) {
    a += embeddings[row + k]! * user[k]!;
    b += embeddings[row + k + 1]! * user[k + 1]!;
    c += embeddings[row + k + 2]! * user[k + 2]!;
    e += embeddings[row + k + 3]! * user[k + 3]!;
  }
  for (let k = unrolled; k < d; k++) a += embeddings[row + k]! * user[k]!;
  return a + b + (c + e);
}
