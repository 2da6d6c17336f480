/** What is said of a film behind its title, as far as its clause goes: "Heat hit the spot", "Casino did nothing for me". Pure. */
import type { Words } from "../words.ts";
import { phraseSet } from "./phrases.ts";
import type { Told } from "./title-lists.ts";
import type { Token } from "./tokens.ts";

/** Words behind a title in which it is said. */
const FARTHEST = 14;
/** Behind a comma these still speak of the film. */
const STILL_OF_IT = /^(?:which|who|it|its|both|all|they|these|those|each|obviously|though|so|not)$/;
/** What follows is no longer said of the film before. */
const ENDS_IT = /^(?:but|although|however|because|since|while)$/;
const ASKER = /^(?:i|we|need|want|looking|something|anything|give)$/;
/** "Was too long", but not "me too". */
const TOO_MUCH = /^\p{L}{3,}$/u;
const NOT_TOO_MUCH = /^(?:please|though|but|and|thanks|many|often)$/;

/** @returns what is said of a film whose title ends before a token: "mentioned" where nothing is */
export function createSaidBehind({
  praisedBehind,
  blamedBehind,
  seenBehind,
}: Words["titles"]): (tokens: readonly Token[], to: number, isTitle: (token: Token) => boolean) => Told {
  const [praised, blamed, seen] = [praisedBehind, blamedBehind, seenBehind].map((list) => phraseSet(list));

  const endOf = (tokens: readonly Token[], to: number, isTitle: (token: Token) => boolean): number => {
    for (let at = to; at < tokens.length && at - to < FARTHEST; at++) {
      const { word, gap } = tokens[at]!;
      const next = tokens[at + 1]?.word ?? "";
      if (gap === "stop" || isTitle(tokens[at]!) || ENDS_IT.test(word)) return at;
      if (gap === "comma" && !STILL_OF_IT.test(word)) return at;
      if (/^(?:and|so)$/.test(word) && ASKER.test(next) && !blamed!.at(tokens, at + 1)) return at;
    }
    return Math.min(tokens.length, to + FARTHEST);
  };

  return (tokens, to, isTitle) => {
    const end = endOf(tokens, to, isTitle);
    for (let at = to; at < end; at++) {
      const next = tokens[at + 1]?.word ?? "";
      const isTooMuch =
        tokens[at]!.word === "too" &&
        tokens[at + 1]?.gap === "space" &&
        TOO_MUCH.test(next) &&
        !NOT_TOO_MUCH.test(next);
      const lengths = [praised!, blamed!, seen!].map((phrases) => phrases.at(tokens, at)?.length ?? 0);
      const longest = Math.max(...lengths);
      if (longest === 0 && !isTooMuch) continue;
      if (isTooMuch || lengths[1] === longest) return { role: "refused", isOfList: true };
      const words = [{ start: tokens[at]!.start, end: tokens[at + longest - 1]!.end }];
      return lengths[0] === longest
        ? { role: "loved", isOfList: true, words }
        : { role: "refused", verdict: "seen", isOfList: true };
    }
    return { role: "mentioned" };
  };
}
