/**
 * The file of films' facts: a line a film, with names as numbers in one list, for most of them stand in many lines. A line
 * is parsed when somebody asks for its film: the text takes a fifth of the memory of what it says.
 */
import { inflateRawSync } from "node:zlib";
import { FACT_SOURCES, type FactSource, type FilmFacts, type Sourced } from "../catalog/film-facts.ts";
import type { MovieId } from "../catalog/movie.ts";
import { seal, unsealBytes } from "./sealed-json.ts";

export const FACTS_FILE = "film_facts.bin";
const FORMAT = 2;

/** The source by its place in FACT_SOURCES, then what it says; names by their place in the list. */
type Coded = readonly [source: number, ...values: number[]];
interface Row {
  readonly directors?: Coded;
  readonly cast?: Coded;
  readonly minutes?: Coded;
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

/** What stands before the list of names, between it and the lines, and after them. */
const NAMES = '{"names":';
const FILMS = ',"films":{\n';
const END = "\n}}\n";

interface Content {
  readonly names: readonly string[];
  rowOf(id: MovieId): Row | undefined;
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
      ...(film.directors && { directors: listed(film.directors) }),
      ...(film.cast && { cast: listed(film.cast) }),
      ...(film.runtimeMinutes && { minutes: [code(film.runtimeMinutes.source), film.runtimeMinutes.value] }),
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
  const lines = films.map(([id, row]) => `${JSON.stringify(id)}:${JSON.stringify(row)}`).join(",\n");
  return seal(FORMAT, `${NAMES}${JSON.stringify([...numbers.keys()])}${FILMS}${lines}${END}`);
}

/** What is known of a film, by its id. @throws Error saying what is wrong with the bytes */
export function decodeFilmFacts(bytes: Buffer): (id: MovieId) => FilmFacts | undefined {
  const content = unsealBytes(FORMAT, bytes, (body) => readContent(inflateRawSync(body)));
  const listed = ([source, ...values]: Coded) => ({
    source: FACT_SOURCES[source]!,
    value: values.map((number) => content().names[number]!),
  });
  return (id) => {
    const row = content().rowOf(id);
    if (!row) return undefined;
    const { minutes, released, series, oscars } = row;
    return {
      ...(row.directors && { directors: listed(row.directors) }),
      ...(row.cast && { cast: listed(row.cast) }),
      ...(minutes && { runtimeMinutes: { source: FACT_SOURCES[minutes[0]]!, value: minutes[1]! } }),
      ...(row.countries && { countries: listed(row.countries) }),
      ...(row.languages && { languages: listed(row.languages) }),
      ...(released && { released: { source: FACT_SOURCES[released[0]]!, value: released[1] } }),
      ...(series && {
        series: {
          source: FACT_SOURCES[series[0]]!,
          value: { name: content().names[series[1]!]!, place: series[2]! },
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

function readContent(text: Buffer): Content {
  const films = text.indexOf(FILMS);
  const lines = new Map<MovieId, readonly [start: number, end: number]>();
  const last = text.length - END.length;
  for (let start = films + FILMS.length; start < last; ) {
    const next = text.indexOf("\n", start);
    const colon = text.indexOf('":{', start);
    const comma = next < last ? 1 : 0;
    lines.set(JSON.parse(text.toString("utf8", start, colon + 1)), [colon + 2, next - comma]);
    start = next + 1;
  }
  return {
    names: JSON.parse(text.toString("utf8", NAMES.length, films)),
    rowOf(id) {
      const line = lines.get(id);
      return line && JSON.parse(text.toString("utf8", ...line));
    },
  };
}
