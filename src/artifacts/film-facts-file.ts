/**
 * The file of films' facts: a line with the format and a hash of all that follows, then JSON, a row a film, with names as
 * numbers in one list, for most of them stand in many rows. What it says was checked when it was written; from then on
 * the hash vouches for it, which keeps reading it short. A row is put together when somebody asks for its film.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { FACT_SOURCES, type FactSource, type FilmFacts, type Sourced } from "../catalog/film-facts.ts";
import type { MovieId } from "../catalog/movie.ts";

export const FACTS_FILE = "film_facts.json";
const FORMAT = 1;

const headSchema = z.object({ format: z.int(), sha256: z.string() });

/** The source by its place in FACT_SOURCES, then what it says; names by their place in the list. */
type Coded = readonly [source: number, ...values: number[]];
interface Row {
  readonly directors?: Coded;
  readonly cast?: Coded;
  readonly minutes?: Coded;
  readonly countries?: Coded;
  readonly languages?: Coded;
  readonly released?: readonly [source: number, date: string];
  /** Won and nominated. */
  readonly oscars?: Coded;
  readonly wikipedia?: string;
  readonly wikidata?: string;
}

interface Content {
  readonly names: readonly string[];
  readonly films: Readonly<Record<MovieId, Row>>;
}

/** What is known of films, by id. */
export interface FilmFactsBook {
  /** Undefined where nothing is. */
  of(id: MovieId): FilmFacts | undefined;
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
      ...(film.oscars && {
        oscars: [code(film.oscars.source), film.oscars.value.won, film.oscars.value.nominated],
      }),
      ...(film.wikipedia !== undefined && { wikipedia: film.wikipedia }),
      ...(film.wikidata !== undefined && { wikidata: film.wikidata }),
    },
  ]);
  const lines = films.map(([id, row]) => `${JSON.stringify(id)}:${JSON.stringify(row)}`).join(",\n");
  const body = `{"names":${JSON.stringify([...numbers.keys()])},"films":{\n${lines}\n}}\n`;
  return Buffer.from(`${JSON.stringify({ format: FORMAT, sha256: hashOf(Buffer.from(body)) })}\n${body}`);
}

/** @throws Error saying what is wrong with the bytes */
export function decodeFilmFacts(bytes: Buffer): FilmFactsBook {
  const { names, films } = contentOf(bytes);
  const listed = ([source, ...values]: Coded) => ({
    source: FACT_SOURCES[source]!,
    value: values.map((number) => names[number]!),
  });
  return {
    of(id) {
      const row = Object.hasOwn(films, id) ? films[id] : undefined;
      if (!row) return undefined;
      const { minutes, released, oscars } = row;
      return {
        ...(row.directors && { directors: listed(row.directors) }),
        ...(row.cast && { cast: listed(row.cast) }),
        ...(minutes && { runtimeMinutes: { source: FACT_SOURCES[minutes[0]]!, value: minutes[1]! } }),
        ...(row.countries && { countries: listed(row.countries) }),
        ...(row.languages && { languages: listed(row.languages) }),
        ...(released && { released: { source: FACT_SOURCES[released[0]]!, value: released[1] } }),
        ...(oscars && {
          oscars: {
            source: FACT_SOURCES[oscars[0]]!,
            value: { won: oscars[1]!, nominated: oscars[2]! },
          },
        }),
        ...(row.wikipedia !== undefined && { wikipedia: row.wikipedia }),
        ...(row.wikidata !== undefined && { wikidata: row.wikidata }),
      };
    },
  };
}

function contentOf(bytes: Buffer): Content {
  const end = bytes.indexOf("\n");
  const head = headSchema.safeParse(parsed(bytes.subarray(0, Math.max(0, end)).toString("utf8")));
  if (!head.success) throw new Error("the first line is not that of a file of films' facts");
  const { format, sha256 } = head.data;
  if (format !== FORMAT)
    throw new Error(`it has format ${format}, this program reads ${FORMAT}: update Matinee`);
  const body = bytes.subarray(end + 1);
  if (hashOf(body) !== sha256) throw new Error("cut short or altered: its SHA-256 is not the one it names");
  return JSON.parse(body.toString("utf8"));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
