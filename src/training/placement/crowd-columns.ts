import type { Movie } from "../../catalog/movie.ts";

/** A mean of few ratings is drawn to the mean of all films, as if so many ratings more had been given at it. */
const IMAGINED_RATINGS = 20;

/**
 * [n x 4] what the crowd makes of each film: how often it was rated (as a logarithm) and how well, in standard deviations
 * over the films, the square of the one and the product of both.
 *
 * @param fame [n] how often it was rated, or will have been
 */
export function crowdColumns(movies: readonly Movie[], fame: ArrayLike<number>): number[][] {
  const rated = movies.filter(({ ratingCount }) => ratingCount > 0);
  const overall = rated.reduce((sum, { meanStars }) => sum + meanStars, 0) / Math.max(1, rated.length);
  const counts = standardised(Array.from(fame, Math.log1p));
  const stars = standardised(
    movies.map(
      ({ ratingCount, meanStars }) =>
        (ratingCount * meanStars + IMAGINED_RATINGS * overall) / (ratingCount + IMAGINED_RATINGS),
    ),
  );
  return movies.map((_, row) => {
    const [count, mean] = [counts[row]!, stars[row]!];
    return [count, mean, count * count, count * mean];
  });
}

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (deviation === 0 ? 0 : (value - mean) / deviation));
}
