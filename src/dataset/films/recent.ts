/** Films written by hand as films of the list: they are newer than any ratings at hand. */
import type { FilmFacts } from "../../catalog/film-facts.ts";
import { OWN_IDS_FROM, type RecentFilm } from "../../catalog/film-words/recent-films.ts";
import type { MovieId } from "../../catalog/movie.ts";
import type { Crowd } from "./crowd.ts";
import { type ListedFilm, listed } from "./film-list.ts";

/** Ratings that films have which are known so well, of the years whose ratings are all there. */
const FAME: Readonly<Record<RecentFilm["known"], number>> = { very: 12_000, well: 3_000, some: 600 };

/** MovieLens' number, or one of our own beyond them. */
export const sourceIdOf = ({ id }: RecentFilm): string => String(id);

/** Rows are kept: a film that is on the list already is as written from then on, the others follow. */
export function withRecentFilms(
  films: readonly ListedFilm[],
  recent: readonly RecentFilm[],
  crowd: Crowd,
): ListedFilm[] {
  const written = new Map(recent.map((film) => [sourceIdOf(film), listedRecent(film, crowd)] as const));
  const known = new Set(films.map(({ sourceId }) => sourceId));
  return [
    ...films.map((film) => written.get(film.sourceId) ?? film),
    ...[...written.values()].filter(({ sourceId }) => !known.has(sourceId)),
  ];
}

function listedRecent(film: RecentFilm, crowd: Crowd): ListedFilm {
  const sourceId = sourceIdOf(film);
  const { title, year, originalTitle, imdbId, genres, known } = film;
  const alternativeTitles = originalTitle === undefined ? [] : [originalTitle];
  const { movie } = listed(
    { id: sourceId, title, alternativeTitles, year, genres, ...(imdbId !== undefined && { imdbId }) },
    recentId(film),
    crowd.get(sourceId),
  );
  return { sourceId, movie: { ...movie, fame: FAME[known] } };
}

/** As of any film that no data set names by IMDb id. */
export const recentId = ({ id }: RecentFilm): MovieId =>
  id < OWN_IDS_FROM ? `movielens-${id}` : `matinee-${id - OWN_IDS_FROM}`;

export function recentFacts(film: RecentFilm): FilmFacts {
  const byHand = <T>(value: T) => ({ value, source: "by hand" as const });
  const { directors, cast, countries, languages, runtimeMinutes } = film;
  return {
    directors: byHand(directors),
    countries: byHand(countries),
    ...(cast.length > 0 && { cast: byHand(cast) }),
    ...(languages.length > 0 && { languages: byHand(languages) }),
    ...(runtimeMinutes !== undefined && { runtimeMinutes: byHand(runtimeMinutes) }),
  };
}
