/** Names of people with a slip in them, or cut short: "wes andersen", "leo dicaprio", "johnny dep". */
import { doubleMetaphone } from "double-metaphone";
import { once } from "./once.ts";
import type { KnownPerson } from "./person.ts";
import { slipsBetween } from "./slips.ts";
import { createVocabulary } from "./vocabulary.ts";

export interface NameCorrection {
  /** Those whose names hold all of the words but one, and something near that one. */
  people(words: readonly string[]): KnownPerson[];
  /** The words with the unknown ones put right, in every way that is likely, the likeliest first. */
  words(words: readonly string[]): (readonly string[])[];
}

/** A word that is corrected must be so much alike. */
const LEAST_ALIKE = 0.7;
const MOST_CHOICES = 4;
/** Of the ways to correct what is said so far those that are gone on with. */
const MOST_CORRECTIONS = 24;
const SHORTEST_CUT = 3;
/** A shorter name is another word as often as somebody's with a slip in it. */
const SHORTEST_CORRECTED = 5;
const TWO_SLIPS_FROM = 7;
/** A word that sounds the same is as likely meant as one that is so much alike in its letters. */
const SOUNDS_ALIKE = 0.85;
/** Added to that for each doubling or so of how well the best known of a name is known. */
const OF_FAME = 0.02;
/** Of those that sound the same so many, the best known, are tried. */
const MOST_OF_A_SOUND = 4;

export function createNameCorrection(byWord: ReadonlyMap<string, readonly KnownPerson[]>): NameCorrection {
  const vocabulary = once(() => createVocabulary([...byWord.keys()]));
  const bySound = once(() => wordsBySound(byWord));
  const soundingLike = (word: string) =>
    soundsOf(word)
      .flatMap((sound) => bySound().get(sound) ?? [])
      .filter((other) => isSpeltLike(word, other))
      .slice(0, MOST_OF_A_SOUND)
      .map((other) => ({ word: other, alike: SOUNDS_ALIKE }));
  return {
    people(words) {
      if (words.length < 2) return [];
      const found = new Set<KnownPerson>();
      words.forEach((odd, at) => {
        const [first = "", ...others] = words.filter((_, place) => place !== at);
        for (const known of byWord.get(first) ?? []) {
          const rest = known.words.filter((word) => word !== first && !others.includes(word));
          const fits = others.every((word) => known.words.includes(word));
          if (fits && rest.some((word) => isNear(odd, word))) found.add(known);
        }
      });
      return [...found];
    },

    words(words) {
      if (words.join("").length < SHORTEST_CORRECTED) return [];
      const choices = words.map((word) =>
        byWord.has(word)
          ? [{ word, alike: 1 }, ...soundingLike(word).filter((other) => other.word !== word)]
          : [
              ...vocabulary()
                .alike(word)
                .filter(({ alike }) => alike >= LEAST_ALIKE)
                .slice(0, MOST_CHOICES)
                .map(({ word: id, alike }) => ({ word: vocabulary().wordOf(id), alike })),
              ...soundingLike(word),
            ],
      );
      let all: Corrected[] = [{ words: [], alike: 1, fame: Number.POSITIVE_INFINITY }];
      for (const choice of choices) {
        const known = choice.map((one) => ({ ...one, fame: Math.log1p(fameOf(byWord, one.word)) }));
        all = all
          .flatMap((so) =>
            known.map(({ word, alike, fame }) => ({
              words: [...so.words, word],
              alike: so.alike * alike,
              fame: Math.min(so.fame, fame),
            })),
          )
          .sort((one, other) => likely(other) - likely(one))
          .slice(0, MOST_CORRECTIONS);
      }
      return all.map((one) => one.words);
    },
  };
}

interface Corrected {
  readonly words: readonly string[];
  /** To what was said: the product over the words. */
  readonly alike: number;
  /** Logarithm of ratings, of the least known word. */
  readonly fame: number;
}

const likely = ({ alike, fame }: Corrected): number => alike + OF_FAME * fame;

function isNear(odd: string, word: string): boolean {
  if (odd.length >= SHORTEST_CUT && word.startsWith(odd)) return true;
  const slips = odd.length < TWO_SLIPS_FROM ? 1 : 2;
  if (odd.length > SHORTEST_CUT && slipsBetween(odd, word, slips) <= slips) return true;
  return isSpeltLike(odd, word) && soundsOf(odd).some((sound) => soundsOf(word).includes(sound));
}

/** Both ways in which a word may be said: "Hanx" as "Hanks". */
const soundsOf = (word: string): string[] =>
  [...new Set(doubleMetaphone(word))].filter((sound) => sound !== "");

/** Sounds leave out vowels, so that they alone are a "pew" and a "pay". */
const isSpeltLike = (odd: string, word: string): boolean =>
  odd[0] === word[0] && Math.abs(odd.length - word.length) <= 2 && slipsBetween(odd, word, 3) <= 3;

/** Of the best known whose name has the word. */
const fameOf = (byWord: ReadonlyMap<string, readonly KnownPerson[]>, word: string): number =>
  (byWord.get(word) ?? []).reduce((most, { fame }) => Math.max(most, fame), 0);

/** The best known first. */
function wordsBySound(byWord: ReadonlyMap<string, readonly KnownPerson[]>): Map<string, string[]> {
  const bySound = new Map<string, string[]>();
  const fame = (word: string) => byWord.get(word)!.reduce((sum, known) => sum + known.fame, 0);
  const byFame = [...byWord.keys()]
    .map((word) => ({ word, fame: fame(word) }))
    .sort((a, b) => b.fame - a.fame);
  for (const { word } of byFame)
    for (const sound of soundsOf(word)) bySound.set(sound, [...(bySound.get(sound) ?? []), word]);
  return bySound;
}
