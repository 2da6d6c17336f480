import { hashOfKey, mayHoldAny } from "./key-hash.ts";
import type { Movie } from "./movie.ts";
import { keyOf, splitNumber, withoutArticle, wordsOf } from "./normalise.ts";

/** A movie's place in a series: its number where a title says one, and whether its title is the bare name. */
export interface Member {
  readonly row: number;
  readonly number?: number;
  readonly bare: boolean;
}

/** A row of the catalogue under one of its names. */
export interface Name {
  readonly row: number;
  readonly words: readonly string[];
}

/** Every key (see keyOf) a movie is found by, from the surest kind to the least sure. */
export interface TitleIndex {
  readonly names: readonly Name[];
  /** Whole titles, article included. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** Whole titles, leading article dropped. */
  readonly bare: ReadonlyMap<string, readonly number[]>;
  /** Whether a key of this hash (see hashOfKey) may be among these: cheap, and no for most. */
  mayBeBare(hash: number): boolean;
  /** What stands before a number or a subtitle, article dropped: "lordoftherings". */
  readonly series: ReadonlyMap<string, readonly Member[]>;
  /** What follows a colon or a dash, article dropped: "twotowers". */
  readonly subtitles: ReadonlyMap<string, readonly number[]>;
  /** First letters of series of four words and more: "lotr" -> lord, of, the, rings. */
  readonly initials: ReadonlyMap<string, readonly string[]>;
}

const FEWEST_INITIALS = 4;

export function createTitleIndex(movies: readonly Movie[]): TitleIndex {
  const names: Name[] = [];
  const exact = new Map<string, number[]>();
  const bare = new Map<string, number[]>();
  const subtitles = new Map<string, number[]>();
  const series = new Map<string, Member[]>();
  const initials = new Map<string, readonly string[]>();

  const join = (words: readonly string[], row: number, whole: boolean) => {
    const split = splitNumber(words);
    const stem = withoutArticle(split?.stem ?? words);
    const key = keyOf(stem);
    enlist(series, key, { row, bare: whole && !split, ...(split && { number: split.number }) });
    if (stem.length >= FEWEST_INITIALS && !whole) initials.set(stem.map((word) => word[0]).join(""), stem);
  };

  const known = new Map<string, string>();
  /** One string for all names that hold a word. */
  const shared = (word: string): string => {
    const same = known.get(word);
    if (same === undefined) known.set(word, word);
    return same ?? word;
  };

  movies.forEach((movie, row) => {
    for (const name of [movie.title, ...movie.alternativeTitles]) {
      const words = wordsOf(name).map(shared);
      if (words.length === 0) continue;
      names.push({ row, words });
      const key = keyOf(words);
      const bareWords = withoutArticle(words);
      add(exact, key, row);
      add(bare, bareWords === words ? key : keyOf(bareWords), row);
      join(words, row, true);
      for (const { head, tail } of subtitleSplits(name)) {
        const [headWords, tailWords] = [wordsOf(head), wordsOf(tail)];
        if (headWords.length > 0) join(headWords, row, false);
        const onlyNumber = /^\d*$/.test(keyOf(["", ...tailWords]));
        if (!onlyNumber) add(subtitles, keyOf(withoutArticle(tailWords)), row);
      }
    }
  });
  const mayBeBare = mayHoldAny(Array.from(bare.keys(), hashOfKey));
  return { names, exact, bare, mayBeBare, series, subtitles, initials };
}

/** Where a name could fall into a series and an instalment: "X: Y", "X - Y"; "X and the Y" has no subtitle to search by. */
function* subtitleSplits(name: string): Generator<{ head: string; tail: string }> {
  for (const { 0: mark, index } of name.matchAll(/: | [-–—] | and the (?=\p{Lu})/gu)) {
    const tail = mark.startsWith(" and") ? "" : name.slice(index + mark.length);
    yield { head: name.slice(0, index), tail };
  }
}

function add(rows: Map<string, number[]>, key: string, row: number): void {
  const known = rows.get(key);
  if (!known) rows.set(key, [row]);
  else if (known.at(-1) !== row) known.push(row);
}

/** A movie belongs once to a series; a number or the bare title says more than a subtitle. */
function enlist(series: Map<string, Member[]>, stem: string, member: Member): void {
  const members = series.get(stem);
  if (!members) series.set(stem, [member]);
  else if (members.at(-1)!.row !== member.row) members.push(member);
  else if (member.number !== undefined || (member.bare && members.at(-1)!.number === undefined)) {
    members[members.length - 1] = member;
  }
}
