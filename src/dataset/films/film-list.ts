/**
 * The films of the catalogue: those of a data set in its order, then all that the crowd rated often enough. The place in
 * the list is the row of the model.
 */

import type { Movie } from "../../catalog/movie.ts";
import { keyOf, withoutArticle, wordsOf } from "../../catalog/normalise.ts";
import type { DatasetMovie } from "../dataset.ts";
import { meanStarsOf, NO_RATINGS, type RatingSums } from "../rating-sums.ts";
import { splitGenres } from "../readers/movie-lines.ts";
import type { SourceFolder } from "../source-folder.ts";
import { parseMovieLensTitle } from "../title.ts";
import type { Crowd } from "./crowd.ts";
import { FILM_FILES } from "./files.ts";
import { tableRows } from "./lines.ts";

/** A film that fewer of the crowd rated is known by its name alone. */
export const FEWEST_OF_CROWD = 20;

/** A film of the catalogue, and what MovieLens or whoever else tells of it calls it. */
export interface ListedFilm {
  readonly movie: Movie;
  /** The data set's own id, or for a film that no data set has the movie's. */
  readonly sourceId: string;
}

/** Every film of MovieLens 32M, as its file has them. */
export async function readMovieLensFilms(folder: SourceFolder): Promise<DatasetMovie[]> {
  const films: DatasetMovie[] = [];
  for await (const { movieId, title, genres = "" } of tableRows(folder, FILM_FILES.titles, [
    "movieId",
    "title",
    "genres",
  ]))
    if (movieId && title)
      films.push({ id: movieId, ...parseMovieLensTitle(title), genres: splitGenres(genres) });
  return films;
}

/**
 * MovieLens has taken some films off its list and put them on again under another number: a film of the data set that the crowd
 * does not know is the only other one of its title and year, and has that one's ratings.
 *
 * @param own the data set's, in the order of its ids
 * @param others what else MovieLens has; those of `own` and those that too few have rated are passed over
 * @param ownSums what the people of the data set gave: stands in for films that the crowd's table lacks
 */
export function listFilms({
  own,
  others,
  crowd,
  ownSums,
}: {
  readonly own: readonly DatasetMovie[];
  readonly others: readonly DatasetMovie[];
  readonly crowd: Crowd;
  readonly ownSums: ReadonlyMap<string, RatingSums>;
}): ListedFilm[] {
  const known = new Set(own.map(({ id }) => id));
  const isNew = ({ id }: DatasetMovie) => !known.has(id) && (crowd.get(id)?.ratings ?? 0) >= FEWEST_OF_CROWD;
  const fresh = others.filter(isNew);
  const again = numberedAgain(
    own.filter(({ id }) => !crowd.has(id)),
    fresh,
  );
  const old = new Set(again.values());
  const added = fresh.filter(({ id }) => !old.has(id));
  const sumsOf = (id: string) => crowd.get(again.get(id) ?? id) ?? ownSums.get(id);
  return [
    ...own.map((film) => listed(film, film.imdbId ?? film.id, sumsOf(film.id))),
    ...added.map((film) => listed(film, film.imdbId ?? `movielens-${film.id}`, crowd.get(film.id))),
  ];
}

/** @param id stable across retraining: people's answers are kept by it */
export function listed(film: DatasetMovie, id: string, sums: RatingSums = NO_RATINGS): ListedFilm {
  const { id: sourceId, tags: _, ...facts } = film;
  return { sourceId, movie: { id, ...facts, ratingCount: sums.ratings, meanStars: meanStarsOf(sums) } };
}

/** From the number of a film to its new one. */
function numberedAgain(gone: readonly DatasetMovie[], come: readonly DatasetMovie[]): Map<string, string> {
  const keyOfFilm = ({ title, year }: DatasetMovie) => `${keyOf(withoutArticle(wordsOf(title)))} ${year}`;
  const byKey = new Map<string, string[]>();
  for (const film of come) {
    const namesakes = byKey.get(keyOfFilm(film));
    if (namesakes) namesakes.push(film.id);
    else byKey.set(keyOfFilm(film), [film.id]);
  }
  return new Map(
    gone.flatMap((film) => {
      const [only, ...others] = byKey.get(keyOfFilm(film)) ?? [];
      return only !== undefined && others.length === 0 ? [[film.id, only] as const] : [];
    }),
  );
}
