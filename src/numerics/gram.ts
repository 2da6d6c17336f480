/** rows' rows [d x d] of a matrix [n x d] */
export function gramOf(rows: ArrayLike<number>, d: number): Float64Array {
  const gram = new Float64Array(d * d);
  for (let at = 0; at < rows.length; at += d) {
    for (let i = 0; i < d; i++) {
      const value = rows[at + i]!;
      for (let k = 0; k < d; k++) gram[i * d + k]! += value * rows[at + k]!;
    }
  }
  return gram;
}
