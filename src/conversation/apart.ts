/** What follows what: no two of one series in a row. Pure. */
import type { SeriesIndex } from "../catalog/film-series.ts";
import type { Movie, MovieId } from "../catalog/movie.ts";

/** Of so many films of one series in a row another is looked for behind them. */
export const MOST_IN_A_ROW = 12;

/**
 * No two of a series in a row, as long as there is another film: each as early as that allows.
 *
 * @param before what the first of them follows
 */
export function apart(
  series: Pick<SeriesIndex, "of">,
  movies: readonly Movie[],
  before: MovieId | undefined,
): Movie[] {
  const left = movies.map((movie) => ({ movie, of: series.of(movie.id)?.name }));
  const placed: Movie[] = [];
  for (let last = before && series.of(before)?.name; left.length > 0; ) {
    const next = left.findIndex(({ of }) => of === undefined || of !== last);
    const [{ movie, of }] = left.splice(Math.max(0, next), 1) as [(typeof left)[number]];
    placed.push(movie);
    last = of;
  }
  return placed;
}
