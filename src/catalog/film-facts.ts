import type { Certificate } from "./certificates.ts";
import type { Role } from "./person.ts";

/** Where a fact is from. In the order of the codes of the shipped file: new ones are added at the end. */
export const FACT_SOURCES = [
  "Wikidata",
  "Wikipedia",
  "Freebase",
  "MovieLens",
  "Academy Awards",
  "by hand",
] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

/** A fact, and who says so. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: FactSource;
}

/** In the order in which its films came out, from 1. */
export interface PlaceInSeries {
  readonly name: string;
  readonly place: number;
}

/** What is known of one film besides title, year, genres and ratings. A field that is absent is not known. */
export interface FilmFacts {
  readonly directors?: Sourced<readonly string[]>;
  /** In the order of billing where the source has it; at most eight. */
  readonly cast?: Sourced<readonly string[]>;
  readonly composers?: Sourced<readonly string[]>;
  readonly cinematographers?: Sourced<readonly string[]>;
  /** Of the screenplay. */
  readonly writers?: Sourced<readonly string[]>;
  /** Of the book, play, comic or story that it is made of. */
  readonly authors?: Sourced<readonly string[]>;
  /** Minutes, within five of the truth for nine films of ten: to be said as "about". */
  readonly runtimeMinutes?: Sourced<number>;
  /** In the United States, when it came out. */
  readonly certificate?: Sourced<Certificate>;
  /** English names, the first to be named first: "France". */
  readonly countries?: Sourced<readonly string[]>;
  /** English names: "French". */
  readonly languages?: Sourced<readonly string[]>;
  /** "1995-11-22", or the year alone where the source has no day. */
  readonly released?: Sourced<string>;
  readonly series?: Sourced<PlaceInSeries>;
  readonly oscars?: Sourced<{ readonly won: number; readonly nominated: number }>;
  /** Title of the page in the English Wikipedia. */
  readonly wikipedia?: string;
  /** Wikidata's id: "Q42198". */
  readonly wikidata?: string;
}

/** The fields of names, by what those who are named in them did for the film. */
export const NAMED_FOR = {
  director: "directors",
  actor: "cast",
  composer: "composers",
  cinematographer: "cinematographers",
  writer: "writers",
  author: "authors",
} as const satisfies Record<Role, keyof FilmFacts>;

/** Who did so much for a film; nobody where it is not known. */
export const namedFor = (facts: FilmFacts | undefined, role: Role): readonly string[] =>
  facts?.[NAMED_FOR[role]]?.value ?? [];

/** Names on a cast that are kept. */
export const MOST_CAST = 8;
