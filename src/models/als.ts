import { preferenceWeights } from "../dataset/prepare/transform.ts";
import {
  alternatingLeastSquares,
  LEAST_SQUARES_DEFAULTS,
  type LeastSquaresOptions,
} from "../numerics/alternating-least-squares.ts";
import { choleskyFactor, choleskySolve } from "../numerics/cholesky.ts";
import { gramOf } from "../numerics/gram.ts";
import type { FitData } from "./fit.ts";
import type { FittedModel } from "./fitted-model.ts";
import { addScaledRow, productsWith } from "./item-vectors.ts";
import { tieBreak } from "./popularity.ts";
import { type RatingMatrix, ratingMatrix } from "./rating-matrix.ts";

export interface AlsOptions extends LeastSquaresOptions {
  /** At how many stars a rating says nothing: preferenceWeights. Default 2. */
  readonly indifferentStars?: number;
}

/**
 * Alternating least squares for implicit feedback: src/numerics/alternating-least-squares.ts. A person's x solves
 * (Y'Y + lambda I + sum of alpha w y y') x = sum of (1 + alpha w) y over what they rated, exactly.
 */
export async function fitAls(
  { ratings }: FitData,
  options: AlsOptions = {},
): Promise<FittedModel<Float64Array>> {
  const matrix = ratingMatrix(ratings, preferenceWeights(ratings.stars, options.indifferentStars));
  const { movies: vectors } = await alternatingLeastSquares(matrix, options);
  return leastSquaresModel(vectors, { ...LEAST_SQUARES_DEFAULTS, ...options }, matrix);
}

/**
 * A model of item vectors that some alternating least squares came to.
 *
 * @param vectors [n x factors]
 * @param matrix of the ratings it was fitted to: among equals the more rated movie goes first
 * @param penaltyOf lambda for a person with so many ratings. Default: the options' for everybody
 */
export function leastSquaresModel(
  vectors: Float64Array,
  options: AlsOptions & Required<Pick<AlsOptions, "factors" | "confidence" | "regularisation">>,
  matrix: RatingMatrix,
  penaltyOf: (ratings: number) => number = () => options.regularisation,
): FittedModel<Float64Array> {
  const { factors, confidence, indifferentStars } = options;
  const gram = gramOf(vectors, factors);
  const ties = tieBreak(matrix);
  return {
    name: "ALS",
    foldIn({ rows, stars }) {
      const weights = preferenceWeights(stars, indifferentStars).map((weight) => confidence * weight);
      const precision = gram.slice();
      const penalty = penaltyOf(rows.length);
      for (let k = 0; k < factors; k++) precision[k * factors + k]! += penalty;
      const target = new Float64Array(factors);
      for (let at = 0; at < rows.length; at++) {
        addOuterProduct(vectors, rows[at]!, weights[at]!, precision, factors);
        addScaledRow(vectors, rows[at]!, 1 + weights[at]!, target);
      }
      return choleskySolve(choleskyFactor(precision, factors), target);
    },
    score: (user) => productsWith(vectors, user, ties),
  };
}

/** matrix += factor * v v' for row v of the vectors, on and below the diagonal. */
function addOuterProduct(
  vectors: Float64Array,
  row: number,
  factor: number,
  matrix: Float64Array,
  d: number,
): void {
  const start = row * d;
  for (let i = 0; i < d; i++) {
    const scaled = factor * vectors[start + i]!;
    for (let k = 0; k <= i; k++) matrix[i * d + k]! += scaled * vectors[start + k]!;
  }
}
