/** How a film struck those who watched it, told behind it: "just saw Heat and wow", "we watched Up. He was glued to the screen". Pure. */
import type { Words } from "../words.ts";
import { phraseSet } from "./phrases.ts";
import type { Span } from "./spans.ts";
import type { Token } from "./tokens.ts";

/** Words behind a title in which it is told. */
const FARTHEST = 20;
/** How soon the sentence behind it has to tell: "Wow.", "I'm still shaking". */
const SOON = 6;
/** "I saw it, but ...", "saw it, I want something incredible": no longer said of it. */
const ENDS_IT =
  /^(?:but|although|however|need|want|looking|something|anything|any|recommend|suggest|give|show|find|which|please|else)$/;
const DENIES = /^(?:not|never|no|isnt|wasnt|werent|arent|didnt|dont|hardly|less)$/;
/** In words: "not exactly blown away". */
const DENIES_WITHIN = 3;
const BLAMES =
  /^(?:boring|bored|boredom|bore|waste|wasted|terrible|awful|horrible|hated|hate|disliked|disappointed|disappointing|disappointment|meh|dull|asleep|worst|worse|overrated|overhyped|garbage|trash|rubbish|letdown|slog|pretentious|confused|unwatchable)$/;

export interface Struck {
  readonly isWell: boolean;
  /** The words that tell it, which ask for nothing. */
  readonly words: readonly Span[];
}

/** @returns how it struck them; undefined where nothing tells */
export type StruckBy = (
  tokens: readonly Token[],
  to: number,
  isTitle: (token: Token) => boolean,
) => Struck | undefined;

const ILL: Struck = { isWell: false, words: [] };
/** "Glued to the screen": as far as its clause goes. */
const ENDS_CLAUSE = /^(?:and|so|but|now|with|what|for|if|because|like)$/;

export function createStruckBy({ struckBehind, praisedBehind, blamedBehind }: Words["titles"]): StruckBy {
  const [struck, praised, blamed] = [struckBehind, praisedBehind, blamedBehind].map((list) =>
    phraseSet(list),
  );

  const endOf = (tokens: readonly Token[], to: number, isTitle: (token: Token) => boolean): number => {
    let end = to;
    let sentence = to;
    let stops = 0;
    for (; end < tokens.length && end - to < FARTHEST; end++) {
      const { gap, word } = tokens[end]!;
      if (isTitle(tokens[end]!) || ENDS_IT.test(word)) return end;
      if (gap === "stop") [sentence, stops] = [end, stops + 1];
      if (stops > 1 || (stops === 1 && end - sentence >= SOON)) return end;
    }
    return end;
  };

  const isDenied = (tokens: readonly Token[], at: number, from: number): boolean =>
    tokens
      .slice(Math.max(from, at - DENIES_WITHIN), at)
      .some(
        ({ word }, i, before) => DENIES.test(word) && before.slice(i + 1).every(({ gap }) => gap === "space"),
      );

  return (tokens, to, isTitle) => {
    const end = endOf(tokens, to, isTitle);
    const words: Span[] = [];
    for (let at = to; at < end; at++) {
      const [moved, liked, disliked] = [struck!, praised!, blamed!].map(
        (phrases) => phrases.at(tokens, at)?.length ?? 0,
      );
      const best = Math.max(moved!, liked!);
      if (best > 0 && best >= disliked!) {
        if (isDenied(tokens, at, to)) return ILL;
        let last = at + best - 1;
        const goesOn = (next: Token | undefined) => next?.gap === "space" && !ENDS_CLAUSE.test(next.word);
        while (last + 1 < end && goesOn(tokens[last + 1])) last++;
        words.push({ start: tokens[at]!.start, end: tokens[last]!.end });
        at += best - 1;
      } else if (disliked! > 0 || BLAMES.test(tokens[at]!.word)) return ILL;
    }
    return words.length > 0 ? { isWell: true, words } : undefined;
  };
}
