/**
 * How many of the people trained on would have rated a film, had they had the time: from how many of the crowd did. Least
 * squares for log(ratings), a parabola in log(1 + crowd).
 */
import { Matrix, solve } from "ml-matrix";

/** Keeps the equations solvable where all crowds are alike: then the usual number is expected. */
const RIDGE = 1e-9;

/** @param crowd, ratings [films] of films that some of the people rated */
export function expectedRatings(
  crowd: readonly number[],
  ratings: readonly number[],
): (crowd: number) => number {
  const middle = crowd.reduce((sum, count) => sum + Math.log1p(count), 0) / crowd.length;
  const powers = (count: number) => {
    const log = Math.log1p(count) - middle;
    return [1, log, log * log];
  };
  const films = new Matrix(crowd.map(powers));
  const equations = films.transpose().mmul(films).add(Matrix.eye(3).mul(RIDGE));
  const [a = 0, b = 0, c = 0] = solve(
    equations,
    films.transpose().mmul(Matrix.columnVector(ratings.map(Math.log))),
  ).to1DArray();
  return (count) => {
    const [, log = 0, squared = 0] = powers(count);
    return Math.exp(a + b * log + c * squared);
  };
}
