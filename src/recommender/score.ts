/**
 * Scores every movie for a user: scores[j] = v_j . u
 *
 * @param embeddings [n x d] row-major item embeddings
 * @param user       [d] user embedding
 * @param scores     [n] overwritten
 * @throws RangeError if the shapes disagree
 */
export function scoreAll(embeddings: Float32Array, user: Float64Array, scores: Float64Array): void {
  const d = user.length;
  if (embeddings.length !== scores.length * d) {
    throw new RangeError(
      `${embeddings.length} embedding values for ${scores.length} movies of ${d} dimensions`,
    );
  }
  for (let j = 0; j < scores.length; j++) scores[j] = scoreOf(embeddings, j, user);
}

/** v_j . u for one movie, j. */
export function scoreOf(embeddings: Float32Array, j: number, user: Float64Array): number {
  const d = user.length;
  const unrolled = d - (d % 4);
  const row = j * d;
  let [a, b, c, e] = [0, 0, 0, 0]; // four sums at a time: the processor need not wait for one addition to end
  for (let k = 0; k < unrolled; k += 4) {
    a += embeddings[row + k]! * user[k]!;
    b += embeddings[row + k + 1]! * user[k + 1]!;
    c += embeddings[row + k + 2]! * user[k + 2]!;
    e += embeddings[row + k + 3]! * user[k + 3]!;
  }
  for (let k = unrolled; k < d; k++) a += embeddings[row + k]! * user[k]!;
  return a + b + (c + e);
}
