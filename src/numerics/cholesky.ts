/**
 * Solves P x = b for a symmetric positive definite P, by Cholesky: P = L L'.
 *
 * Source: Golub & Van Loan, Matrix Computations, 4th ed., algorithms 4.2.1, 3.1.1 and 3.1.2. Written out
 * here because it runs on every reaction: on flat arrays it takes a fifth of the time of a general library.
 */

/**
 * The lower factor L [d x d], row-major; above the diagonal it is 0.
 *
 * @param matrix [d x d] row-major; only the lower triangle is read
 * @throws RangeError where the matrix is not positive definite
 */
export function choleskyFactor(matrix: Float64Array, d: number): Float64Array {
  const factor = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    const rowI = i * d;
    for (let j = 0; j <= i; j++) {
      const rowJ = j * d;
      let sum = matrix[rowI + j]!;
      for (let k = 0; k < j; k++) sum -= factor[rowI + k]! * factor[rowJ + k]!;
      if (i !== j) factor[rowI + j] = sum / factor[rowJ + j]!;
      else if (sum > 0) factor[rowI + i] = Math.sqrt(sum);
      else throw new RangeError(`not positive definite: pivot ${i} of ${d} is ${sum}`);
    }
  }
  return factor;
}

/** x [d] with L L' x = b. */
export function choleskySolve(factor: Float64Array, b: Float64Array): Float64Array {
  const x = forwardSolve(factor, b);
  const d = x.length;
  for (let i = d - 1; i >= 0; i--) {
    x[i] = x[i]! / factor[i * d + i]!;
    for (let k = 0; k < i; k++) x[k] = x[k]! - factor[i * d + k]! * x[i]!;
  }
  return x;
}

/** z [d] with L z = b. Its squared length is b' inv(P) b. */
export function forwardSolve(factor: Float64Array, b: Float64Array): Float64Array {
  const d = b.length;
  const z = Float64Array.from(b);
  for (let i = 0; i < d; i++) {
    let sum = z[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * d + k]! * z[k]!;
    z[i] = sum / factor[i * d + i]!;
  }
  return z;
}

/** The diagonal [d] of inv(L L'): the squared lengths of the columns of inv(L). */
export function inverseDiagonal(factor: Float64Array, d: number): Float64Array {
  const diagonal = new Float64Array(d);
  const column = new Float64Array(d);
  for (let k = 0; k < d; k++) {
    for (let i = k; i < d; i++) {
      let sum = i === k ? 1 : 0;
      for (let j = k; j < i; j++) sum -= factor[i * d + j]! * column[j]!;
      column[i] = sum / factor[i * d + i]!;
      diagonal[k]! += column[i]! ** 2;
    }
  }
  return diagonal;
}

/** inv(L L') [d x d], both triangles. */
export function choleskyInverse(factor: Float64Array, d: number): Float64Array {
  const inverse = new Float64Array(d * d);
  for (let k = 0; k < d; k++) {
    const unit = new Float64Array(d);
    unit[k] = 1;
    inverse.set(choleskySolve(factor, unit), k * d);
  }
  return inverse;
}
