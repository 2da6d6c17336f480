/** Fetches what Wikidata knows of films, and writes it as the files that films' facts are gathered from. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { stringify } from "csv-stringify/sync";
import { writeWhole } from "../../files/write-whole.ts";
import { FILM_FILES } from "../films/files.ts";
import {
  type FilmRecord,
  filmRecords,
  idOf,
  type Nomination,
  nameOf,
  nominationsOf,
} from "./film-records.ts";
import { filmsQuery, namesQuery } from "./queries.ts";
import type { Ask, Row } from "./query-service.ts";

/** An answer of so many takes the service a few seconds; it gives up after sixty. */
const FILMS_A_PAGE = 50;
const NAMES_A_PAGE = 400;

export interface WikidataProgress {
  readonly what: "films" | "names";
  readonly done: number;
  readonly total: number;
}

export interface FetchedFilms {
  readonly films: number;
  /** Directors, casts. */
  readonly people: number;
  readonly nominations: number;
}

/**
 * @param imdbIds of the films wanted; in any order
 * @param folder where the files go, each whole or not at all
 */
export async function fetchWikidata(
  imdbIds: readonly string[],
  folder: string,
  ask: Ask,
  onProgress: (progress: WikidataProgress) => void = () => {},
): Promise<FetchedFilms> {
  const pages = async (what: WikidataProgress["what"], queries: readonly string[]) => {
    const rows: Row[] = [];
    for (const [done, query] of queries.entries()) {
      onProgress({ what, done, total: queries.length });
      for (const row of await ask(query)) rows.push(row);
    }
    onProgress({ what, done: queries.length, total: queries.length });
    return rows;
  };
  const wanted = [...new Set(imdbIds)].sort();
  const rows = await pages("films", inPages(wanted, FILMS_A_PAGE).map(filmsQuery));
  const films = filmRecords(rows);
  const nominations = nominationsOf(rows);
  const people = distinctIds(
    films.flatMap(({ director = [], cast_member = [] }) => [...director, ...cast_member]),
  );
  const awards = distinctIds(nominations.map(({ award }) => award));
  const named = await pages("names", inPages([...people, ...awards], NAMES_A_PAGE).map(namesQuery));
  const names = namesOf(named);

  await writeWhole(join(folder, FILM_FILES.wikidata), gzipSync(jsonLines(films)));
  await writeWhole(join(folder, FILM_FILES.people), gzipSync(peopleTable(people, names)));
  await writeWhole(join(folder, FILM_FILES.oscars), oscarsTable(nominations, films, names));
  return { films: films.length, people: people.length, nominations: nominations.length };
}

function inPages<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, page) =>
    all.slice(page * size, (page + 1) * size),
  );
}

const distinctIds = (ids: readonly string[]): string[] =>
  [...new Set(ids)].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));

function namesOf(rows: readonly Row[]): Map<string, string> {
  const byItem = new Map<string, Row[]>();
  for (const row of rows) {
    const id = idOf(row.item ?? "");
    byItem.set(id, [...(byItem.get(id) ?? []), row]);
  }
  return new Map([...byItem].map(([id, labels]) => [id, nameOf(labels)!]));
}

const jsonLines = (films: readonly FilmRecord[]): string =>
  films.map((film) => `${JSON.stringify(film)}\n`).join("");

const peopleTable = (people: readonly string[], names: ReadonlyMap<string, string>): string =>
  stringify(
    people.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [[`http://www.wikidata.org/entity/${id}`, name]];
    }),
    { header: true, columns: ["wikidataID", "nameSurname"] },
  );

const OSCARS_COLUMNS = [
  "Ceremony",
  "Year",
  "Class",
  "CanonicalCategory",
  "Category",
  "Film",
  "FilmId",
  "Name",
  "Nominees",
  "NomineeIds",
  "Winner",
  "Detail",
  "Note",
  "Citation",
] as const;

/** As the list of all nominations is passed around: with tabs, and no quotes. Nobody's names are in it. */
function oscarsTable(
  nominations: readonly Nomination[],
  films: readonly FilmRecord[],
  names: ReadonlyMap<string, string>,
): string {
  const byId = new Map(films.map((film) => [film.imdb_id, film]));
  const rows = nominations.map(
    ({ imdbId, award, won }): Partial<Record<(typeof OSCARS_COLUMNS)[number], string>> => {
      const { label = "", publication_date = "" } = byId.get(imdbId)!;
      const category = names.get(award) ?? award;
      return {
        Year: publication_date.slice(0, 4),
        CanonicalCategory: category.replace(/^Academy Award for /, "").toUpperCase(), // "BEST PICTURE"
        Category: category,
        Film: label,
        FilmId: imdbId,
        Winner: won ? "True" : "",
      };
    },
  );
  const lines = rows.map((row) => OSCARS_COLUMNS.map((column) => onOneLine(row[column] ?? "")));
  return [OSCARS_COLUMNS, ...lines].map((cells) => `${cells.join("\t")}\n`).join("");
}

const onOneLine = (cell: string): string => cell.replace(/\s+/g, " ");
