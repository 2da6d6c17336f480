/** Series that a text rules out one after the other: "no star wars or star trek", "nothing with narnia". Pure. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Words } from "../words.ts";
import { type Phrases, phraseSet, wordSet } from "./phrases.ts";
import { overlaps, type Span } from "./spans.ts";
import type { Text, Token } from "./tokens.ts";

export interface RefusedSeries extends Span {
  /** As it was typed. */
  readonly said: string;
}

const JOINERS = /^(?:and|or|nor|&|any|of|the|no|not|more|all|everything|anything|from|with)$/;
/** What may stand behind the last of them. */
const BEHIND =
  /^(?:movies?|films?|stuff|things?|franchise|series|ones?|again|please|pls|thanks|though|either|but)$/;
const LONGEST_NAME = 4;
/** A single word that is shorter is any word. */
const SHORTEST_SINGLE = 4;

/** @param vocabulary words that ask for something by themselves: "alien" is a theme before it is a series */
export function createRefusedSeriesReader(
  { negation, titles, filler }: Words,
  series: Catalog["series"],
  vocabulary: Phrases<unknown>,
): (text: Text, titled: readonly Span[]) => RefusedSeries[] {
  const refusing = phraseSet([...negation.negators, ...titles.refused]);
  const small = wordSet(filler.words);

  /** "No wars" is about war, and "no games" about games. */
  const isOrdinary = (word: string): boolean =>
    word.length < SHORTEST_SINGLE ||
    small.has(word) ||
    [word, word.replace(/s$/, "")].some((form) => vocabulary.get([form]) !== undefined);

  const isSeries = (tokens: readonly Token[]): boolean => {
    const words = tokens.map(({ word }) => word);
    const [only] = words;
    if (words.length === 1 && isOrdinary(only!)) return false;
    return series.called(words).length > 0 || series.partlyCalled(words).length > 0;
  };

  /** Tokens of the longest name of a series that begins there; 0 where none does. */
  const lengthAt = (tokens: readonly Token[], at: number): number => {
    for (let length = Math.min(LONGEST_NAME, tokens.length - at); length > 0; length--) {
      const name = tokens.slice(at, at + length);
      if (name.slice(1).every(({ gap }) => gap === "space") && isSeries(name)) return length;
    }
    return 0;
  };

  const endsAt = (tokens: readonly Token[], at: number): boolean => {
    const next = tokens[at];
    return next?.gap !== "space" || JOINERS.test(next.word) || BEHIND.test(next.word);
  };

  return ({ tokens, said }, titled) => {
    const found: RefusedSeries[] = [];
    for (let at = 0; at < tokens.length; ) {
      const refusal = refusing.at(tokens, at);
      let next = at + (refusal?.length ?? 1);
      while (refusal && next < tokens.length && tokens[next]!.gap !== "stop") {
        const known = titled.find((span) => overlaps(span, tokens[next]!));
        if (known) {
          while (next < tokens.length && overlaps(known, tokens[next]!)) next++;
          continue;
        }
        const length = lengthAt(tokens, next);
        if (length > 0 && endsAt(tokens, next + length)) {
          const [start, end] = [tokens[next]!.start, tokens[next + length - 1]!.end];
          found.push({ start, end, said: said.slice(start, end) });
          next += length;
        } else if (JOINERS.test(tokens[next]!.word)) next++;
        else break;
      }
      at = next;
    }
    return found.filter((one, nth) => found.findIndex((other) => overlaps(one, other)) === nth);
  };
}
