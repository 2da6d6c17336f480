import type { Model } from "../artifacts/model.ts";
import { perModel } from "./per-model.ts";

/** Added to every deviation, so that a trait of next to no movie does not outweigh all others. In fits, of 255. */
const LEAST_DEVIATION = 26;

/** What is needed of a model for every comparison. */
interface Scales {
  /** [traits] mean fit, and one over its standard deviation */
  readonly means: Float64Array;
  readonly weights: Float64Array;
  /** [movies] length of a movie's profile */
  readonly lengths: Float64Array;
}

/**
 * How alike in kind every movie is to these: the cosine of their profiles, from -1 to 1. A profile holds how far each
 * trait of a movie is from the usual, in standard deviations over all movies.
 *
 * @returns [movies] mean over the movies named
 */
export function kinship(model: Model, near: readonly number[]): Float64Array {
  const { means, weights, lengths } = scales(model);
  const sums = new Float64Array(model.movies.length);
  [...model.traits.values()].forEach((fits, k) => {
    let wanted = 0; // this trait of the movies named
    for (const row of near) {
      if (lengths[row]! > 0) wanted += ((fits[row]! - means[k]!) * weights[k]!) / lengths[row]! / near.length;
    }
    const weight = wanted * weights[k]!;
    for (let row = 0; row < sums.length; row++) sums[row]! += weight * (fits[row]! - means[k]!);
  });
  return sums.map((sum, row) => (lengths[row] === 0 ? 0 : sum / lengths[row]!));
}

const scales = perModel(({ movies, traits }: Model): Scales => {
  const means = new Float64Array(traits.size);
  const weights = new Float64Array(traits.size);
  const squares = new Float64Array(movies.length);
  [...traits.values()].forEach((fits, k) => {
    const mean = fits.reduce((sum, fit) => sum + fit, 0) / fits.length;
    const variance = fits.reduce((sum, fit) => sum + (fit - mean) ** 2, 0) / fits.length;
    const weight = 1 / (Math.sqrt(variance) + LEAST_DEVIATION);
    for (let row = 0; row < squares.length; row++) squares[row]! += ((fits[row]! - mean) * weight) ** 2;
    means[k] = mean;
    weights[k] = weight;
  });
  return { means, weights, lengths: squares.map(Math.sqrt) };
});
