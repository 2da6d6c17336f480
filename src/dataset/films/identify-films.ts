/** Puts right what MovieLens' list says of films: the title that people know, the year where it has none, the IMDb id. */

import { z } from "zod";
import type { Movie, MovieId } from "../../catalog/movie.ts";
import { keyOf, withoutArticle, wordsOf } from "../../catalog/normalise.ts";
import { readYaml } from "../../files/yaml.ts";
import type { ListedFilm } from "./film-list.ts";
import { filmFinder } from "./join-facts.ts";
import type { SourceFilm } from "./source-film.ts";
import { withoutQualifier } from "./wikidata.ts";

/** What is known of a film by hand, and goes before everything. */
const identitySchema = z.strictObject({
  /** The one it had is kept to find it by. */
  title: z.string().min(1).exactOptional(),
  year: z.int().min(1870).max(2100).exactOptional(),
  imdbId: z
    .string()
    .regex(/^tt\d{7,9}$/)
    .exactOptional(),
});
export type Identity = z.infer<typeof identitySchema>;

/** data/films/titles.yaml, by movie. @throws Error naming the file and what to mend */
export function readIdentities(yaml: string, where: string): ReadonlyMap<MovieId, Identity> {
  const result = z.record(z.string().min(1), identitySchema).safeParse(readYaml(yaml, where) ?? {});
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  return new Map(Object.entries(result.data));
}

function renamed(movie: Movie, { title = movie.title, ...known }: Identity = {}): Movie {
  const before = title === movie.title ? [] : [movie.title];
  return { ...movie, ...known, title, alternativeTitles: [...before, ...movie.alternativeTitles] };
}

/**
 * Rules, in this order:
 * - what is written by hand holds;
 * - a year that is missing is the only one in which any source has a film of that title;
 * - an IMDb id that is missing is that of the only film of a title and year, unless another film of the list has it;
 * - the name of a film's page that is none of its titles takes the place of a working title ("Untitled Spider-Man Reboot"), and is else
 *   one more title to find it by. A page that several films share, or whose name is another film's, names none.
 *
 * @param sources what knows films by IMDb id
 */
export function identifyFilms(
  films: readonly ListedFilm[],
  sources: readonly (readonly SourceFilm[])[],
  byHand: ReadonlyMap<MovieId, Identity>,
): ListedFilm[] {
  const everywhere = sources.flat();
  const yearOf = yearFinder(everywhere);
  const dated = films.map(({ sourceId, movie }): ListedFilm => {
    const year = movie.year ?? yearOf(movie);
    return {
      sourceId,
      movie: renamed({ ...movie, ...(year !== undefined && { year }) }, byHand.get(movie.id)),
    };
  });
  const finders = sources.map(filmFinder);
  const taken = new Set(dated.map(({ movie }) => movie.imdbId));
  const withIds = dated.map(({ sourceId, movie }): ListedFilm => {
    if (movie.imdbId !== undefined) return { sourceId, movie };
    const found = finders.flatMap((find) => find(movie)?.imdbId ?? [])[0];
    if (found === undefined || taken.has(found)) return { sourceId, movie };
    taken.add(found);
    return { sourceId, movie: { ...movie, imdbId: found } };
  });
  const pageOf = pageNames(everywhere);
  const titles = new Set(withIds.map(({ movie }) => keyOfTitle(movie.title)));
  return withIds.map(({ sourceId, movie }) => {
    const page = movie.imdbId === undefined ? undefined : pageOf.get(movie.imdbId);
    const isFree = page !== undefined && !titles.has(keyOfTitle(page));
    return { sourceId, movie: isFree ? alsoCalled(movie, page) : movie };
  });
}

const keyOfTitle = (title: string): string => keyOf(withoutArticle(wordsOf(title)));

function yearFinder(films: readonly SourceFilm[]): (movie: Movie) => number | undefined {
  const years = new Map<string, Set<number>>();
  for (const { titles, year } of films) {
    if (year === undefined) continue;
    for (const key of new Set(titles.map(keyOfTitle))) {
      const known = years.get(key);
      if (known) known.add(year);
      else years.set(key, new Set([year]));
    }
  }
  return ({ title }) => {
    const found = [...(years.get(keyOfTitle(title)) ?? [])].sort((a, b) => a - b);
    const [first, last] = [found[0], found.at(-1)];
    return first !== undefined && last! - first <= 1 ? first : undefined; // a festival's year, and the cinemas'
  };
}

/** By IMDb id what a film's page is called, where it is the film's alone. */
function pageNames(films: readonly SourceFilm[]): Map<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const { imdbId, wikipedia } of films) {
    if (imdbId === undefined || wikipedia === undefined) continue;
    const known = owners.get(wikipedia);
    if (known) known.add(imdbId);
    else owners.set(wikipedia, new Set([imdbId]));
  }
  return new Map(
    [...owners].flatMap(([page, ids]) =>
      ids.size === 1 ? [[[...ids][0]!, withoutQualifier(page)] as const] : [],
    ),
  );
}

const WORKING_TITLE = /^Untitled\b/;

function alsoCalled(movie: Movie, name: string): Movie {
  const names = [movie.title, ...movie.alternativeTitles];
  if (names.some((title) => keyOfTitle(title) === keyOfTitle(name))) return movie;
  return WORKING_TITLE.test(movie.title)
    ? { ...movie, title: name, alternativeTitles: names }
    : { ...movie, alternativeTitles: [...movie.alternativeTitles, name] };
}
