/**
 * The loops in which training spends its time. Each fills rows [from, to) of its output and reads the rest,
 * so that threads may share an output, and the result does not depend on who computes which rows.
 *
 * Dense matrices are row-major, `width` columns.
 */
import type { Csr } from "./csr.ts";

export type Dense = Float64Array<SharedArrayBuffer>;

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
  output.fill(0, from * width, to * width);
  for (let row = from; row < to; row++) {
    const out = row * width;
    const end = starts[row + 1]!;
    for (let entry = starts[row]!; entry < end; entry++) {
      const value = values[entry]!;
      const at = indices[entry]! * width;
      for (let k = 0; k < width; k++) output[out + k]! += value * dense[at + k]!;
    }
  }
}

/** Partial sums of dense' dense, one [width x width] block per GRAM_BLOCK rows; lower triangles only. */
export function gramBlocks(dense: Dense, blocks: Dense, width: number, from: number, to: number): void {
  const rows = dense.length / width;
  for (let block = from; block < to; block++) {
    const out = block * width * width;
    blocks.fill(0, out, out + width * width);
    const end = Math.min(rows, (block + 1) * GRAM_BLOCK);
    for (let row = block * GRAM_BLOCK; row < end; row++) {
      const at = row * width;
      for (let i = 0; i < width; i++) {
        const value = dense[at + i]!;
        const line = out + i * width;
        for (let k = 0; k <= i; k++) blocks[line + k]! += value * dense[at + k]!;
      }
    }
  }
}

/** dense = dense * right, in place. right [width x width] */
export function multiplyRight(dense: Dense, right: Dense, width: number, from: number, to: number): void {
  const held = new Float64Array(width);
  for (let row = from; row < to; row++) {
    const at = row * width;
    held.set(dense.subarray(at, at + width));
    dense.fill(0, at, at + width);
    for (let i = 0; i < width; i++) {
      const value = held[i]!;
      const line = i * width;
      for (let k = 0; k < width; k++) dense[at + k]! += value * right[line + k]!;
    }
  }
}
