/**
 * Rows of numbers in two bytes each: value = code * 2^exponent, one exponent a row. A code is off by half at the most, which is
 * 1 / 32,768 of the largest number of its row or less; numbers that were had back from codes are coded exactly.
 */
export interface Int16Rows {
  readonly width: number;
  /** [n x width] row-major, -32,767..32,767 */
  readonly codes: Int16Array;
  /** [n] */
  readonly exponents: Int16Array;
}

const LARGEST_CODE = 32_767;

/**
 * @param values [n x width] row-major
 * @throws RangeError where one is not finite
 */
export function toInt16Rows(values: Float32Array | Float64Array, width: number): Int16Rows {
  const codes = new Int16Array(values.length);
  const exponents = new Int16Array(values.length / width);
  for (let row = 0; row < exponents.length; row++) {
    const end = (row + 1) * width;
    let largest = 0;
    for (let at = row * width; at < end; at++) largest = Math.max(largest, Math.abs(values[at]!));
    if (largest === 0) continue;
    if (!Number.isFinite(largest)) throw new RangeError(`row ${row} holds what is no finite number`);
    const exponent = Math.max(LEAST_EXPONENT, Math.ceil(Math.log2(largest / LARGEST_CODE)));
    exponents[row] = exponent;
    const scale = 2 ** -exponent;
    for (let at = row * width; at < end; at++)
      codes[at] = Math.max(-LARGEST_CODE, Math.min(LARGEST_CODE, Math.round(values[at]! * scale)));
  }
  return { width, codes, exponents };
}

/** Below it a code times its power of two is no number that single precision holds. */
const LEAST_EXPONENT = -112;

export function fromInt16Rows({ width, codes, exponents }: Int16Rows): Float32Array {
  const values = new Float32Array(codes.length);
  for (let row = 0; row < exponents.length; row++) {
    const scale = 2 ** exponents[row]!;
    for (let at = row * width; at < (row + 1) * width; at++) values[at] = codes[at]! * scale;
  }
  return values;
}
