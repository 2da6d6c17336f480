/** Requests that close with what somebody thinks of a film that they except: "heist movies but not Heat, watched it to death". Pure. */
import { verdictIn } from "../verdict/verdict.ts";
import type { Polarity } from "./polarity.ts";
import type { Span } from "./spans.ts";
import type { Read } from "./things.ts";
import type { Text } from "./tokens.ts";

/** How somebody begins who tells of themselves, of a film that was shown, or of what they say no to. */
const TELLS =
  /^(?:i|im|ive|id|we|weve|my|our|it|its|this|that|thats|these|those|the|he|she|they|no|not|nah|nope|yes|yeah|yep|never|none|neither|nothing|loved?|liked?|hated?|enjoyed|great|good|bad|nice|awful|boring|too|so|saw|seen|watched|already|except|other|besides)$/;

/**
 * Whether films of a sort are asked for before the first that is excepted, so that what follows is said of that one.
 *
 * @param known films that are ruled out by name; words of no list that are ruled out may be names as well: "not shawshank"
 */
export function asksBefore(
  { tokens, said }: Pick<Text, "tokens" | "said">,
  things: readonly Read[],
  polarities: readonly Polarity[],
  known: readonly Span[],
): boolean {
  const named = things.flatMap(({ at, isUnread }, i) =>
    isUnread && polarities[i] === "out" ? [tokens[at]!] : [],
  );
  const first = Math.min(...[...known, ...named].map(({ start }) => start));
  if (tokens.length === 0 || !Number.isFinite(first) || TELLS.test(tokens[0]!.word)) return false;
  const isAsked = things.some(
    ({ at, isName }, i) => !isName && polarities[i] === "in" && tokens[at]!.start < first,
  );
  return isAsked && verdictIn(said.slice(0, first)).kind === "nothing";
}
