import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { choleskyFactor, choleskyInverse, choleskySolve, forwardSolve, inverseDiagonal } from "./cholesky.ts";
import { createRandom } from "./random.ts";

test("a 2 x 2 system worked by hand", () => {
  // [4 2; 2 5] = L L' with L = [2 0; 1 2]; x = (1, 2) gives b = (8, 12)
  const factor = choleskyFactor(Float64Array.of(4, 2, 2, 5), 2);
  expect(factor).toEqual(Float64Array.of(2, 0, 1, 2));
  expect(choleskySolve(factor, Float64Array.of(8, 12))).toEqual(Float64Array.of(1, 2));
  expect(forwardSolve(factor, Float64Array.of(2, 5))).toEqual(Float64Array.of(1, 2));
});

test("agrees with ml-matrix on random systems", () => {
  const random = createRandom(1);
  for (const d of [1, 3, 17, 64]) {
    const half = Matrix.from1DArray(
      d,
      d,
      Float64Array.from({ length: d * d }, () => random.normal()),
    );
    const matrix = half.mmul(half.transpose()).add(Matrix.eye(d, d));
    const b = Float64Array.from({ length: d }, () => random.normal());
    const wanted = new CholeskyDecomposition(matrix).solve(Matrix.columnVector(b)).to1DArray();
    const factor = choleskyFactor(Float64Array.from(matrix.to1DArray()), d);
    const found = choleskySolve(factor, b);
    for (let k = 0; k < d; k++) expect(found[k]).toBeCloseTo(wanted[k]!, 8);
    const inverted = inverse(matrix);
    const [whole, diagonal] = [choleskyInverse(factor, d), inverseDiagonal(factor, d)];
    for (const [at, value] of inverted.to1DArray().entries()) expect(whole[at]).toBeCloseTo(value, 8);
    for (const [k, value] of inverted.diagonal().entries()) expect(diagonal[k]).toBeCloseTo(value, 8);
  }
});

test("says so where a matrix is not positive definite", () => {
  expect(() => choleskyFactor(Float64Array.of(1, 2, 2, 1), 2)).toThrow(/not positive definite/);
});
