/**
 * Matrices with a byte for each value: row i is values[i] * scales[i], so that the largest of a row is kept to within a 254th
 * of itself. Symmetric linear quantisation by row; rounding again changes nothing, for the scales have 16 bits of mantissa and
 * their products with a byte are exact.
 *
 * Source: Jacob et al., "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference", CVPR
 * 2018, section 2.1, with a zero point of 0.
 */
export interface QuantisedRows {
  /** [rows x columns] row-major, -127..127 */
  readonly values: Int8Array;
  /** [rows] 0 for a row of zeros */
  readonly scales: Float32Array;
}

const LARGEST = 127;
/** Bits of a float32 that a scale does without. */
const DROPPED_BITS = 8;

/** @param matrix [rows x columns] row-major, finite */
export function quantiseRows(matrix: Float32Array, columns: number): QuantisedRows {
  const values = new Int8Array(matrix.length);
  const scales = new Float32Array(matrix.length / columns);
  for (let row = 0; row < scales.length; row++) {
    const own = matrix.subarray(row * columns, (row + 1) * columns);
    let most = 0;
    for (const value of own) most = Math.max(most, Math.abs(value));
    const scale = roundedUp(most / LARGEST);
    scales[row] = scale;
    if (scale > 0) for (let k = 0; k < columns; k++) values[row * columns + k] = Math.round(own[k]! / scale);
  }
  return { values, scales };
}

/** [rows x columns] */
export function restoreRows({ values, scales }: QuantisedRows, columns: number): Float32Array {
  const matrix = new Float32Array(values.length);
  for (let row = 0, at = 0; row < scales.length; row++) {
    const scale = scales[row]!;
    for (const end = at + columns; at < end; at++) matrix[at] = values[at]! * scale;
  }
  return matrix;
}

/** The next float32 from a positive value on that has zeros in the bits dropped. */
function roundedUp(value: number): number {
  if (value === 0) return 0;
  const bits = new DataView(new ArrayBuffer(4));
  bits.setFloat32(0, value);
  const step = 1 << DROPPED_BITS;
  const low = bits.getUint32(0) & -step;
  bits.setUint32(0, low);
  if (bits.getFloat32(0) < value) bits.setUint32(0, low + step);
  return bits.getFloat32(0);
}
