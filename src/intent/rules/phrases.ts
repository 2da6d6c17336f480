import { LRUCache } from "lru-cache";
import type { Span } from "./spans.ts";
import { readText, type Token } from "./tokens.ts";

/** A place in a text: tokens from `at`, `length` of them. */
export interface Found<T> {
  readonly at: number;
  readonly length: number;
  readonly values: readonly T[];
}

/** Phrases by their words. Spaces and hyphens within one do not count: "rom-com", "rom com", "romcom". */
export interface Phrases<T> {
  /** What the words name when taken together as one phrase. */
  get(words: readonly string[]): readonly T[] | undefined;
  /** The longest phrase that begins at a token. No phrase runs over a full stop or a comma. */
  at(tokens: readonly Token[], at: number): Found<T> | undefined;
  /** Whether any phrase stands in the text, and where first. */
  first(tokens: readonly Token[]): Found<T> | undefined;
  readonly keys: Iterable<string>;
}

/** Places in the table of what phrases begin with: some hundred beginnings of two characters each. */
const BEGINNINGS = 1024;

/** Of the first two characters. */
const beginningOf = (text: string): number => (text.charCodeAt(0) * 31 + text.charCodeAt(1)) % BEGINNINGS;

/** Characters by which most places in a text are soon seen to begin no phrase, and then to go on with none. */
const OPENING = 3;
const STEM = 6;

export function createPhrases<T>(entries: Iterable<readonly [phrase: string, value: T]>): Phrases<T> {
  const byKey = new Map<string, T[]>();
  let longest = 1;
  /** By this most words are seen to begin no phrase before anything is put together. */
  const begins = new Uint8Array(BEGINNINGS);
  const openings = new Set<string>();
  /** Of phrases with a word of one letter: "k-drama", but not "cani", Italian for dogs, which "can I" would be. */
  const withLetters = new Set<string>();
  const stems = new Set<string>();
  for (const [phrase, value] of entries) {
    const spoken = wordsIn(phrase);
    const key = spoken.join("");
    if (key.length > 1) begins[beginningOf(key)] = 1;
    openings.add(key.slice(0, OPENING));
    if (spoken.some(isLetter)) withLetters.add(key);
    if (key.length >= STEM) stems.add(key.slice(0, STEM));
    const values = byKey.get(key);
    if (!values) byKey.set(key, [value]);
    else if (!values.includes(value)) values.push(value);
    // A phrase may be typed with more spaces than it is listed with: "sci fi" for "scifi".
    longest = Math.max(longest, spoken.length + 1);
  }

  const at = (tokens: readonly Token[], start: number): Found<T> | undefined => {
    const first = tokens[start]?.word ?? "";
    if (first.length > 1 && begins[beginningOf(first)] === 0) return undefined;
    let best: Found<T> | undefined;
    let key = "";
    let hasLetter = false;
    for (let length = 1; length <= longest && start + length <= tokens.length; length++) {
      const token = tokens[start + length - 1]!;
      if (length > 1 && token.gap !== "space") break;
      key += token.word;
      hasLetter ||= isLetter(token.word);
      if (key.length >= OPENING && !openings.has(key.slice(0, OPENING))) break;
      const values = byKey.get(key) ?? (length < 4 ? inflected(byKey, token.word, key) : undefined);
      if (values && !(hasLetter && length > 1 && !withLetters.has(key))) best = { at: start, length, values };
      if (key.length >= STEM && !stems.has(key.slice(0, STEM))) break;
    }
    return best;
  };

  return {
    get: (words) => byKey.get(words.join("")),
    at,
    first(tokens) {
      for (let start = 0; start < tokens.length; start++) {
        const found = at(tokens, start);
        if (found) return found;
      }
      return undefined;
    },
    keys: byKey.keys(),
  };
}

/**
 * Where a text has phrases, as stretches of characters.
 *
 * @param others where they have a longer one, it is theirs
 */
export function spansOf(
  phrases: Phrases<unknown>,
  tokens: readonly Token[],
  others?: Phrases<unknown>,
): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const found = phrases.at(tokens, at);
    if (!found || (others?.at(tokens, at)?.length ?? 0) > found.length) continue;
    at += found.length - 1;
    spans.push({ start: tokens[found.at]!.start, end: tokens[at]!.end });
  }
  return spans;
}

/** More than there are listed, so that a phrase of several lists is read once. */
const MOST_REMEMBERED = 10_000;
const remembered = new LRUCache<string, readonly string[]>({ max: MOST_REMEMBERED });

/** The words of a listed phrase, as a text would have them. Most are plain, and soon read. */
export function wordsIn(phrase: string): readonly string[] {
  if (/^[a-z]+(?: [a-z]+)*$/.test(phrase)) return phrase.split(" ");
  const known = remembered.get(phrase);
  if (known) return known;
  const words = readText(phrase).tokens.map(({ word }) => word);
  remembered.set(phrase, words);
  return words;
}

/** The words of some lists, as a text would have them: without accents. */
export const wordSet = (...lists: readonly (readonly string[])[]): Set<string> =>
  new Set(lists.flat().flatMap(wordsIn));

/** A word of its own, as "I" and "a" are: no part of another that was split. */
const isLetter = (word: string): boolean => word.length === 1 && /[a-z]/.test(word);

/** Shorter words are only what they are: "as" is no plural, "one" no form of "on". */
const SHORTEST_INFLECTED = 5;
/** What a word may end with beyond its listed form: plurals, and German adjectives. */
const ENDINGS = ["s", "es", "e", "er", "en", "em"];
/** Endings by gender and number in Spanish and Portuguese: one is listed, all are found. */
const GENDERS = ["o", "a", "os", "as"];

function inflected<T>(byKey: ReadonlyMap<string, T[]>, last: string, key: string): T[] | undefined {
  if (last.length < SHORTEST_INFLECTED) return undefined;
  for (const ending of ENDINGS) {
    const shortest = ending === "s" ? SHORTEST_INFLECTED : SHORTEST_INFLECTED + ending.length;
    if (last.length < shortest || !last.endsWith(ending)) continue;
    const values = byKey.get(key.slice(0, -ending.length));
    if (values) return values;
  }
  const single = last.endsWith("ies") && byKey.get(`${key.slice(0, -3)}y`);
  if (single) return single;
  const gender = last.length > SHORTEST_INFLECTED && /[oa]s?$/.exec(last);
  if (!gender) return undefined;
  const stem = key.slice(0, -gender[0].length);
  for (const ending of GENDERS) {
    const values = byKey.get(stem + ending);
    if (values) return values;
  }
  return undefined;
}

/** The entries of lists that are kept by what they mean. */
export function* entriesOf(
  lists: Readonly<Record<string, readonly string[] | undefined>>,
): Generator<readonly [string, string]> {
  for (const [value, phrases] of Object.entries(lists)) {
    for (const phrase of phrases ?? []) yield [phrase, value];
  }
}

/** Phrases that mean nothing but themselves. */
export const phraseSet = (phrases: readonly string[]): Phrases<true> =>
  createPhrases(phrases.map((phrase) => [phrase, true] as const));

/** "Cheer me up" is said of others too: "cheer her up". */
export function* saidOfOthers(phrase: string): Generator<string> {
  yield phrase;
  if (!/^(?!.*\b(?:give|show|find|get|for|let)\b)[a-z' ]*\bme\b/.test(phrase)) return;
  for (const other of ["him", "her", "them", "us", "everyone"]) yield phrase.replace(/\bme\b/, other);
}

/** Whether a stretch is one phrase and no more than an article before it: "the villain wins". */
export const isOnePhrase = (
  phrases: Phrases<unknown>,
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean => [from, from + 1].some((at) => at < to && (phrases.at(tokens, at)?.length ?? 0) >= to - at);
