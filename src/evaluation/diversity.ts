/**
 * Intra-list diversity: the mean, over all pairs of a list, of one less the Jaccard similarity of their genres.
 * Undefined for fewer than two movies; movies without genres are alike in nothing.
 *
 * Source: Ziegler, McNee, Konstan & Lausen, Improving Recommendation Lists Through Topic Diversification, WWW 2005.
 */
export function genreDiversity(
  rows: readonly number[],
  movies: readonly { readonly genres: readonly string[] }[],
): number | undefined {
  if (rows.length < 2) return undefined;
  let [sum, pairs] = [0, 0];
  for (const [at, row] of rows.entries()) {
    const own = new Set(movies[row]!.genres);
    for (const other of rows.slice(at + 1)) {
      const { genres } = movies[other]!;
      const shared = genres.filter((genre) => own.has(genre)).length;
      const union = own.size + genres.length - shared;
      sum += union === 0 ? 1 : 1 - shared / union;
      pairs++;
    }
  }
  return sum / pairs;
}
