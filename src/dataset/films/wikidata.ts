/** Readers of films' facts as Wikidata has them (CC0): by IMDb id with people as ids, and by title with people as names. */
import { z } from "zod";
import type { SourceFolder } from "../source-folder.ts";
import { FILM_FILES } from "./files.ts";
import { jsonLines, tableRows } from "./lines.ts";
import type { SourceFilm } from "./source-film.ts";

const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => (typeof value === "string" ? [value] : value));

const filmSchema = z.object({
  wikidata_id: z.string(),
  imdb_id: z.string(),
  label: z.string().optional(),
  enwiki_title: z.string().optional(),
  genre: oneOrMore,
  main_subject: oneOrMore,
  director: oneOrMore,
  cast_member: oneOrMore,
  publication_date: z.string().optional(),
  country_of_origin: oneOrMore,
  original_language: oneOrMore,
  duration_minutes: z.int().positive().optional(),
});

/** A page's title without what tells it from others: "Heat (1995 film)" is Heat. */
export const withoutQualifier = (page: string): string => page.replace(/ \([^()]*\)$/, "");

/**
 * Every film that is known by IMDb id, with ids resolved to names; an id that nobody names is left out.
 *
 * @param places English names of countries and languages by Wikidata id
 */
export async function readWikidataFilms(
  folder: SourceFolder,
  places: ReadonlyMap<string, string>,
): Promise<SourceFilm[]> {
  const people = await readPeople(folder);
  const named = (ids: readonly string[], names: ReadonlyMap<string, string>) =>
    ids.flatMap((id) => names.get(id) ?? []);
  const films: SourceFilm[] = [];
  const isNew = folder.files.includes(FILM_FILES.wikidata);
  const file = isNew ? FILM_FILES.wikidata : FILM_FILES.wikidataTo2019;
  for await (const film of jsonLines(folder, file, filmSchema)) {
    const page = film.enwiki_title;
    films.push({
      imdbId: film.imdb_id,
      titles: [...new Set([film.label, page && withoutQualifier(page)].flatMap((title) => title ?? []))],
      ...(film.publication_date && {
        year: Number(film.publication_date.slice(0, 4)),
        released: film.publication_date,
      }),
      directors: named(film.director, people),
      cast: named(film.cast_member, people),
      ...(film.duration_minutes !== undefined && { runtimeMinutes: film.duration_minutes }),
      countries: named(film.country_of_origin, places),
      languages: named(film.original_language, places),
      wikidata: film.wikidata_id,
      ...(page && { wikipedia: page }),
      kinds: [...film.genre, ...film.main_subject],
    });
  }
  return films;
}

async function readPeople(folder: SourceFolder): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for await (const row of tableRows(folder, FILM_FILES.people, ["wikidataID", "nameSurname"])) {
    const { wikidataID = "", nameSurname = "" } = row;
    const id = wikidataID.slice(wikidataID.lastIndexOf("/") + 1);
    if (nameSurname !== "" && !/^Q\d+$/.test(nameSurname)) people.set(id, nameSurname);
  }
  return people;
}

/**
 * Films of the last years by title and year. The file has a row for each genre of a film: rows of one title and year that share a
 * director are one film. Casts come in no order that means anything.
 */
export async function readRecentWikidataFilms(folder: SourceFolder): Promise<SourceFilm[]> {
  const byTitle = new Map<string, SourceFilm[]>();
  for await (const row of tableRows(folder, FILM_FILES.recentWikidata, [
    "title",
    "year",
    "directors",
    "actors",
  ])) {
    const { title = "", year = "", runtime = "", directors = "", actors = "" } = row;
    const minutes = Math.round(Number(runtime));
    if (title === "" || !/^\d{4}$/.test(year)) continue;
    const key = `${title} ${year}`;
    const namesakes = byTitle.get(key) ?? [];
    byTitle.set(key, namesakes);
    const named = listed(directors);
    if (namesakes.some((film) => isSame(film.directors, named))) continue;
    namesakes.push({
      titles: [title],
      year: Number(year),
      directors: named,
      cast: listed(actors),
      castUnordered: true,
      ...(minutes > 0 && { runtimeMinutes: minutes }),
      countries: [],
      languages: [],
    });
  }
  return [...byTitle.values()].flat();
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length + others.length === 0 || some.some((name) => others.includes(name));

const listed = (names: string): string[] =>
  names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
