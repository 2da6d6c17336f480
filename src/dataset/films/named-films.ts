/** Films as they are named by hand, "Alien (1979)", among those of the catalogue. */
import { z } from "zod";
import type { Movie } from "../../catalog/movie.ts";
import { keyOf, withoutArticle, wordsOf } from "../../catalog/normalise.ts";

const TITLE_AND_YEAR = /^(.+) \((\d{4})\)$/;
/** Sources differ by so much in the year of a film. */
const YEARS_APART = 1;

export const namedFilmSchema = z.string().regex(TITLE_AND_YEAR, 'must be a title and a year: "Alien (1979)"');

/** "Alien (1979); Aliens (1986)" */
export const namedFilmList = z
  .string()
  .transform((list) => list.split(";").map((film) => film.trim()))
  .pipe(z.array(namedFilmSchema).min(1));

/** Finds the film of a name: the best known where two have the same title and year. */
export function namedFilmsIn(movies: readonly Movie[]): (film: string) => Movie | undefined {
  const named = new Map<string, Movie[]>();
  for (const movie of movies) {
    for (const key of new Set([movie.title, ...movie.alternativeTitles].map(titleKey)))
      named.set(key, [...(named.get(key) ?? []), movie]);
  }
  return (film) => {
    const [, title = "", year = ""] = TITLE_AND_YEAR.exec(film) ?? [];
    const apart = (movie: Movie) => Math.abs((movie.year ?? Number.POSITIVE_INFINITY) - Number(year));
    return (named.get(titleKey(title)) ?? [])
      .filter((movie) => apart(movie) <= YEARS_APART)
      .sort((a, b) => apart(a) - apart(b) || b.ratingCount - a.ratingCount)[0];
  };
}

const titleKey = (title: string): string => keyOf(withoutArticle(wordsOf(title)));
