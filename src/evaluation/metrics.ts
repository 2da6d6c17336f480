/**
 * How good one ranked list is, against the set of movies a person likes. Relevance is yes or no.
 *
 * Sources: Järvelin & Kekäläinen, ACM TOIS 20(4), 2002, for the discounted gain; Liang et al., WWW 2018, section
 * 4.2, for a recall and an ideal list of the length that k allows, so that 1 can be reached by anybody; Manning,
 * Raghavan & Schütze, Introduction to Information Retrieval, section 8.4, for the average precision.
 */

/** NDCG@k: gains 1 / log2(rank + 1) of the liked movies, over those of the ideal list. */
export function ndcgAt(k: number, ranked: readonly number[], liked: ReadonlySet<number>): number {
  let gain = 0;
  for (let at = 0; at < Math.min(k, ranked.length); at++)
    if (liked.has(ranked[at]!)) gain += 1 / Math.log2(at + 2);
  let ideal = 0;
  for (let at = 0; at < Math.min(k, liked.size); at++) ideal += 1 / Math.log2(at + 2);
  return ideal === 0 ? 0 : gain / ideal;
}

/** Recall@k: liked movies among the first k, over min(k, liked movies). */
export function recallAt(k: number, ranked: readonly number[], liked: ReadonlySet<number>): number {
  const found = ranked.slice(0, k).filter((row) => liked.has(row)).length;
  return liked.size === 0 ? 0 : found / Math.min(k, liked.size);
}

/** Precision@k: the share of liked movies among the first k. */
export function precisionAt(k: number, ranked: readonly number[], liked: ReadonlySet<number>): number {
  return ranked.slice(0, k).filter((row) => liked.has(row)).length / k;
}

/** AP@k: the mean, over min(k, liked movies), of the precision at each place up to k that holds a liked one. */
export function averagePrecisionAt(k: number, ranked: readonly number[], liked: ReadonlySet<number>): number {
  let [found, sum] = [0, 0];
  for (const [at, row] of ranked.slice(0, k).entries()) if (liked.has(row)) sum += ++found / (at + 1);
  return liked.size === 0 ? 0 : sum / Math.min(k, liked.size);
}
