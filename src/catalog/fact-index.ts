/** Facts of films by row, as films are chosen by. Rows are those of the item embeddings, from 0. */
import type { Certificate } from "./certificates.ts";
import { fameOf } from "./fame.ts";
import { type FilmFacts, namedFor } from "./film-facts.ts";
import type { SeriesIndex } from "./film-series.ts";
import type { WholeSeries } from "./find-series.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Movie } from "./movie.ts";
import { wordsOf } from "./normalise.ts";
import { once } from "./once.ts";
import { type Credit, createPeopleIndex, type PeopleIndex } from "./people.ts";
import { CREW_ROLES, type Person, type Role, roleIn, withRole } from "./person.ts";

export interface FactIndex extends PeopleIndex {
  /**
   * Whom a name means, or any of two ("Ryan Gosling or Jake Gyllenhaal"), as find() has it, with the films that are tagged by it ("stephen king": those made of his books);
   * or else the series that goes by just this name: "James Bond". A series asked for as a whole is meant before anybody:
   * "Rocky films".
   */
  filmsBy(name: string): Person | undefined;
  /** English name of the language: "French". False where it is not known. */
  isIn(row: number, language: string): boolean;
  /** English name of the country. False where it is not known. */
  isFrom(row: number, country: string): boolean;
  /** Whether it is the first country that is named of it. */
  isMainlyFrom(row: number, country: string): boolean;
  /** Whether it is the first language that is named of it. */
  isMainlyIn(row: number, language: string): boolean;
  knowsLanguages(row: number): boolean;
  knowsCountries(row: number): boolean;
  /** Undefined where it is not known. */
  minutesOf(row: number): number | undefined;
  /** Undefined where it is not known. */
  certificateOf(row: number): Certificate | undefined;
  /** Whether it is known of any film. */
  readonly knowsCertificates: boolean;
  /** Whether anything is known of any film: else nothing can be chosen by it. */
  readonly isEmpty: boolean;
}

export const NO_FACTS: FactIndex = {
  filmsBy: () => undefined,
  find: () => undefined,
  namesakes: () => [],
  fameOf: () => 0,
  isIn: () => false,
  isFrom: () => false,
  isMainlyFrom: () => false,
  isMainlyIn: () => false,
  knowsLanguages: () => false,
  knowsCountries: () => false,
  minutesOf: () => undefined,
  certificateOf: () => undefined,
  knowsCertificates: false,
  isEmpty: true,
};

/** The series that names may mean. */
export interface SeriesByName {
  /** That goes by just this name. */
  readonly named: SeriesIndex["named"];
  /** That words ask for as a whole. */
  whole(text: string): WholeSeries | undefined;
}

const NO_SERIES: SeriesByName = { named: () => undefined, whole: () => undefined };

/** Built when first it is asked: some tens of milliseconds for 10,000 films. */
export function createFactIndex(
  movies: readonly Movie[],
  { factsOf, wordsOf, names }: Knowledge,
  series: SeriesByName = NO_SERIES,
): FactIndex {
  const index = once(() => {
    const columns = createColumns(movies.length);
    const films = function* (): Generator<readonly [number, Credit[], number | undefined]> {
      for (const [row, { id, year }] of movies.entries()) {
        const film = factsOf(id);
        if (!film) continue;
        columns.add(row, film);
        yield [row, creditsOf(film), year];
      }
    };
    const people = createPeopleIndex(films(), (row) => fameOf(movies[row]!), names.personNicknamed);
    return { columns, people };
  });
  const filmsOf = (found: WholeSeries | undefined): Person | undefined =>
    found && { name: found.name, rows: new Set(found.rows) };
  const byTag = once(() => {
    const rows = new Map<string, number[]>();
    for (const [row, { id }] of movies.entries())
      for (const tag of wordsOf(id)?.tags ?? []) {
        const known = rows.get(tag);
        if (known) known.push(row);
        else rows.set(tag, [row]);
      }
    return rows;
  });
  const taggedWith = (tag: string): readonly number[] => byTag().get(tag) ?? [];
  const rowsAs = ({ name, rows }: Person, role: Role): readonly number[] =>
    [...rows].filter((row) => namedFor(factsOf(movies[row]!.id), role).includes(roleIn(name).name));
  /** Of whom films are asked for as a director or an actor, those they did so in. */
  const inRole = (person: Person, role: Role): Person => {
    const { name } = roleIn(person.name);
    const rows = rowsAs(person, role);
    const isAll = rows.length === 0 || rows.length === person.rows.size;
    return isAll ? person : { name: withRole(name, role), rows: new Set(rows) };
  };
  /** Of a director of whom no script is known, what they directed: most write their own. */
  const whoMayHaveWritten = (name: string): Person | undefined => {
    const found = index().people.find(withRole(name, "director"));
    return found && rowsAs(found, "director").length > 0 ? inRole(found, "director") : undefined;
  };
  const personBy = (said: string): Person | undefined => {
    const { name, role } = roleIn(said);
    const found = index().people.find(said);
    if (role === "director" || role === "actor") return found && inRole(found, role);
    return found ?? (role === "writer" ? whoMayHaveWritten(name) : undefined);
  };
  const filmsBy = (name: string): Person | undefined => {
    const whole = filmsOf(series.whole(name));
    if (whole) return whole;
    const either = name.split(EITHER);
    if (either.length > 1) return anyOf(either.flatMap((one) => filmsBy(one) ?? []));
    const person = personBy(name);
    const called = filmsOf(series.named(name));
    if (called && !(person && isSpelt(name, person))) return called; // "Scream" is no misspelt Scrimm
    const meant = roleIn(person?.name ?? name);
    const isOfBooks = meant.role === undefined || meant.role === "author";
    const tagged = isOfBooks ? taggedWith(meant.name.toLowerCase()) : [];
    if (tagged.length === 0) return person ?? called;
    return { name: person?.name ?? name, rows: new Set([...(person?.rows ?? []), ...tagged]) };
  };
  return {
    find: (name) => index().people.find(name),
    filmsBy,
    namesakes: (name) => index().people.namesakes(name),
    fameOf: (words) => index().people.fameOf(words),
    isIn: (row, language) => index().columns.languages[row]?.includes(language) ?? false,
    isFrom: (row, country) => index().columns.countries[row]?.includes(country) ?? false,
    isMainlyFrom: (row, country) => index().columns.countries[row]?.[0] === country,
    isMainlyIn: (row, language) => index().columns.languages[row]?.[0] === language,
    knowsLanguages: (row) => (index().columns.languages[row]?.length ?? 0) > 0,
    knowsCountries: (row) => (index().columns.countries[row]?.length ?? 0) > 0,
    minutesOf: (row) => index().columns.minutes[row] || undefined,
    certificateOf: (row) => index().columns.certificates[row],
    get knowsCertificates() {
      return index().columns.certificates.length > 0;
    },
    get isEmpty() {
      return index().columns.isEmpty;
    },
  };
}

const isSpelt = (said: string, { name }: Person): boolean => {
  const words = new Set(wordsOf(name));
  return wordsOf(said).every((word) => words.has(word));
};

/** "Ryan Gosling or Jake Gyllenhaal" */
const EITHER = / or /;

/** The films of all of them, under all their names; undefined of nobody. */
function anyOf(people: readonly Person[]): Person | undefined {
  if (people.length === 0) return undefined;
  return {
    name: people.map(({ name }) => name).join(" or "),
    rows: new Set(people.flatMap(({ rows }) => [...rows])),
  };
}

/** What films are chosen by, by row: kept for all films, and so no more of each than that. */
interface Columns {
  readonly languages: readonly (readonly string[] | undefined)[];
  readonly countries: readonly (readonly string[] | undefined)[];
  /** 0 where it is not known. */
  readonly minutes: Uint16Array;
  /** Empty where none is known. */
  readonly certificates: readonly (Certificate | undefined)[];
  readonly isEmpty: boolean;
  add(row: number, film: FilmFacts): void;
}

function createColumns(rows: number): Columns {
  const languages = new Array<readonly string[] | undefined>(rows);
  const countries = new Array<readonly string[] | undefined>(rows);
  const minutes = new Uint16Array(rows);
  const certificates: (Certificate | undefined)[] = [];
  const lists = new Map<string, readonly string[]>();
  /** One list for all films that have the same: most have one country and one language. */
  const shared = (list: readonly string[] | undefined) => {
    if (!list) return undefined;
    const key = list.join();
    const same = lists.get(key) ?? list;
    lists.set(key, same);
    return same;
  };
  let isEmpty = true;
  return {
    languages,
    countries,
    minutes,
    certificates,
    get isEmpty() {
      return isEmpty;
    },
    add(row, film) {
      languages[row] = shared(film.languages?.value);
      countries[row] = shared(film.countries?.value);
      minutes[row] = film.runtimeMinutes?.value ?? 0;
      if (film.certificate) certificates[row] = film.certificate.value;
      isEmpty = false;
    },
  };
}

/** A film is as much its director's as that of the two who lead its cast. */
const DIRECTED = 2;
/** Less is remembered of who else made it. */
const CREW_SHARE = 1;

function creditsOf(film: FilmFacts): Credit[] {
  const directors = film.directors?.value ?? [];
  const cast = film.cast?.value ?? [];
  return [
    ...directors.map((name) => ({ name, role: "director" as const, share: DIRECTED })),
    ...cast.map((name, place) => ({ name, role: "actor" as const, share: 2 / (2 + place) })),
    ...CREW_ROLES.flatMap((role) => namedFor(film, role).map((name) => ({ name, role, share: CREW_SHARE }))),
  ];
}
