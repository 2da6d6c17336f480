/**
 * The loops in which training spends its time. Each fills rows [from, to) of its output and reads the rest,
 * so that threads may share an output, and the result does not depend on who computes which rows.
 *
 * Dense matrices are row-major, `width` columns, a multiple of STRIP. The kernels take a strip of columns at
 * a time and keep its sums in locals: that spares a load and a store per term, and is three times as fast.
 */
import type { Csr } from "./csr.ts";

export type Dense = Float64Array<SharedArrayBuffer>;

/** Columns that a kernel sums at once. */
export const STRIP = 8;

/** Rows of one Gram partial sum. Fixed: the order of additions must not depend on the number of threads. */
export const GRAM_BLOCK = 512;

/** output = matrix * dense. matrix [rows x columns], dense [columns x width], output [rows x width] */
export function multiply(
  matrix: Csr,
  dense: Dense,
  output: Dense,
  width: number,
  from: number,
  to: number,
): void {
  const { starts, indices, values } = matrix;
  for (let row = from; row < to; row++) {
    const start = starts[row]!;
    const end = starts[row + 1]!;
    for (let strip = 0; strip < width; strip += STRIP) {
      let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let entry = start; entry < end; entry++) {
        const value = values[entry]!;
        const at = indices[entry]! * width + strip;
        s0 += value * dense[at]!;
        s1 += value * dense[at + 1]!;
        s2 += value * dense[at + 2]!;
        s3 += value * dense[at + 3]!;
        s4 += value * dense[at + 4]!;
        s5 += value * dense[at + 5]!;
        s6 += value * dense[at + 6]!;
        s7 += value * dense[at + 7]!;
      }
      const out = row * width + strip;
      output[out] = s0;
      output[out + 1] = s1;
      output[out + 2] = s2;
      output[out + 3] = s3;
      output[out + 4] = s4;
      output[out + 5] = s5;
      output[out + 6] = s6;
      output[out + 7] = s7;
    }
  }
}

/** output = dense * right, of which rows [from, to). dense [rows x width], right [width x width] */
export function multiplyRight(
  dense: Dense,
  right: Dense,
  output: Dense,
  width: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    const own = row * width;
    for (let strip = 0; strip < width; strip += STRIP) {
      let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let i = 0, at = strip; i < width; i++, at += width) {
        const value = dense[own + i]!;
        s0 += value * right[at]!;
        s1 += value * right[at + 1]!;
        s2 += value * right[at + 2]!;
        s3 += value * right[at + 3]!;
        s4 += value * right[at + 4]!;
        s5 += value * right[at + 5]!;
        s6 += value * right[at + 6]!;
        s7 += value * right[at + 7]!;
      }
      const out = own + strip;
      output[out] = s0;
      output[out + 1] = s1;
      output[out + 2] = s2;
      output[out + 3] = s3;
      output[out + 4] = s4;
      output[out + 5] = s5;
      output[out + 6] = s6;
      output[out + 7] = s7;
    }
  }
}

/**
 * Partial sums of dense' dense, one [width x width] block per GRAM_BLOCK rows, blocks [from, to). The lower
 * triangle is whole; above it stands what the strips that cross the diagonal left there.
 */
export function gramBlocks(dense: Dense, blocks: Dense, width: number, from: number, to: number): void {
  for (let block = from; block < to; block++) {
    const start = block * GRAM_BLOCK * width;
    const end = Math.min(dense.length, start + GRAM_BLOCK * width);
    for (let i = 0; i < width; i += 2) {
      for (let k = 0; k <= i + 1; k += 4) {
        let [s0, s1, s2, s3, t0, t1, t2, t3] = [0, 0, 0, 0, 0, 0, 0, 0];
        for (let row = start; row < end; row += width) {
          const a = dense[row + i]!;
          const b = dense[row + i + 1]!;
          const c0 = dense[row + k]!;
          const c1 = dense[row + k + 1]!;
          const c2 = dense[row + k + 2]!;
          const c3 = dense[row + k + 3]!;
          s0 += a * c0;
          s1 += a * c1;
          s2 += a * c2;
          s3 += a * c3;
          t0 += b * c0;
          t1 += b * c1;
          t2 += b * c2;
          t3 += b * c3;
        }
        const out = (block * width + i) * width + k;
        blocks[out] = s0;
        blocks[out + 1] = s1;
        blocks[out + 2] = s2;
        blocks[out + 3] = s3;
        blocks[out + width] = t0;
        blocks[out + width + 1] = t1;
        blocks[out + width + 2] = t2;
        blocks[out + width + 3] = t3;
      }
    }
  }
}
