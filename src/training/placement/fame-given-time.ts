import { fameOf } from "../../catalog/fame.ts";
import type { Movie } from "../../catalog/movie.ts";

/** The films of a year by which its fame is measured: those best known. */
const OF_A_YEAR = 50;
/** More is not made of few ratings: films of the very latest months have hardly any. */
const MOST = 5;

/**
 * How well known each film will be when people have had time to rate it. Every year has films that most have heard of: those best known of a
 * later year are taken to become as well known as those of the last year that the people trained on have rated.
 *
 * @param lastYear of films that they rated
 * @returns [n] in ratings
 */
export function fameGivenTime(movies: readonly Movie[], lastYear: number): Float64Array {
  const counts = new Map<number, number[]>();
  for (const { year, ratingCount } of movies) {
    if (year === undefined || year < lastYear || ratingCount === 0) continue;
    counts.set(year, [...(counts.get(year) ?? []), ratingCount]);
  }
  const level = (year: number): number | undefined => {
    const best = (counts.get(year) ?? []).sort((a, b) => b - a).slice(0, OF_A_YEAR);
    if (best.length < OF_A_YEAR) return undefined;
    return Math.exp(best.reduce((sum, count) => sum + Math.log(count), 0) / OF_A_YEAR);
  };
  const usual = level(lastYear);
  const factors = new Map<number, number>();
  for (const year of counts.keys()) {
    const own = level(year);
    if (usual !== undefined && own !== undefined) factors.set(year, Math.min(MOST, Math.max(1, usual / own)));
  }
  return Float64Array.from(movies, (movie) =>
    Math.max(movie.ratingCount * (factors.get(movie.year ?? 0) ?? 1), fameOf(movie)),
  );
}
