/**
 * How much better known a person's suggestions are than what they like: the mean of log(1 + ratings) over the one, less that over the
 * other. 0: as well known as this person likes them; log 2: twice as well. Undefined where there is nothing to compare.
 *
 * Source: Abdollahpouri, Mansoury, Burke, Mobasher & Malthouse, "User-centered Evaluation of Popularity Bias in Recommender Systems",
 * UMAP 2021, where it is the popularity lift.
 */
export function popularityGap(
  suggested: readonly number[],
  liked: readonly number[],
  ratings: ArrayLike<number>,
): number | undefined {
  if (suggested.length === 0 || liked.length === 0) return undefined;
  const known = (rows: readonly number[]) =>
    rows.reduce((sum, row) => sum + Math.log1p(ratings[row]!), 0) / rows.length;
  return known(suggested) - known(liked);
}
