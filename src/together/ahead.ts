/** Over evenings: by how much what was watched has satisfied each more than the others. */

/** Of what was before an evening so much still counts after it. */
const KEPT = 0.7;

/** @param got [people] how much the film of the evening was expected to satisfy each, in the unit of `Group` */
export function afterwards(ahead: Float64Array, got: readonly number[]): Float64Array {
  const mean = got.reduce((sum, one) => sum + one, 0) / got.length;
  return ahead.map((before, person) => KEPT * before + got[person]! - mean);
}
