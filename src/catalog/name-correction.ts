/** Names of people with a slip in them, or cut short: "wes andersen", "leo dicaprio", "johnny dep". */
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
const SHORTEST_CUT = 3;
/** A shorter name is another word as often as somebody's with a slip in it. */
const SHORTEST_CORRECTED = 5;
const TWO_SLIPS_FROM = 7;

export function createNameCorrection(byWord: ReadonlyMap<string, readonly KnownPerson[]>): NameCorrection {
  const vocabulary = once(() => createVocabulary([...byWord.keys()]));
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
          ? [{ word, alike: 1 }]
          : vocabulary()
              .alike(word)
              .filter(({ alike }) => alike >= LEAST_ALIKE)
              .slice(0, MOST_CHOICES)
              .map(({ word: id, alike }) => ({ word: vocabulary().wordOf(id), alike })),
      );
      let all: { words: readonly string[]; alike: number }[] = [{ words: [], alike: 1 }];
      for (const choice of choices)
        all = all.flatMap((so) =>
          choice.map(({ word, alike }) => ({ words: [...so.words, word], alike: so.alike * alike })),
        );
      return all.sort((one, other) => other.alike - one.alike).map((one) => one.words);
    },
  };
}

function isNear(odd: string, word: string): boolean {
  if (odd.length >= SHORTEST_CUT && word.startsWith(odd)) return true;
  const slips = odd.length < TWO_SLIPS_FROM ? 1 : 2;
  return odd.length > SHORTEST_CUT && slipsBetween(odd, word, slips) <= slips;
}
