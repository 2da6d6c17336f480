/**
 * Texts as a search compares them: the stems of their telling words, and the tags that their words stand for, so that "hitman"
 * finds what was tagged "assassin".
 */
import { stemmer } from "stemmer";
import { wordsOf } from "../normalise.ts";
import { STOP_WORDS } from "./stop-words.ts";

export interface Term {
  /** A stem, or "#" and a tag. */
  readonly term: string;
  /** The words of the text it was read from. */
  readonly said: string;
}

/** From the stems of a phrase, joined by spaces, to the tag that it stands for. */
export type Concepts = ReadonlyMap<string, string>;

export type TermReader = (text: string) => Term[];

/** Of a concept's phrases, in words. */
const LONGEST_PHRASE = 5;

export const isTag = (term: string): boolean => term.startsWith("#");
export const termOfTag = (tag: string): string => `#${tag}`;

/** The phrases of a vocabulary, each with the tag it stands for. @param phrases of tags, by tag, with its own name */
export function conceptsOf(phrases: Iterable<readonly [tag: string, phrases: readonly string[]]>): Concepts {
  const concepts = new Map<string, string>();
  for (const [tag, list] of phrases) for (const phrase of list) concepts.set(stemsOf(phrase).join(" "), tag);
  return concepts;
}

export function createTermReader(concepts: Concepts): TermReader {
  const longest = Math.min(LONGEST_PHRASE, Math.max(1, ...[...concepts.keys()].map(lengthOf)));
  return (text) => {
    const words = wordsIn(text);
    const stems = words.map(stemOf);
    const terms: Term[] = [];
    words.forEach((said, at) => {
      if (!STOP_WORDS.has(said)) terms.push({ term: stems[at]!, said });
    });
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(longest, words.length - at); length > 0; length--) {
        const tag = concepts.get(stems.slice(at, at + length).join(" "));
        if (tag === undefined) continue;
        terms.push({ term: termOfTag(tag), said: words.slice(at, at + length).join(" ") });
        at += length - 1;
        break;
      }
    }
    return terms;
  };
}

const lengthOf = (phrase: string): number => phrase.split(" ").length;

const wordsIn = (text: string): string[] => wordsOf(text).map((word) => DECADES.get(word) ?? decadeOf(word));

export const stemsOf = (text: string): string[] => wordsIn(text).map(stemOf);

const DECADES = new Map(
  ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"].map(
    (word, i) => [word, `19${i + 2}0s`],
  ),
);

/** "80s" is 1980s, "00s" 2000s. */
function decadeOf(word: string): string {
  const [, tens] = /^(\d0)s$/.exec(word) ?? [];
  return tens === undefined ? word : `${Number(tens) < 20 ? 20 : 19}${tens}s`;
}

/** "1980s" is not the year 1980. */
const stemOf = (word: string): string => (/^\d/.test(word) ? word : stemmer(word));
