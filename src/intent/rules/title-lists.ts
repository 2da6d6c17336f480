/** Titles that are named one after the other, and what is said of all of them. */
import type { TitleVerdict } from "../understood.ts";
import { overlaps, type Span } from "./spans.ts";
import type { TitleMention, TitleRole } from "./title-mention.ts";
import type { Token } from "./tokens.ts";

export interface Told {
  readonly role: TitleRole;
  readonly verdict?: TitleVerdict;
  /** It is said behind the last of a list, of all of them: "Heat and Ronin did nothing for me". */
  readonly isOfList?: true;
  /** The words that say it, where they could be taken to ask for something. */
  readonly words?: readonly Span[];
}

/** A mention while the text is read. */
export interface Heard extends Omit<TitleMention, "told"> {
  /** The token behind it. */
  readonly to: number;
  readonly told: Told;
  /** It goes on from the one before: "Heat, Ronin". */
  readonly listed: boolean;
}

/** "Heat, Ronin, all great" */
const OF_ALL =
  /^[\s,:;=-]{0,3}(?:(?:are|were|i loved|i liked|loved|liked|hated)(?: |$))?(?:(?:all|both)\b|(?<=(?:are|were) )(?:favou?rites|great|perfect|fun|good|amazing|my)\b|(?<== )(?:perfect|perfection|love|yes|great|good)\b)/i;

/** @param behind what follows the last of a list */
export const isOfAll = (behind: string): boolean => OF_ALL.test(behind);

/**
 * What is said of all is said of those before the last of the list, too.
 * @param ofSeen also of those of which it was said that they were seen: "we watched Heat and Ronin and he was glued"
 */
export function sayOfList(found: Heard[], told: Told, ofSeen: boolean): void {
  for (let at = found.length - 1; at >= 0; at--) {
    const { verdict, ...before } = found[at]!;
    const isMeant = before.role === "mentioned" || (ofSeen && before.told.verdict === "seen");
    if (isMeant) found[at] = { ...before, ...(verdict && !ofSeen && { verdict }), told, role: told.role };
    if (!found[at]!.listed) return;
  }
}

/** A post names several films in a row to say what it is after, where nothing else is said of them. */
export function withListsLikened(found: readonly Heard[]): readonly Heard[] {
  return found.map((heard, at) => {
    const isInAList = heard.listed || found[at + 1]?.listed === true;
    return heard.role === "mentioned" && isInAList ? { ...heard, role: "like" } : heard;
  });
}

/** What stands between two titles of a list. */
export const JOINS =
  /^(?:and|or|meets|x|crossed|mixed|mashed|blended|combined|with|y|et|und|e|nor|vs|also|maybe)$/;
export function isList(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to);
  return (
    between.every(({ word, capital }) => JOINS.test(word) || capital) && // a capital: a title that nobody here knows
    (between.length > 0 || tokens[to]!.gap !== "stop") &&
    tokens.slice(from, to + 1).every(({ gap }) => gap !== "stop")
  );
}

/** Nothing is said but titles. */
export const isTitlesOnly = (tokens: readonly Token[], found: readonly Span[]): boolean =>
  found.length > 0 &&
  tokens.every((token) => JOINS.test(token.word) || found.some((mention) => overlaps(mention, token)));
