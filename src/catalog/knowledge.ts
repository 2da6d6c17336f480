import type { SearchIndex } from "./about/search-index.ts";
import type { FilmFacts } from "./film-facts.ts";
import { type FilmNames, NO_NAMES } from "./film-names.ts";
import type { MovieId } from "./movie.ts";

/** What is written here about a film. */
export interface WordsOfFilm {
  /** One sentence that makes one want to see it or leave it, and gives nothing away. */
  readonly line: string;
  /** Of the vocabulary of data/films, the most characteristic first. */
  readonly tags: readonly string[];
  /** The first tags are subjects that it is listed under, for each its place in that list, from 0: all are what it is about. Default: none. */
  readonly subjects?: readonly number[];
  /** What it is remembered by; these may give the plot away, and are searched, never shown. */
  readonly phrases: readonly string[];
}

/** Which place a tag has among those of a film, from 0: the subjects that it is listed under share the first. */
export const placeOfTag = ({ subjects = [] }: Pick<WordsOfFilm, "subjects">, place: number): number =>
  Math.max(0, place - Math.max(0, subjects.length - 1));

/** What is known of films besides what every movie has. Undefined where nothing is. */
export interface Knowledge {
  factsOf(id: MovieId): FilmFacts | undefined;
  wordsOf(id: MovieId): WordsOfFilm | undefined;
  /** What films are about, as it is searched. Absent where nothing was gathered. */
  readonly searchIndex?: () => SearchIndex;
  /** What films are called, of many more films than the catalogue has. */
  readonly names: FilmNames;
}

export const NOTHING_KNOWN: Knowledge = {
  factsOf: () => undefined,
  wordsOf: () => undefined,
  names: NO_NAMES,
};
