/**
 * Ridge regression from sparse features, solved among the films instead of the features, which are more:
 *
 *     K_ij = sum over kinds of weight * (f_i . f_j)      alpha = inv(K + diag(noise)) Y      B = F' alpha
 *
 * It is the posterior mean of a Gaussian process whose covariance is the likeness K. What a film would have been given
 * without itself comes with it: y_i - alpha_i / inv(K + diag(noise))_ii.
 *
 * Source: Rasmussen & Williams, Gaussian Processes for Machine Learning, 2006, equations 2.25 and 5.12.
 */
import { type Csr, transposed } from "../../numerics/csr.ts";
import { createInverseRoom, type InverseRoom, invert } from "../../numerics/inverse.ts";

export interface RegressionTask {
  /** [N x columns] the films to learn from */
  readonly features: Csr;
  /** [columns] what a column's part in the likeness of two films counts */
  readonly weights: Float64Array;
  /** [N] more than 0 each: the less a film's target is to be trusted */
  readonly noise: Float64Array;
  /** Y [N x d] row-major */
  readonly targets: Float64Array;
  readonly dimensions: number;
  readonly threads?: number;
}

export interface Regression {
  /** B [columns x d] */
  readonly coefficients: Float64Array;
  /** [N x d] what each film would have been given, had it not been learned from */
  readonly leftOut: Float64Array;
}

/** n³ / 2 multiplications and 8 n² bytes for n films. The same for any number of threads. */
export async function likenessRegression(task: RegressionTask): Promise<Regression> {
  const { features, weights, noise, targets, dimensions: d, threads } = task;
  const n = features.rows;
  const room = createInverseRoom(n);
  fillLikeness(room, features, weights);
  for (let row = 0; row < n; row++) room.matrix[row * room.size + row]! += noise[row]!;
  await invert(room, threads, async () => {});
  const alpha = productWith(room, targets, d);
  const leftOut = targets.map((target, at) => {
    const row = Math.floor(at / d);
    return target - alpha[at]! / room.matrix[row * room.size + row]!;
  });
  return { coefficients: coefficientsOf(features, weights, alpha, d), leftOut };
}

/** K on and below the diagonal: film by film, over the films that share a column with it. */
function fillLikeness({ matrix, size }: InverseRoom, features: Csr, weights: Float64Array): void {
  const { starts: filmsFrom, indices: films, values: valuesOfFilms } = transposed(features);
  const { rows, starts, indices, values } = features;
  for (let row = 0; row < rows; row++) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const column = indices[entry]!;
      const weighted = weights[column]! * values[entry]!;
      for (let at = filmsFrom[column]!; at < filmsFrom[column + 1]!; at++) {
        const other = films[at]!;
        if (other > row) break; // films of a column ascend
        matrix[row * size + other]! += weighted * valuesOfFilms[at]!;
      }
    }
  }
}

/** A Y for the symmetric A that is stored on and below the diagonal. */
function productWith({ matrix, size }: InverseRoom, y: Float64Array, d: number): Float64Array {
  const product = new Float64Array(y.length);
  for (let i = 0; i * d < y.length; i++) {
    for (let j = 0; j < i; j++) {
      const value = matrix[i * size + j]!;
      for (let k = 0; k < d; k++) {
        product[i * d + k]! += value * y[j * d + k]!;
        product[j * d + k]! += value * y[i * d + k]!;
      }
    }
    for (let k = 0; k < d; k++) product[i * d + k]! += matrix[i * size + i]! * y[i * d + k]!;
  }
  return product;
}

function coefficientsOf(
  { rows, columns, starts, indices, values }: Csr,
  weights: Float64Array,
  alpha: Float64Array,
  d: number,
): Float64Array {
  const coefficients = new Float64Array(columns * d);
  for (let row = 0; row < rows; row++) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const column = indices[entry]!;
      const weighted = weights[column]! * values[entry]!;
      for (let k = 0; k < d; k++) coefficients[column * d + k]! += weighted * alpha[row * d + k]!;
    }
  }
  return coefficients;
}
