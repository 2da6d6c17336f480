/** The file of films' facts: a line a film, with names as numbers in one list, for most of them stand in many lines. */
import type { Certificate } from "../catalog/certificates.ts";
import {
  FACT_SOURCES,
  type FactSource,
  type FilmFacts,
  NAMED_FOR,
  type Sourced,
} from "../catalog/film-facts.ts";
import type { MovieId } from "../catalog/movie.ts";
import { readFilmLines, writeFilmLines } from "./film-lines.ts";
import { seal, unseal } from "./sealed-json.ts";

export const FACTS_FILE = "film_facts.bin";
const FORMAT = 2;

/** The source by its place in FACT_SOURCES, then what it says; names by their place in the list. */
type Coded = readonly [source: number, ...values: number[]];
type NameField = (typeof NAMED_FOR)[keyof typeof NAMED_FOR];
const NAME_FIELDS: readonly NameField[] = Object.values(NAMED_FOR);
interface Row extends Readonly<Partial<Record<NameField, Coded>>> {
  readonly minutes?: Coded;
  readonly certificate?: readonly [source: number, certificate: Certificate];
  readonly countries?: Coded;
  readonly languages?: Coded;
  readonly released?: readonly [source: number, date: string];
  /** Its name, by its place in the list, and the film's place in it. */
  readonly series?: Coded;
  /** Won and nominated. */
  readonly oscars?: Coded;
  readonly wikipedia?: string;
  readonly wikidata?: string;
}

export function encodeFilmFacts(facts: ReadonlyMap<MovieId, FilmFacts>): Buffer {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const code = (source: FactSource) => FACT_SOURCES.indexOf(source);
  const listed = ({ source, value }: Sourced<readonly string[]>): Coded => [
    code(source),
    ...value.map(numberOf),
  ];
  const films = [...facts].map(([id, film]): [string, Row] => [
    id,
    {
      ...mapNames(film, listed),
      ...(film.runtimeMinutes && { minutes: [code(film.runtimeMinutes.source), film.runtimeMinutes.value] }),
      ...(film.certificate && { certificate: [code(film.certificate.source), film.certificate.value] }),
      ...(film.countries && { countries: listed(film.countries) }),
      ...(film.languages && { languages: listed(film.languages) }),
      ...(film.released && { released: [code(film.released.source), film.released.value] }),
      ...(film.series && {
        series: [code(film.series.source), numberOf(film.series.value.name), film.series.value.place],
      }),
      ...(film.oscars && {
        oscars: [code(film.oscars.source), film.oscars.value.won, film.oscars.value.nominated],
      }),
      ...(film.wikipedia !== undefined && { wikipedia: film.wikipedia }),
      ...(film.wikidata !== undefined && { wikidata: film.wikidata }),
    },
  ]);
  return seal(FORMAT, writeFilmLines("names", [...numbers.keys()], films));
}

/** What is known of a film, by its id. @throws Error saying what is wrong with the bytes */
export function decodeFilmFacts(bytes: Buffer): (id: MovieId) => FilmFacts | undefined {
  const content = unseal(FORMAT, bytes, (text) =>
    readFilmLines<readonly string[], Row>("names", text, FACTS_FILE),
  );
  const listed = ([source, ...values]: Coded) => ({
    source: FACT_SOURCES[source]!,
    value: values.map((number) => content().head[number]!),
  });
  return (id) => {
    const row = content().rowOf(id);
    if (!row) return undefined;
    const { minutes, certificate, released, series, oscars } = row;
    return {
      ...mapNames(row, listed),
      ...(minutes && { runtimeMinutes: { source: FACT_SOURCES[minutes[0]]!, value: minutes[1]! } }),
      ...(certificate && {
        certificate: { source: FACT_SOURCES[certificate[0]]!, value: certificate[1] },
      }),
      ...(row.countries && { countries: listed(row.countries) }),
      ...(row.languages && { languages: listed(row.languages) }),
      ...(released && { released: { source: FACT_SOURCES[released[0]]!, value: released[1] } }),
      ...(series && {
        series: {
          source: FACT_SOURCES[series[0]]!,
          value: { name: content().head[series[1]!]!, place: series[2]! },
        },
      }),
      ...(oscars && {
        oscars: {
          source: FACT_SOURCES[oscars[0]]!,
          value: { won: oscars[1]!, nominated: oscars[2]! },
        },
      }),
      ...(row.wikipedia !== undefined && { wikipedia: row.wikipedia }),
      ...(row.wikidata !== undefined && { wikidata: row.wikidata }),
    };
  };
}

function mapNames<T, U>(
  of: Partial<Record<NameField, T>>,
  map: (names: T) => U,
): Partial<Record<NameField, U>> {
  return Object.fromEntries(
    NAME_FIELDS.flatMap((field) => (of[field] === undefined ? [] : [[field, map(of[field])]])),
  );
}
