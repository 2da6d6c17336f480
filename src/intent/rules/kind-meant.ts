/** A kind of stories that is meant where none of its words was read: "underrated gems about being in your thirties and lost". Pure. */
import type { NearPlots } from "../../catalog/about/near-plots.ts";
import { STOP_WORDS } from "../../catalog/about/stop-words.ts";
import { LONGEST_ABOUT } from "../request.ts";
import { range } from "./range.ts";
import { sentencesOf } from "./sentences.ts";
import type { Token } from "./tokens.ts";
import { DENIES } from "./told-kinds.ts";

/** In words that tell something: of one alone many kinds are near, and who says more tells of more than one thing. */
const FEWEST = 2;
const MOST = 12;
/** How near they come to a kind that is meant: of what only resembles one nothing is made. */
const SURELY_NEAR = 0.74;
/** Who speaks of themselves may only talk: "the world is a mess and I am tired". */
const OF_ONESELF = /^(?:i|im|ive|ill|id|me|my|mine|myself|we|were|us|our|you|your|youre)$/;

export interface KindMeant {
  readonly words: string;
  readonly isOfOneself: boolean;
}

/** @param isRead whether something was read of the token at a place */
export function kindMeant(
  tokens: readonly Token[],
  isRead: (at: number) => boolean,
  storiesNear: NearPlots,
): KindMeant | undefined {
  if (tokens.some(({ word }) => DENIES.test(word))) return undefined;
  const telling = tokens.flatMap(({ word }, at) => (STOP_WORDS.has(word) || isRead(at) ? [] : [at]));
  if (telling.length < FEWEST || telling.length > MOST) return undefined;
  const words = tokens
    .slice(telling[0], telling.at(-1)! + 1)
    .map(({ word }) => word)
    .join(" ");
  const [nearest] = storiesNear(words);
  if (nearest === undefined || nearest.nearness < SURELY_NEAR) return undefined;
  return {
    words: words.slice(0, LONGEST_ABOUT),
    isOfOneself: tokens.some(({ word }) => OF_ONESELF.test(word)),
  };
}

/** How near a sentence comes to a kind that it names in other words, whatever else is read of them. */
const CLEARLY_NEAR = 0.84;
/** Sentences that are compared: who writes more tells more than what is asked for. */
const MOST_SENTENCES = 8;
const MOST_KINDS = 2;
/** "Losing my job": told of whoever asks. */
const OF_THE_ASKER = /^(?:i|im|ive|id|ill|my|mine|me|we|weve|our|us)$/;
const ABOUT = /^(?:about|where|on)$/;
/** "But it doesn't quite work out" is of a story, "I don't want" of whoever asks. */
const OF_A_STORY = /^(?:it|he|she|they)$/;

/**
 * Kinds that are clearly meant beside what was read of the words one by one: of "small town with a dark secret underneath" a mood and
 * a small town.
 *
 * @param isApart whether the token at a place tells nothing of it: a title, a year, what is told of whoever asks
 */
export function kindsNamed(
  tokens: readonly Token[],
  isApart: (at: number) => boolean,
  storiesNear: NearPlots,
): string[] {
  const tells = (at: number) => !STOP_WORDS.has(tokens[at]!.word) && !isApart(at);
  /** From the first word that tells something to the last, with how near it comes. */
  const nearestTo = (from: number, to: number) => {
    const telling = range(from, to).filter(tells);
    const [first, last] = [telling[0], telling.at(-1)];
    if (first === undefined || last === undefined || telling.length < FEWEST || telling.length > MOST)
      return [];
    const said = range(first, last + 1).filter((at) => !isApart(at));
    if (said.some((at) => OF_THE_ASKER.test(tokens[at]!.word))) return [];
    const words = said.map((at) => tokens[at]!.word).join(" ");
    const nearness = storiesNear(words)[0]?.nearness ?? 0;
    return nearness >= CLEARLY_NEAR ? [{ words: words.slice(0, LONGEST_ABOUT), nearness }] : [];
  };
  return sentencesOf(tokens)
    .slice(0, MOST_SENTENCES)
    .flatMap(({ from, to }) => {
      const denied = range(from, to).find(
        (at) => DENIES.test(tokens[at]!.word) && !OF_A_STORY.test(tokens[at - 1]?.word ?? ""),
      );
      const end = denied ?? to;
      const about = range(from, end).find((at) => ABOUT.test(tokens[at]!.word));
      return [...nearestTo(from, end), ...(about === undefined ? [] : nearestTo(about + 1, end))]
        .sort((a, b) => b.nearness - a.nearness)
        .slice(0, 1);
    })
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, MOST_KINDS)
    .map(({ words }) => words);
}
