import { entryBounds, evenBounds } from "./bounds.ts";
import type { Csr } from "./csr.ts";
import { GRAM_BLOCK } from "./kernels.ts";
import type { ThreadPool } from "./thread-pool.ts";

/** A dense matrix [rows x width], row-major, in memory that threads share. */
export type Dense = Float64Array<SharedArrayBuffer>;

/** Room that the algebra works in, in the same memory. */
export interface AlgebraRoom {
  /** [width x width] */
  readonly rotation: Dense;
  /** [gramSumsLength] of the longest matrix that gram is asked for */
  readonly gramSums: Dense;
}

export const gramSumsLength = (rows: number, width: number): number =>
  Math.ceil(rows / GRAM_BLOCK) * width * width;

/**
 * Products of sparse and dense matrices on all threads of a pool; everything lies in the pool's memory. The
 * results are the same for any number of threads.
 *
 * @param width columns of every dense matrix, a multiple of the kernels' STRIP
 */
export function createAlgebra(pool: ThreadPool, { rotation, gramSums }: AlgebraRoom, width: number) {
  const rowBytes = 8 * width;

  /** output = matrix * dense */
  const multiply = (matrix: Csr, dense: Dense, output: Dense): Promise<void> => {
    const arrays = [matrix.starts, matrix.indices, matrix.values, dense, output];
    const addresses = arrays.map(({ byteOffset }) => byteOffset);
    return pool.run(
      { kernel: "multiply", with: [...addresses, rowBytes] },
      entryBounds(matrix, pool.threads),
    );
  };

  /** outputs[e] = matrix.values[e] * (left row of e . right row of e's column), for all entries e of the matrix. */
  const multiplySampled = (matrix: Csr, left: Dense, right: Dense, outputs: Float32Array): Promise<void> => {
    const arrays = [matrix.starts, matrix.indices, matrix.values, left, right, outputs];
    const addresses = arrays.map(({ byteOffset }) => byteOffset);
    return pool.run(
      { kernel: "multiplySampled", with: [...addresses, rowBytes] },
      entryBounds(matrix, pool.threads),
    );
  };

  /** output = dense * right, for right [width x width] */
  const timesRight = (dense: Dense, right: Float64Array, output: Dense): Promise<void> => {
    rotation.set(right);
    const given = [dense.byteOffset, rotation.byteOffset, output.byteOffset, rowBytes];
    return pool.run({ kernel: "multiplyRight", with: given }, evenBounds(dense.length / width, pool.threads));
  };

  /** dense' dense [width x width], summed block by block in one order. */
  const gram = async (dense: Dense): Promise<Float64Array> => {
    const count = Math.ceil(dense.length / width / GRAM_BLOCK);
    const given = [dense.byteOffset, gramSums.byteOffset, rowBytes, dense.byteOffset + dense.byteLength];
    await pool.run({ kernel: "gramBlocks", with: given }, evenBounds(count, pool.threads));
    const size = width * width;
    const sum = Float64Array.from(gramSums.subarray(0, size));
    for (let block = 1; block < count; block++) {
      const start = block * size;
      for (let at = 0; at < size; at++) sum[at]! += gramSums[start + at]!;
    }
    for (let i = 0; i < width; i++) for (let k = 0; k < i; k++) sum[k * width + i] = sum[i * width + k]!;
    return sum;
  };

  return { multiply, multiplySampled, timesRight, gram };
}
