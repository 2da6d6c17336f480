/** A kind of stories that is meant where none of its words was read: "underrated gems about being in your thirties and lost". Pure. */
import type { NearPlots } from "../../catalog/about/near-plots.ts";
import { STOP_WORDS } from "../../catalog/about/stop-words.ts";
import { LONGEST_ABOUT } from "../request.ts";
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
