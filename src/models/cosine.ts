import type { Csr } from "../numerics/csr.ts";

/** A sparse vector: values[k] at indices[k], each index once. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: ArrayLike<number>;
}

export const rowOf = ({ starts, indices, values }: Csr, row: number): SparseVector => ({
  indices: indices.subarray(starts[row]!, starts[row + 1]!),
  values: values.subarray(starts[row]!, starts[row + 1]!),
});

const squaredLength = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]! * values[at]!;
  return sum;
};

/**
 * Compares a sparse vector with all columns of a matrix: cosine * common / (common + shrinkage), where common
 * is how many entries the two share. So few in common prove little.
 *
 * Source: Herlocker, Konstan, Borchers & Riedl, SIGIR 1999 (significance weighting), in the smooth form of Bell
 * & Koren, ICDM 2007, equation 5.
 *
 * @param matrix [length of a vector x columns], by rows, so that only what the vector has is looked at
 * @param columns the same by columns, for their lengths
 * @returns similarities [columns], 0 with nothing in common; valid until the next call
 */
export function comparisonWith(matrix: Csr, columns: Csr, shrinkage: number) {
  const lengths = Float64Array.from({ length: columns.rows }, (_, column) =>
    Math.sqrt(squaredLength(rowOf(columns, column).values)),
  );
  const products = new Float64Array(columns.rows);
  const common = new Int32Array(columns.rows);
  const { starts, indices, values } = matrix;
  return (vector: SparseVector): Float64Array => {
    products.fill(0);
    common.fill(0);
    for (let at = 0; at < vector.indices.length; at++) {
      const row = vector.indices[at]!;
      const value = vector.values[at]!;
      const last = starts[row + 1]!;
      for (let entry = starts[row]!; entry < last; entry++) {
        const column = indices[entry]!;
        products[column]! += value * values[entry]!;
        common[column]!++;
      }
    }
    const length = Math.sqrt(squaredLength(vector.values));
    for (let column = 0; column < products.length; column++) {
      if (common[column] === 0) continue;
      const scale = length * lengths[column]!;
      if (scale > 0) products[column]! *= common[column]! / ((common[column]! + shrinkage) * scale);
    }
    return products;
  };
}
