import { fameOf } from "./fame.ts";
import type { Movie } from "./movie.ts";
import { keyOf, withoutArticle } from "./normalise.ts";
import { closeness } from "./overlap.ts";
import { readingsOf } from "./readings.ts";
import type { TitleSource } from "./title-match.ts";

/** A title that holds less of the text than this is no completion of it. */
const LEAST_ASKED = 0.6;
/** What the whole title is worth beyond its overlap, and a title that begins with the text. */
const WHOLE = 1;
const BEGINS = 0.5;
const OF_YEAR = 0.5;
/** Per factor of ten in the number of ratings. */
const RATED = 0.06;

/** Titles that the text may become, best first; the most rated movies where it holds no word. */
export function searchTitles(source: TitleSource, text: string, limit: number): Movie[] {
  const { movies, titles, overlap } = source;
  const [asItStands, withoutYear] = readingsOf(text);
  if (!asItStands) return mostRated(movies, limit);

  const score = new Map<number, number>();
  for (const reading of withoutYear ? [asItStands, withoutYear] : [asItStands]) {
    const key = keyOf(withoutArticle(reading.words));
    for (const found of overlap.overlaps(reading.words, { unfinished: true })) {
      const { year } = movies[found.row]!;
      if (found.asked < LEAST_ASKED || (reading.year !== undefined && year !== reading.year)) continue;
      const fit = closeness(found) + (reading.year === undefined ? 0 : OF_YEAR);
      score.set(found.row, Math.max(fit, score.get(found.row) ?? 0));
    }
    for (const [title, rows] of titles.bare) {
      if (!title.startsWith(key)) continue;
      const fit = 1 + (title === key ? WHOLE : BEGINS);
      for (const row of rows) {
        const ruledOut = reading.year !== undefined && movies[row]!.year !== reading.year;
        if (!ruledOut) score.set(row, Math.max(fit, score.get(row) ?? 0));
      }
    }
  }
  for (const [row, fit] of score) score.set(row, fit + RATED * Math.log10(1 + fameOf(movies[row]!)));
  return [...score.keys()]
    .sort((a, b) => score.get(b)! - score.get(a)! || a - b)
    .slice(0, limit)
    .map((row) => movies[row]!);
}

const mostRated = (movies: readonly Movie[], limit: number): Movie[] =>
  [...movies].sort((a, b) => fameOf(b) - fameOf(a)).slice(0, limit);
