/** From what is known of films, as texts, to the index that they are searched by. */
import type { MovieId } from "../movie.ts";
import { likeIn } from "./like-in.ts";
import { middlesOf } from "./near-plots.ts";
import { createPostings, type TermWeights } from "./postings.ts";
import type { NeighbourTable, SearchIndex } from "./search-index.ts";
import { type Concepts, createTermReader, isTag, stemsOf, termOfTag } from "./terms.ts";
import { waysToTell } from "./ways-to-tell.ts";
import { createRowReader, NO_WORD_VECTORS } from "./word-vectors.ts";

/** A text about a film, and how much its words count. */
export interface TextField {
  readonly text: string;
  readonly weight: number;
  /** One sentence: a film that holds some words in it is more about them than one that holds them apart. */
  readonly isSentence?: true;
}

export interface FilmTexts {
  readonly id: MovieId;
  readonly fields: readonly TextField[];
  readonly tags: readonly { readonly tag: string; readonly weight: number }[];
}

/** A word and those that mean nearly the same, as words: cosines in (0, 1]. A tag stands with "#" before it. */
export type Neighbours = ReadonlyMap<string, readonly (readonly [word: string, cosine: number])[]>;

/** Of a term, those that stand nearest. */
const MOST_NEIGHBOURS = 8;
/** A phrase's words, and not its length, say how well it fits. */
const OF_PHRASES = { k1: 0.55, b: 0.35 };
const OF_FILMS = { k1: 1.2, b: 0.6 };
/** Of a word that stands for a tag, besides the word itself. */
const WEIGHT_OF_CONCEPT = 0.5;

export function buildSearchIndex(
  films: readonly FilmTexts[],
  concepts: Concepts,
  neighbours: Neighbours = new Map(),
  plots: SearchIndex["plots"] = [],
  vectors: SearchIndex["vectors"] = NO_WORD_VECTORS,
): SearchIndex {
  const read = createTermReader(concepts);
  const weighed = films.map(({ fields, tags }) => {
    const weights = new Map<string, number>();
    const add = (term: string, weight: number) => weights.set(term, (weights.get(term) ?? 0) + weight);
    for (const { text, weight } of fields)
      for (const { term } of read(text)) add(term, isTag(term) ? WEIGHT_OF_CONCEPT * weight : weight);
    for (const { tag, weight } of tags) add(termOfTag(tag), weight);
    return weights;
  });
  const said = films.flatMap(({ fields }, film) =>
    fields
      .filter(({ isSentence }) => isSentence)
      .map(({ text }) => ({ film, terms: new Map(read(text).map(({ term }) => [term, 1])) })),
  );
  const terms = vocabularyOf([...weighed, ...said.map((phrase) => phrase.terms)], neighbours);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const numbered = (weights: ReadonlyMap<string, number>): TermWeights =>
    new Map(
      [...weights].flatMap(([term, weight]) => {
        const number = numbers.get(term);
        return number === undefined ? [] : [[number, weight] as const];
      }),
    );
  const table = tableOf(neighbours, terms, numbers);
  const rowsOf = createRowReader(vectors, likeIn({ terms, neighbours: table }));
  const ways = plots.map((plot) => waysToTell(plot).map(rowsOf));
  return {
    ids: films.map(({ id }) => id),
    terms,
    concepts,
    plots,
    films: createPostings(weighed.map(numbered), terms.length, OF_FILMS),
    phrases: createPostings(
      said.map((phrase) => numbered(phrase.terms)),
      terms.length,
      OF_PHRASES,
    ),
    filmOfPhrase: Uint32Array.from(said, ({ film }) => film),
    neighbours: table,
    vectors,
    ways,
    middles: middlesOf(ways, vectors),
  };
}

/** In alphabetical order, so that the same films give the same index. */
function vocabularyOf(documents: readonly ReadonlyMap<string, number>[], neighbours: Neighbours): string[] {
  const held = new Set(documents.flatMap((weights) => [...weights.keys()]));
  const keys = [...neighbours].flatMap(([word, near]) =>
    near.some(([other]) => held.has(termOf(other))) ? [termOf(word)] : [],
  );
  return [...new Set([...held, ...keys])].filter((term) => term !== "").sort();
}

function tableOf(
  neighbours: Neighbours,
  terms: readonly string[],
  numbers: ReadonlyMap<string, number>,
): NeighbourTable {
  const near = new Map<number, Map<number, number>>();
  for (const [word, list] of neighbours) {
    const key = numbers.get(termOf(word));
    if (key === undefined) continue;
    const nearest = near.get(key) ?? new Map<number, number>();
    near.set(key, nearest);
    for (const [other, cosine] of list) {
      const number = numbers.get(termOf(other));
      if (number === undefined || number === key || looksAlike(word, other, cosine)) continue;
      nearest.set(number, Math.max(cosine, nearest.get(number) ?? 0));
    }
  }
  const lists = terms.map((_, term) =>
    [...(near.get(term) ?? [])].sort(([, a], [, b]) => b - a).slice(0, MOST_NEIGHBOURS),
  );
  const starts = new Uint32Array(terms.length + 1);
  lists.forEach((list, term) => {
    starts[term + 1] = starts[term]! + list.length;
  });
  return {
    starts,
    terms: Uint32Array.from(lists.flat(), ([number]) => number),
    cosines: Uint8Array.from(lists.flat(), ([, cosine]) => Math.round(255 * cosine)),
  };
}

/** Up to this cosine nothing but the letters in which both begin makes a word a neighbour; more of these in common are a root. */
const BY_LETTERS = 0.55;
const SAME_BEGINNING = 3;
const ROOT = 5;

/** A sentence model reads rare words in pieces: "hobo" stands near "hobbits" for the first of them, not for what it means. */
const looksAlike = (word: string, other: string, cosine: number): boolean => {
  const begins = (length: number) => word.slice(0, length) === other.slice(0, length);
  return cosine < BY_LETTERS && !isTag(other) && begins(SAME_BEGINNING) && !begins(ROOT);
};

/** A tag as it stands, a word by its stem. */
const termOf = (word: string): string => (isTag(word) ? word : (stemsOf(word)[0] ?? ""));
