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

/** From a phrase, as it is written and by the stems of its words, to the tag that it stands for. */
export type Concepts = ReadonlyMap<string, string>;

export type TermReader = (text: string) => Term[];

/** Of a concept's phrases, in words. */
const LONGEST_PHRASE = 5;

export const isTag = (term: string): boolean => term.startsWith("#");
export const termOfTag = (tag: string): string => `#${tag}`;

/**
 * The phrases of a vocabulary. Of two that have the same stems ("aliens" and "alienation") the stems stand for the first tag
 * that is called so, else the first one.
 *
 * @param phrases of tags, by tag: its own name, then others
 */
export function conceptsOf(
  phrases: readonly (readonly [tag: string, phrases: readonly string[]])[],
): Concepts {
  const concepts = new Map<string, string>();
  const offer = (key: string, tag: string) => concepts.set(key, concepts.get(key) ?? tag);
  for (const [tag, list] of phrases) for (const phrase of list) offer(wordsIn(phrase).join(" "), tag);
  for (const [tag] of phrases) offer(stemsOf(tag).join(" "), tag);
  for (const [tag, list] of phrases) for (const phrase of list) offer(stemsOf(phrase).join(" "), tag);
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
        const said = words.slice(at, at + length).join(" ");
        const tag = concepts.get(said) ?? concepts.get(stems.slice(at, at + length).join(" "));
        if (tag === undefined) continue;
        terms.push({ term: termOfTag(tag), said });
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

/** The words of a text as they are compared, in its order. */
export const spokenWords = (text: string): string[] => wordsIn(text);

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

/**
 * Plurals and the forms of verbs are one word; what is derived from another is a word of its own ("wilderness" has little to
 * do with "wilder", nor "alienation" with "aliens"), and its neighbour where they mean the same.
 */
function stemOf(word: string): string {
  if (/^\d/.test(word)) return word;
  return DERIVED.test(word) ? word.replace(/s$/, "") : stemmer(word);
}

const DERIVED =
  /(?:ness|tion|sion|ment|ship|hood|ity|ism|ist|ive|ous|ful|less|able|ible|al|ance|ence|ant|ent|ic)s?$/;
