/** The film that a row means: by its ids, else by its title and year. Nothing is guessed. */
import type { Catalog } from "../catalog/catalog.ts";
import { fameOf } from "../catalog/fame.ts";
import type { Movie } from "../catalog/movie.ts";
import { keyOf, withoutArticle, wordsOf } from "../catalog/normalise.ts";
import { parseMovieLensTitle } from "../dataset/title.ts";
import type { NamedFilm } from "./row.ts";

export type Found =
  | { readonly kind: "one"; readonly movie: Movie }
  /** It may be any of these. */
  | { readonly kind: "several"; readonly movies: readonly Movie[] }
  | { readonly kind: "none" };

/** Services disagree by so many on the year of a film: a festival is before the release. */
const GRACE = 1;
/** A film of the same title this near may be the one after all, and is asked about. */
const MAY_BE = 3;
const NONE: Found = { kind: "none" };

export type FindableFilms = Pick<Catalog, "movies" | "rowOf" | "names" | "nearlyCalled">;

/** @param ownIds rows by ids that a data set gives its films */
export function filmFinder(
  { movies, rowOf, names, nearlyCalled }: FindableFilms,
  ownIds: ReadonlyMap<string, number> = new Map(),
): (film: NamedFilm) => Found {
  const byImdb = new Map(movies.map((movie) => [movie.imdbId ?? movie.id, movie]));
  const byTmdb = new Map(
    movies.flatMap((movie) => (movie.tmdbId === undefined ? [] : [[movie.tmdbId, movie]])),
  );
  const byKey = new Map<string, Movie[]>();
  for (const movie of movies)
    for (const key of new Set([movie.title, ...movie.alternativeTitles].map(keyOfTitle)))
      if (key !== "") byKey.set(key, [...(byKey.get(key) ?? []), movie]);

  const byId = ({ id, imdbId, tmdbId }: NamedFilm): Movie | undefined => {
    const row = id === undefined ? undefined : (ownIds.get(id) ?? rowOf(id));
    return (
      (row === undefined ? undefined : movies[row]) ??
      (imdbId === undefined ? undefined : byImdb.get(imdbId)) ??
      (tmdbId === undefined ? undefined : byTmdb.get(tmdbId))
    );
  };

  /** The film that the key of a nickname stands for, or of a title that it has elsewhere. */
  const nicknamed = (key: string): readonly Movie[] => {
    const { title, year } = parseMovieLensTitle(names.nicknamed(key) ?? "");
    return year === undefined ? [] : (byKey.get(keyOfTitle(title)) ?? []).filter((one) => one.year === year);
  };

  return (film) => {
    const movie = byId(film);
    if (movie) return { kind: "one", movie };
    if (film.title === undefined) return NONE;
    const { title, alternativeTitles } = parseMovieLensTitle(film.title);
    const keys = new Set([film.title, title, ...alternativeTitles].map(keyOfTitle));
    const named = [...keys].flatMap((key) => [...(byKey.get(key) ?? []), ...nicknamed(key)]);
    const others = [...keys].flatMap((key) => names.namedBy(key));
    const found = chosen(fitting(named, film), film.year, others);
    if (found.kind !== "none" || film.year === undefined || others.length > 0) return found;
    const near = fitting(nearlyCalled(title, film.year), film);
    return near.length > 0 ? { kind: "several", movies: near } : NONE;
  };
}

const keyOfTitle = (title: string): string => keyOf(withoutArticle(wordsOf(title)));

/** Each once, the best known first. */
const fitting = (movies: readonly Movie[], film: NamedFilm): Movie[] =>
  [...new Set(movies)].filter((movie) => mayBe(movie, film)).sort((a, b) => fameOf(b) - fameOf(a));

/** Whose own id is another is another film. */
const mayBe = (movie: Movie, { imdbId, tmdbId }: NamedFilm): boolean =>
  (imdbId === undefined || movie.imdbId === undefined || movie.imdbId === imdbId) &&
  (tmdbId === undefined || movie.tmdbId === undefined || movie.tmdbId === tmdbId);

/** @param others known by name only, and so no film that can be noted */
function chosen(
  named: readonly Movie[],
  year: number | undefined,
  others: readonly { readonly year?: number }[],
): Found {
  if (named.length === 0) return NONE;
  if (year === undefined)
    return named.length === 1 && others.length === 0 ? oneOf(named) : { kind: "several", movies: named };
  const within = <T extends { readonly year?: number }>(all: readonly T[], years: number) =>
    all.filter((one) => one.year !== undefined && Math.abs(one.year - year) <= years);
  const exact = within(named, 0);
  if (exact.length > 0) return oneOf(exact);
  if (within(others, 0).length > 0) return NONE;
  const near = within(named, GRACE);
  if (near.length > 0) return oneOf(near);
  const possible = named.filter((one) => one.year === undefined || Math.abs(one.year - year) <= MAY_BE);
  return possible.length > 0 ? { kind: "several", movies: possible } : NONE;
}

const oneOf = (movies: readonly Movie[]): Found =>
  movies.length === 1 ? { kind: "one", movie: movies[0]! } : { kind: "several", movies };
