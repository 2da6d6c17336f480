/** sum += factor * the row of a matrix [n x d] */
export function addScaledRow(vectors: Float64Array, row: number, factor: number, sum: Float64Array): void {
  const d = sum.length;
  for (let k = 0, at = row * d; k < d; k++) sum[k]! += factor * vectors[at + k]!;
}

/** start + vectors * user: [n] for vectors [n x d] and a user [d] */
export function productsWith(vectors: Float64Array, user: Float64Array, start: Float64Array): Float64Array {
  const d = user.length;
  const scores = start.slice();
  for (let row = 0, at = 0; row < scores.length; row++, at += d) {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += vectors[at + k]! * user[k]!;
    scores[row]! += sum;
  }
  return scores;
}
