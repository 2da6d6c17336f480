/**
 * The words of all titles, and which of them somebody may have meant by a misspelt one.
 *
 * Fuse scores the candidates; since it scans everything it is given (about 20 ms for the words of 10,000
 * titles), shared pairs of letters choose the few dozen words it sees.
 */
import Fuse, { type IFuseOptions } from "fuse.js";
import { LRUCache } from "lru-cache";
import { createPairIndex } from "./pair-index.ts";
import { slipsBetween } from "./slips.ts";

/** A word of the vocabulary and how alike it is to the word asked for: 1 the same, 0 nothing shared. */
export interface AlikeWord {
  readonly word: number;
  readonly alike: number;
}

export interface Vocabulary {
  readonly size: number;
  idOf(word: string): number | undefined;
  wordOf(id: number): string;
  /** Ids of the words that begin so, in alphabetical order. */
  startingWith(prefix: string): readonly number[];
  /** The word itself and its likely corrections, the most alike first. */
  alike(word: string): readonly AlikeWord[];
}

/** Words this short have too many neighbours for anything but two letters swapped. */
const SHORTEST_CORRECTED = 4;
const LONGEST_CORRECTED = 32;
const LEAST_ALIKE = 0.6;
const SWAPPED_ALIKE = 0.85;
const NARROWED_TO = 40;
/** Words asked for, of which people write the same again and again. */
const MOST_REMEMBERED = 2000;
/** Letters from which a word may be two slips away from what was meant, and three. */
const TWO_SLIPS_FROM = 6;
const THREE_SLIPS_FROM = 9;

const FUSE: IFuseOptions<string> = {
  includeScore: true,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  threshold: 1 - LEAST_ALIKE,
};

/** @param words distinct; their ids are their places in this list */
export function createVocabulary(words: readonly string[]): Vocabulary {
  const ids = new Map(words.map((word, id) => [word, id]));
  const sorted = [...words.keys()].sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
  const nearestByPairs = createPairIndex(words);

  const alikeTo = (word: string): AlikeWord[] => {
    const found = new Map<number, number>();
    const offer = (id: number | undefined, value: number) => {
      if (id !== undefined && value > (found.get(id) ?? 0)) found.set(id, value);
    };
    offer(ids.get(word), 1);
    for (const swapped of swapsOf(word)) offer(ids.get(swapped), SWAPPED_ALIKE);
    const correctable = word.length >= SHORTEST_CORRECTED && word.length <= LONGEST_CORRECTED;
    if (correctable && !/^\d+$/.test(word)) {
      const near = nearestByPairs(word, NARROWED_TO).filter(
        (id) => slipsBetween(word, words[id]!, slipsAllowed(word)) !== Number.POSITIVE_INFINITY,
      );
      const fuse = new Fuse(
        near.map((id) => words[id]!),
        FUSE,
      );
      for (const { item, refIndex, score = 1 } of fuse.search(word)) {
        const inLength = Math.min(item.length, word.length) / Math.max(item.length, word.length);
        const value = Math.min(1 - score, inLength);
        if (value >= LEAST_ALIKE) offer(near[refIndex], value);
      }
    }
    return [...found].map(([id, value]) => ({ word: id, alike: value })).sort((a, b) => b.alike - a.alike);
  };

  const remembered = new LRUCache<string, readonly AlikeWord[]>({ max: MOST_REMEMBERED });
  const alike = (word: string): readonly AlikeWord[] => {
    const known = remembered.get(word);
    if (known) return known;
    const found = alikeTo(word);
    remembered.set(word, found);
    return found;
  };

  const startingWith = (prefix: string): number[] => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (words[sorted[middle]!]! < prefix) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < sorted.length && words[sorted[end]!]!.startsWith(prefix)) end++;
    return sorted.slice(low, end);
  };

  return {
    size: words.length,
    idOf: (word) => ids.get(word),
    wordOf: (id) => words[id]!,
    startingWith,
    alike,
  };
}

const slipsAllowed = ({ length }: string): number =>
  1 + Number(length >= TWO_SLIPS_FROM) + Number(length >= THREE_SLIPS_FROM);

/** The word with two neighbouring letters swapped, in every place: the commonest slip of two hands. */
function* swapsOf(word: string): Generator<string> {
  if (word.length < 3 || word.length > LONGEST_CORRECTED) return;
  for (let i = 0; i + 1 < word.length; i++) {
    yield word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
  }
}
