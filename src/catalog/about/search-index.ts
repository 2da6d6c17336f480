import type { MovieId } from "../movie.ts";
import type { Postings } from "./postings.ts";
import { NO_WORD_VECTORS, type WordVectors } from "./word-vectors.ts";

/** What a search by what films are about goes by. Terms are numbered by their places in `terms`. */
export interface SearchIndex {
  /** The films it covers; they are the documents of `films`. */
  readonly ids: readonly MovieId[];
  /** Stems, and tags with "#" before them. Some are in no film, and are known by their neighbours. */
  readonly terms: readonly string[];
  /** Phrases of the vocabulary, by the stems of their words, and the tags they stand for. */
  readonly concepts: ReadonlyMap<string, string>;
  /** How stories of a sort are told, and who tells one: data/films/plots/. */
  readonly plots: readonly Plot[];
  readonly films: Postings;
  /** What films are remembered by, each a document of its own: what is told in one breath belongs together. */
  readonly phrases: Postings;
  /** [phrases] the film of each, as a place in `ids`; those of a film follow one another in the order of its words. */
  readonly filmOfPhrase: Uint32Array;
  readonly neighbours: NeighbourTable;
  readonly vectors: WordVectors;
  /** [plots] the texts in which each is asked for, by the rows of their words in `vectors`. */
  readonly ways: readonly (readonly (readonly number[])[])[];
  /** [plots x dimensions] the middle of each one's ways: near-plots.ts. */
  readonly middles: Int8Array;
}

/** Stories of a sort. */
export interface Plot {
  /** A tag of the vocabulary, or what they are called here. */
  readonly name: string;
  /** Words that tell one, as they are written: "siblings | brothers + reunite | funeral". */
  readonly told: readonly string[];
  /** Places in `ids`, the best known of them first; those of a tag have it in their words. */
  readonly films: readonly number[];
}

/** For each term those that mean nearly the same, the nearest first: at starts[t] up to starts[t + 1]. */
export interface NeighbourTable {
  /** [terms + 1] */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  /** Of 255: cosines. */
  readonly cosines: Uint8Array;
}

const NO_POSTINGS: Postings = {
  documents: 0,
  starts: Uint32Array.of(0),
  docs: new Uint32Array(),
  impacts: new Uint8Array(),
};

/** Of no films. */
export const NO_SEARCH_INDEX: SearchIndex = {
  ids: [],
  terms: [],
  concepts: new Map(),
  plots: [],
  films: NO_POSTINGS,
  phrases: NO_POSTINGS,
  filmOfPhrase: new Uint32Array(),
  neighbours: { starts: Uint32Array.of(0), terms: new Uint32Array(), cosines: new Uint8Array() },
  vectors: NO_WORD_VECTORS,
  ways: [],
  middles: new Int8Array(),
};
