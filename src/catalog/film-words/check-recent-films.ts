/** What is wrong with the films written by hand, besides what is wrong with the words about them (check-film-words.ts). */
import { keyOf, wordsOf } from "../normalise.ts";
import type { FilmProblem, KnownTitle } from "./check-film-words.ts";
import type { FilmWordsFile } from "./film-words.ts";
import { OWN_IDS_FROM, type RecentFilm } from "./recent-films.ts";

export interface RecentCheckOptions {
  /** English names of countries and languages. */
  readonly countries: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  /** By MovieLens' number; without it no double is found. */
  readonly titles?: ReadonlyMap<number, KnownTitle>;
}

/** MovieLens and the year people say differ by one where a festival came before the release. */
const YEARS_APART = 1;

/** @param files by name, in the order in which problems are told */
export function checkRecentFilms(
  files: ReadonlyMap<string, readonly RecentFilm[]>,
  { countries, languages, titles }: RecentCheckOptions,
): readonly FilmProblem[] {
  const problems: FilmProblem[] = [];
  const idsInMovieLens = titles && idsByTitle(titles);
  const imdbIds = new Map<string, string>();
  const names = new Set<string>();
  for (const [file, films] of files) {
    for (const film of films) {
      const told = nameOf(film);
      const tell = (problem: string) => problems.push({ file, film: told, problem });
      for (const place of film.countries.filter((each) => !countries.has(each)))
        tell(`no country is called "${place}" in places.yaml`);
      for (const language of film.languages.filter((each) => !languages.has(each)))
        tell(`no language is called "${language}" in places.yaml`);
      for (const field of ["countries", "languages", "directors", "cast", "genres"] as const)
        if (new Set(film[field]).size < film[field].length)
          tell(`somebody or something stands twice in ${field}`);
      if (film.originalTitle === film.title) tell("the original title does not differ");
      const name = [told, ...film.directors].join(" ");
      if (names.has(name)) tell("was written before");
      names.add(name);
      const same = film.imdbId === undefined ? undefined : imdbIds.get(film.imdbId);
      if (same !== undefined) tell(`has the IMDb id of ${same}`);
      if (film.imdbId !== undefined) imdbIds.set(film.imdbId, told);
      if (idsInMovieLens && film.id >= OWN_IDS_FROM) {
        for (const year of [film.year, film.year - YEARS_APART, film.year + YEARS_APART]) {
          const id = idsInMovieLens.get(`${titleKey(film.title)} ${year}`);
          if (id !== undefined && !film.namesakes.includes(id))
            tell(`MovieLens has a film of that title of ${year}, with the id ${id}`);
        }
      }
    }
  }
  return problems;
}

/** The words about them, in the form in which those about all other films are checked. */
export const wordsOfRecentFilms = (films: readonly RecentFilm[]): FilmWordsFile => ({
  films: films.map((film) => ({
    id: film.id,
    title: nameOf(film),
    line: film.line,
    tags: film.tags,
    phrases: film.phrases,
  })),
  skipped: [],
});

const nameOf = ({ title, year }: RecentFilm): string => `${title} (${year})`;
const titleKey = (title: string): string => keyOf(wordsOf(title));

function idsByTitle(titles: ReadonlyMap<number, KnownTitle>): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (const [id, known] of titles)
    for (const title of known.titles) ids.set(`${titleKey(title)} ${known.year}`, id);
  return ids;
}
