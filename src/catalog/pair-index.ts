/** Words by the pairs of neighbouring letters in them, for the few that are worth a closer look. */

/** @returns the places of the words that are nearest to a word, at most so many, the nearest first */
export type NearestByPairs = (word: string, limit: number) => number[];

/**
 * Nearness is the Dice coefficient of the pairs, the ends of words marked (Dice, Ecology 26(3), 1945); who shares a single
 * pair is not near. Of words equally near, the one comes first that has the earlier pair of the word asked for.
 */
export function createPairIndex(words: readonly string[]): NearestByPairs {
  const { startOf, places } = createPostings(words);
  const shared = new Uint8Array(words.length);
  const firstPair = new Uint8Array(words.length);
  const sharing = new Uint32Array(words.length);
  const dice = new Float64Array(words.length);
  const nearestFirst = (a: number, b: number) =>
    dice[b]! - dice[a]! || firstPair[a]! - firstPair[b]! || a - b;

  return (word, limit) => {
    const pairs = pairsOf(word);
    let count = 0;
    for (const [nth, pair] of pairs.entries()) {
      const [start, end] = startOf.get(pair) ?? NONE;
      for (let at = start; at < end; at++) {
        const place = places[at]!;
        const before = shared[place]!;
        if (before === 0) firstPair[place] = nth;
        else if (before === 1) sharing[count++] = place;
        shared[place] = before + 1;
      }
    }
    const held: number[] = [];
    let floor = 0;
    for (let at = 0; at < count; at++) {
      const place = sharing[at]!;
      const value = shared[place]! / (pairs.length + words[place]!.length + 1);
      if (value < floor) continue;
      dice[place] = value;
      held.push(place);
      if (held.length === 2 * limit) {
        held.sort(nearestFirst).length = limit;
        floor = dice[held[limit - 1]!]!;
      }
    }
    shared.fill(0);
    return held.sort(nearestFirst).slice(0, limit);
  };
}

const NONE = [0, 0] as const;

/** Where the places of the words with each pair begin and end, in one list for all: it is gone through for every misspelt word. */
function createPostings(words: readonly string[]) {
  const counts = new Map<number, number>();
  const pairsOfWords = words.map(pairsOf);
  let total = 0;
  for (const pairs of pairsOfWords)
    for (const pair of pairs) {
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      total++;
    }
  const startOf = new Map<number, [start: number, end: number]>();
  let start = 0;
  for (const [pair, count] of counts) {
    startOf.set(pair, [start, start]);
    start += count;
  }
  const places = new Uint32Array(total);
  for (const [place, pairs] of pairsOfWords.entries())
    for (const pair of pairs) places[startOf.get(pair)![1]++] = place;
  return { startOf, places };
}

const UNITS = 2 ** 16;
const [BEGINNING, END] = ["^", "$"].map((mark) => mark.charCodeAt(0)) as [number, number];

/** Neighbouring letters, each pair once as a number, the ends marked; "heat" -> ^h he ea at t$ */
function pairsOf(word: string): number[] {
  const pairs: number[] = [];
  let before = BEGINNING;
  for (let i = 0; i <= word.length; i++) {
    const unit = i < word.length ? word.charCodeAt(i) : END;
    const pair = before * UNITS + unit;
    if (!pairs.includes(pair)) pairs.push(pair);
    before = unit;
  }
  return pairs;
}
