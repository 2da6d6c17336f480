import { occurrencesIn } from "./occurrences.ts";
import type { Name } from "./title-index.ts";
import { type AlikeWord, createVocabulary } from "./vocabulary.ts";

/** How well a movie's best name and the words asked for cover one another; rare words weigh more. */
export interface Overlap {
  readonly row: number;
  /** 0..1, share of the asked words that the name accounts for. */
  readonly asked: number;
  /** 0..1, share of the name that was asked for. */
  readonly named: number;
  /** Whether the first word of the name was asked for. */
  readonly opens: boolean;
}

/** Words that are all in the vocabulary, in place of the words asked for. */
export interface Correction {
  readonly words: readonly string[];
  /** How alike they are to those asked for: the product over the words. */
  readonly alike: number;
  /** The same of the word changed most. */
  readonly weakest: number;
}

export interface OverlapOptions {
  /** The last word may be unfinished, as while typing. */
  readonly unfinished?: boolean;
}

export interface OverlapIndex {
  /** Whether some name holds a word. */
  knows(word: string): boolean;
  /** The words with the unknown ones replaced by what they may have been meant for, likeliest first. */
  corrections(words: readonly string[]): readonly Correction[];
  /** The words with one of them, known or not, replaced by one that is like it: "donny darko". */
  mistakes(words: readonly string[]): readonly Correction[];
  /** Movies sharing something with the words, in no particular order, each by its best name. */
  overlaps(words: readonly string[], options?: OverlapOptions): Overlap[];
}

/** Words beyond these are not looked at; places of words are bits of one integer. */
const MOST_WORDS = 24;
const MOST_CHOICES = 4;
const MOST_MISTAKES = 10;
/** A shorter word that is known was hardly mistaken for another. */
const SHORTEST_MISTAKEN = 4;
const MOST_CORRECTIONS = 12;
/** An unfinished word fits what it begins a little less than the whole word would. */
const BEGUN_ALIKE = 0.95;

/** Word weights are inverse document frequencies (Spärck Jones 1972), log(1 + names / names with the word). */
export function createOverlapIndex(names: readonly Name[]): OverlapIndex {
  const { words: distinct, starts, names: holding, places } = occurrencesIn(names, MOST_WORDS);
  const vocabulary = createVocabulary(distinct);
  const rarest = Math.log(1 + names.length);
  const weights = new Float64Array(distinct.length);
  const nameWeights = new Float64Array(names.length);
  for (let word = 0; word < weights.length; word++) {
    const [start, end] = [starts[word]!, starts[word + 1]!];
    weights[word] = Math.log(1 + names.length / (end - start));
    for (let at = start; at < end; at++) nameWeights[holding[at]!]! += weights[word]!;
  }
  const rowOf = Uint32Array.from(names, ({ row }) => row);

  const asked = new Float64Array(names.length);
  const named = new Float64Array(names.length);
  const lastWord = new Int32Array(names.length);
  const takenPlaces = new Int32Array(names.length);

  /** Adds up, for every name, the best fit of each asked word; a word of the name fits one asked word only. */
  const overlapsOf = (fits: readonly (readonly AlikeWord[])[]): Map<number, Overlap> => {
    const touched: number[] = [];
    let askedWeight = 0;
    fits.forEach((fit, i) => {
      const weight = weightOf(fit);
      askedWeight += weight;
      for (const { word, alike } of fit) {
        for (let at = starts[word]!; at < starts[word + 1]!; at++) {
          const name = holding[at]!;
          const place = 1 << places[at]!;
          if (lastWord[name] === i + 1 || (takenPlaces[name]! & place) !== 0) continue;
          if (lastWord[name] === 0) touched.push(name);
          lastWord[name] = i + 1;
          takenPlaces[name]! |= place;
          asked[name]! += weight * alike;
          named[name]! += weights[word]! * alike;
        }
      }
    });
    const best = new Map<number, Overlap>();
    for (const name of touched) {
      const overlap = {
        row: rowOf[name]!,
        asked: asked[name]! / askedWeight,
        named: Math.min(1, named[name]! / nameWeights[name]!),
        opens: (takenPlaces[name]! & 1) === 1,
      };
      asked[name] = named[name] = lastWord[name] = takenPlaces[name] = 0;
      keepBetter(best, overlap);
    }
    return best;
  };

  /** What an asked word weighs: a misspelt one as much as the rarest it may stand for. */
  const weightOf = (fit: readonly AlikeWord[]): number => {
    if (fit.length === 0) return rarest;
    return fit[0]!.alike === 1 ? weights[fit[0]!.word]! : Math.max(...fit.map(({ word }) => weights[word]!));
  };

  /** Known words hidden in the spacing: "starwars" is two of them, "spider man" may be one. */
  const respaced = (words: readonly string[]): string[] | undefined => {
    const known = (word: string) => vocabulary.idOf(word) !== undefined;
    const result: string[] = [];
    for (let i = 0; i < words.length; i++) {
      const joined = words[i]! + (words[i + 1] ?? "");
      const split = known(words[i]!) ? undefined : splitKnown(words[i]!, known);
      if (i + 1 < words.length && known(joined)) {
        result.push(joined);
        i++;
      } else result.push(...(split ?? [words[i]!]));
    }
    return result.length === words.length ? undefined : result;
  };

  const fitsOf = (words: readonly string[], unfinished: boolean) =>
    words.map((word, i) => {
      const fits = vocabulary.alike(word);
      if (!unfinished || i < words.length - 1) return fits;
      const begun = vocabulary.startingWith(word).map((id) => ({ word: id, alike: BEGUN_ALIKE }));
      return [...fits, ...begun].sort((a, b) => b.alike - a.alike);
    });

  return {
    knows: (word) => vocabulary.idOf(word) !== undefined,

    corrections(words) {
      let made: Correction[] = [{ words: [], alike: 1, weakest: 1 }];
      for (const word of words.slice(0, MOST_WORDS)) {
        const known = vocabulary.idOf(word) !== undefined;
        const choices = known ? [] : vocabulary.alike(word).slice(0, MOST_CHOICES);
        if (!known && choices.length === 0) return [];
        const next = known
          ? [{ word, alike: 1 }]
          : choices.map((choice) => ({ word: vocabulary.wordOf(choice.word), alike: choice.alike }));
        made = made
          .flatMap((sofar) =>
            next.map((choice) => ({
              words: [...sofar.words, choice.word],
              alike: sofar.alike * choice.alike,
              weakest: Math.min(sofar.weakest, choice.alike),
            })),
          )
          .sort((a, b) => b.alike - a.alike)
          .slice(0, MOST_CORRECTIONS);
      }
      return made.filter(({ alike }) => alike < 1);
    },

    mistakes(words) {
      return words.flatMap((word, at) =>
        (word.length < SHORTEST_MISTAKEN ? [] : vocabulary.alike(word).slice(0, MOST_MISTAKES))
          .filter(({ alike }) => alike < 1)
          .map(({ word: id, alike }) => ({
            words: words.with(at, vocabulary.wordOf(id)),
            alike,
            weakest: alike,
          })),
      );
    },

    overlaps(words, { unfinished = false } = {}) {
      const distinct = [...new Set(words)].slice(0, MOST_WORDS);
      const best = overlapsOf(fitsOf(distinct, unfinished));
      const other = respaced(distinct);
      if (other)
        for (const overlap of overlapsOf(fitsOf(other, unfinished)).values()) keepBetter(best, overlap);
      return [...best.values()];
    },
  };
}

/** One number to rank by: what was asked for must be there; what else the title holds matters less. */
export const closeness = ({ asked, named, opens }: Overlap): number =>
  0.8 * asked + 0.2 * named + (opens ? 0.03 : 0);

function keepBetter(best: Map<number, Overlap>, overlap: Overlap): void {
  const known = best.get(overlap.row);
  if (!known || closeness(overlap) > closeness(known)) best.set(overlap.row, overlap);
}

function splitKnown(word: string, known: (word: string) => boolean): string[] | undefined {
  for (let at = word.length - 2; at >= 2; at--) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every(known)) return parts;
  }
  return undefined;
}
