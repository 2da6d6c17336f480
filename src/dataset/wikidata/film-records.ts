/** Makes films out of the rows that filmsQuery gives. Rows come in no order, and some come twice. */

import type { AwardField, FilmField } from "./queries.ts";
import type { Row } from "./query-service.ts";

/** A film as `wikidata-films.jsonl.gz` has it, a line each. Items are ids: "Q42". Nothing is empty. */
export interface FilmRecord {
  readonly wikidata_id: string;
  readonly imdb_id: string;
  readonly label?: string;
  readonly enwiki_title?: string;
  readonly director?: readonly string[];
  /** As in the credits where Wikidata has their order; then by how many of these films somebody is in. */
  readonly cast_member?: readonly string[];
  /** "1995-12-15", or less of it; the first of several. */
  readonly publication_date?: string;
  readonly duration_minutes?: number;
  readonly country_of_origin?: readonly string[];
  readonly original_language?: readonly string[];
  readonly genre?: readonly string[];
  readonly main_subject?: readonly string[];
  readonly based_on?: readonly string[];
  readonly series?: readonly string[];
}

/** An Academy Award that a film was nominated for. */
export interface Nomination {
  readonly imdbId: string;
  /** The item of the award. */
  readonly award: string;
  readonly won: boolean;
}

/** The end of an item's address. */
export const idOf = (address: string): string => address.slice(address.lastIndexOf("/") + 1);

type Rows = ReadonlyMap<string, readonly Row[]>;

/** One film an IMDb id, in the order of these; of several items that give the same id, the one that more is said of. */
export function filmRecords(rows: readonly Row[]): FilmRecord[] {
  const films = [...groupBy(distinct(rows), (row) => `${row.imdb} ${row.film}`).values()];
  const fullest = new Map<string, readonly Row[]>();
  for (const film of films) {
    const { imdb } = film[0]!;
    const other = fullest.get(imdb!);
    if (other === undefined || isBefore(film, other)) fullest.set(imdb!, film);
  }
  const chosen = [...fullest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, film]) => film);
  const appearances = new Map<string, number>();
  for (const film of chosen)
    for (const person of new Set(valuesOf(byField(film), "cast")))
      appearances.set(person, (appearances.get(person) ?? 0) + 1);
  return chosen.map((film) => recordOf(film, appearances));
}

const isBefore = (film: readonly Row[], other: readonly Row[]): boolean =>
  film.length > other.length || (film.length === other.length && film[0]!.film! < other[0]!.film!);

function recordOf(film: readonly Row[], appearances: ReadonlyMap<string, number>): FilmRecord {
  const fields = byField(film);
  const { imdb, film: address } = film[0]!;
  const items = (key: keyof FilmRecord, field: FilmField) => {
    const ids = valuesOf(fields, field).map(idOf).filter(isId).sort(byNumber);
    return ids.length > 0 && { [key]: ids };
  };
  const label = nameOf(fields.get("label") ?? []);
  const [page] = valuesOf(fields, "page").sort();
  const date = firstDate(fields);
  const minutes = minutesOf(fields);
  const cast = castOf(fields, appearances);
  return {
    wikidata_id: idOf(address!),
    imdb_id: imdb!,
    ...(label !== undefined && { label }),
    ...(page !== undefined && { enwiki_title: page }),
    ...items("director", "director"),
    ...(cast.length > 0 && { cast_member: cast }),
    ...(date !== undefined && { publication_date: date }),
    ...(minutes !== undefined && { duration_minutes: minutes }),
    ...items("country_of_origin", "country"),
    ...items("original_language", "language"),
    ...items("genre", "genre"),
    ...items("main_subject", "subject"),
    ...items("based_on", "basedOn"),
    ...items("series", "series"),
  };
}

/** The English name, else the one that is the same in all languages. */
export const nameOf = (rows: readonly Row[]): string | undefined =>
  (rows.find(({ detail }) => detail === "en") ?? rows[0])?.value;

/** "unknown" and "nobody" are items of no id. */
const isId = (id: string): boolean => /^Q\d+$/.test(id);
const byNumber = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));

function castOf(fields: Rows, appearances: ReadonlyMap<string, number>): string[] {
  const places = new Map<string, number>();
  for (const { value, detail } of fields.get("cast") ?? []) {
    const place = /^\d+$/.test(detail ?? "") ? Number(detail) : Number.POSITIVE_INFINITY;
    places.set(value!, Math.min(place, places.get(value!) ?? Number.POSITIVE_INFINITY));
  }
  return [...places]
    .filter(([person]) => isId(idOf(person)))
    .sort(
      ([a, placeOfA], [b, placeOfB]) =>
        (placeOfA === placeOfB ? 0 : placeOfA - placeOfB) ||
        appearances.get(b)! - appearances.get(a)! ||
        byNumber(idOf(a), idOf(b)),
    )
    .map(([person]) => idOf(person));
}

/** Letters of "1995-12-15" that are known, by Wikibase's scale. */
const LETTERS: Readonly<Record<string, number>> = { "9": 4, "10": 7, "11": 10 };

function firstDate(fields: Rows): string | undefined {
  const dates = (fields.get("date") ?? []).flatMap(({ value = "", detail = "" }) => {
    const letters = LETTERS[detail];
    return letters !== undefined && /^\d{4}-\d\d-\d\d/.test(value) ? [value.slice(0, letters)] : [];
  });
  const year = dates.map((date) => date.slice(0, 4)).sort()[0];
  // of the first year the day that is known best: "1995" is before "1995-12-15", but says less
  return dates
    .filter((date) => date.startsWith(year!))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
}

/** How many minutes a unit is: minute, hour, second. */
const MINUTES: Readonly<Record<string, number>> = { Q7727: 1, Q25235: 60, Q11574: 1 / 60 };
/** Beyond these it is a slip, or a series. */
const SHORTEST_MINUTES = 1;
const LONGEST_MINUTES = 600;

/** Of several cuts the one in the middle; of two the shorter. */
function minutesOf(fields: Rows): number | undefined {
  const known = (fields.get("duration") ?? [])
    .map(({ value, detail }) => Math.round(Number(value) * (MINUTES[idOf(detail ?? "")] ?? Number.NaN)))
    .filter((minutes) => minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES)
    .sort((a, b) => a - b);
  return known[(known.length - 1) >> 1];
}

/**
 * A statement of a film is a nomination; people's own count where the film has none of that award, once, since several who
 * share one have a statement each. Who won was nominated, whether that is said or not.
 */
export function nominationsOf(rows: readonly Row[]): Nomination[] {
  const ofAward = groupBy(
    distinct(rows).filter(({ field }) => /^(won|nominated)/.test(field ?? "")),
    ({ imdb, value }) => `${imdb} ${value}`,
  );
  const inOrder = [...ofAward].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.flatMap(([, all]) => {
    const { imdb, value } = all[0]!;
    const times = (field: AwardField) => {
      const own = new Set(all.filter((row) => row.field === field).map(({ detail }) => detail)).size;
      return own > 0 ? own : Number(all.some((row) => row.field === `${field} by a person`));
    };
    const won = times("won");
    const nominated = Math.max(won, times("nominated"));
    return Array.from({ length: nominated }, (_, at) => ({
      imdbId: imdb!,
      award: idOf(value!),
      won: at < won,
    }));
  });
}

const byField = (rows: readonly Row[]): Rows => groupBy(rows, ({ field }) => field ?? "");

const valuesOf = (fields: Rows, field: FilmField): string[] => [
  ...new Set((fields.get(field) ?? []).flatMap(({ value }) => value ?? [])),
];

function distinct(rows: readonly Row[]): Row[] {
  const keyOf = ({ imdb, film, field, value, detail }: Row) =>
    JSON.stringify([imdb, film, field, value, detail]);
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
