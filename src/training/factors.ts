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

/** A matrix of preference weights [m x n] by its truncated SVD: X = U S, Y = V. */
export async function svdFactors(matrix: Csr, options: SvdOptions): Promise<Factors> {
  const { dimensions, left, singularValues, right } = await truncatedSvd(matrix, options);
  const users = left.map((value, at) => value * singularValues[at % dimensions]!);
  return { dimensions, users, movies: right };
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
