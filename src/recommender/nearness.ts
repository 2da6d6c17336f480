/** "More like these": how near movies are to others, by who likes them and by what they are. */
import type { Model } from "../artifacts/model.ts";
import { kinship } from "./kinship.ts";
import { perModel } from "./per-model.ts";
import { standardised } from "./scale.ts";
import { modelScoresOf } from "./score.ts";

/**
 * [rows] how near they are to these movies, in standard deviations: by who likes them and by what they are.
 *
 * @param inKind share of what they are, where the model knows it
 */
export function nearnessTo(
  model: Model,
  { rows, scale }: { readonly rows: Int32Array; readonly scale: Int32Array },
  near: readonly number[],
  inKind: number,
): Float64Array {
  const alike = standardised(rows, likedAlike(model, near), scale);
  if (model.traits.size === 0) return alike;
  const kind = standardised(rows, kinship(model, near), scale);
  return alike.map((value, at) => (1 - inKind) * value + inKind * kind[at]!);
}

/**
 * Cosine of each item embedding with the mean direction of these, times that mean's length; 0 for movies without an
 * embedding.
 */
function likedAlike(model: Model, near: readonly number[]): Float64Array {
  const { embeddings, dimensions: d } = model;
  const lengthOf = lengths(model);
  const direction = new Float64Array(d);
  for (const row of near) {
    if (lengthOf[row] === 0) continue;
    for (let k = 0; k < d; k++) direction[k]! += embeddings[row * d + k]! / lengthOf[row]! / near.length;
  }
  const scores = modelScoresOf(model, direction);
  for (let row = 0; row < scores.length; row++) {
    scores[row] = lengthOf[row] === 0 ? 0 : scores[row]! / lengthOf[row]!;
  }
  return scores;
}

/** [n] the root of the mean square length of each item embedding */
const lengths = perModel(({ movies, embeddings, dimensions: d, placement }: Model) => {
  const computed = new Float64Array(movies.length);
  const spread = placement?.spread.reduce((sum, value) => sum + value, 0) ?? 0;
  for (let row = 0; row < computed.length; row++) {
    let squared = placement ? spread * placement.deviation[row]! ** 2 : 0;
    for (let k = row * d; k < (row + 1) * d; k++) squared += embeddings[k]! * embeddings[k]!;
    computed[row] = Math.sqrt(squared);
  }
  return computed;
});
