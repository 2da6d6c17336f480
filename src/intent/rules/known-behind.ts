/** Words behind a film's name that say it is known already, or not what is meant: "Bridesmaids done 100 times", "Jaws doesn't count". Pure. */
import type { Words } from "../words.ts";
import { phraseSet } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** What may stand before what is said: "has been done", "we've both seen". */
const BETWEEN =
  /^(?:is|are|was|has|have|been|be|both|all|already|just|obviously|of|course|done|seen|watched|we|weve|ive|i|literally|about|like|would|will|so)$/;
const MOST_BETWEEN = 5;
const MANY = /^\d{1,4}x?$/;

/** @returns the token behind such words that begin at a token; undefined where none do */
export function createKnownBehind({
  seenBehind,
  blamedBehind,
}: Words["titles"]): (tokens: readonly Token[], at: number) => number | undefined {
  const phrases = phraseSet([...seenBehind, ...blamedBehind]);
  return (tokens, at) => {
    for (let from = at; from < tokens.length && from - at <= MOST_BETWEEN; from++) {
      if (tokens[from]!.gap !== "space") return undefined;
      const phrase = phrases.at(tokens, from);
      if (phrase) return from + phrase.length;
      if (MANY.test(tokens[from]!.word) && /^(?:times|x)$/.test(tokens[from + 1]?.word ?? ""))
        return from + 2;
      if (!BETWEEN.test(tokens[from]!.word)) return undefined;
    }
    return undefined;
  };
}
