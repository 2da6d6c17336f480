import { alternatingLeastSquares } from "../numerics/alternating-least-squares.ts";
import { type Csr, transposed } from "../numerics/csr.ts";
import { type SvdOptions, truncatedSvd } from "../numerics/truncated-svd.ts";

/** Users and movies in one space: x . y is about what a user makes of a movie. */
export interface Factors {
  readonly dimensions: number;
  /** x [m x d] */
  readonly users: Float64Array;
  /** y [n x d] */
  readonly movies: Float64Array;
}

/**
 * A matrix of preference weights [m x n] by its truncated SVD: X = U S, Y = V.
 *
 * With weights W, a person of weight k counts as k people do who rated the same: V is of W^(1/2) A, and X = W^(-1/2) U S.
 *
 * @param weights [m] above 0. Default: 1 each
 */
export async function svdFactors(matrix: Csr, options: SvdOptions, weights?: Float64Array): Promise<Factors> {
  const roots = weights?.map(Math.sqrt);
  const { dimensions, left, singularValues, right } = await truncatedSvd(
    roots ? withRowsTimes(matrix, roots) : matrix,
    options,
  );
  const users = left.map(
    (value, at) => (value * singularValues[at % dimensions]!) / (roots?.[Math.floor(at / dimensions)] ?? 1),
  );
  return { dimensions, users, movies: right };
}

function withRowsTimes(matrix: Csr, factors: Float64Array): Csr {
  const values = matrix.values.slice();
  for (let row = 0; row < matrix.rows; row++)
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at++) values[at]! *= factors[row]!;
  return { ...matrix, values };
}

/** The same by alternating least squares, which takes a rating for surer than none by that confidence. */
export async function confidentFactors(
  matrix: Csr,
  confidence: number,
  { dimensions, ...options }: SvdOptions,
): Promise<Factors> {
  const byMovie = transposed(matrix);
  const byUser = transposed(byMovie); // now its columns ascend, whatever the order of the ratings
  return {
    dimensions,
    ...(await alternatingLeastSquares({ byUser, byMovie }, { ...options, confidence, factors: dimensions })),
  };
}
