/**
 * A film that is told of, taken back and told of anew: "a boy finds a map... no wait, it's the one with a dog", and one that is only named to
 * tell another by: "an old film where a man spies, and there is a newer one of the same story". Pure.
 */
import type { MovieRequest } from "../request.ts";

const TAKEN_BACK =
  /[,.…; -]{1,8}(?=(?:(?:oh|ah|um|uh|er|hmm?|actually|sorry|but)[, ]{1,2}){0,3}(?:no|nope|nah|wait|hang on|hold on|scratch that|strike that|forget that)[, ])(?:(?:oh|ah|um|uh|er|hmm?|actually|sorry|but|no|nope|nah|wait|hang on|hold on|scratch that|strike that|forget that|that'?s not it|that'?s wrong)[,. ]{1,3}){1,6}(?:(?:i think|i mean|i meant|maybe) )?(?:it'?s|it is|it was|that was|that'?s)? ?(?:actually )?(?:(?:the|that) (?:one|film|movie)|one|an? (?:film|movie))? ?(?=(?:with|where|about|in which)\s)/i;
/** In characters: what is taken back is a film that was told of. */
const SHORTEST_TAKEN_BACK = 12;
const DECADE = /\b(?:19|20)?\d0'?s\b/i;
/** "And theres a newer one with the tall kid, which one is that newer one" */
const A_NEWER_ONE =
  /,? ?\b(?:and|but) (?:i (?:know|think) )?(?:there'?s|there is|there was|they made) (?:also |now )?an? (newer|more recent|modern|later|older|earlier|original) (?:one|version|film|movie|remake)\b/i;
const WHICH_OF_THEM =
  /[,.;]? ?\b(?:which|what)(?: one)?(?:'?s| is| was)(?: called)? (?:that|the|this) (?:newer|more recent|modern|later|older|earlier|original) (?:one|version|film|movie|remake)(?: called)?\b/i;
const SAME_STORY =
  /,? ?\b(?:that'?s |that has |with |of |which is |it'?s )?(?:basically )?the same (?:story|plot|thing|idea)\b/i;
const OLDER = /older|earlier|original/i;
/** What is a newer version is from then on, where nothing else is said. */
const NEWER_FROM = 1990;

/** What a text tells of that takes something back. */
export interface ToldAnew {
  /** As if nothing else had been said. */
  readonly text: string;
  /** The decade that was named before, which still holds. */
  readonly decade: string | undefined;
}

/** Undefined where nothing is taken back. */
export function toldAnew(said: string): ToldAnew | undefined {
  const found = TAKEN_BACK.exec(said);
  if (!found || found.index < SHORTEST_TAKEN_BACK) return undefined;
  const [decade] = DECADE.exec(said.slice(0, found.index)) ?? [];
  return { text: `what's that movie ${said.slice(found.index + found[0].length)}`, decade };
}

/** Whether one of two of the same story is asked for, and which; and the text without what tells so. */
export function otherVersion(said: string): { readonly text: string; readonly isNewer: boolean } | undefined {
  const named = A_NEWER_ONE.exec(said);
  if (!named || !WHICH_OF_THEM.test(said)) return undefined;
  const text = said.replace(A_NEWER_ONE, "").replace(WHICH_OF_THEM, "").replace(SAME_STORY, "");
  return { text, isNewer: !OLDER.test(named[1]!) };
}

/** Who remembers a decade may be wrong by a few years. */
export function settleDecade(request: MovieRequest, { yearFrom, yearTo }: MovieRequest): MovieRequest {
  if (request.yearFrom + request.yearTo > 0 || yearFrom === 0) return request;
  return { ...request, yearFrom: yearFrom - YEARS_OFF, yearTo: yearTo + YEARS_OFF };
}
const YEARS_OFF = 2;

/** The years are those of the film before, and not of the version that is asked for. */
export function settleVersion(request: MovieRequest, isNewer: boolean): MovieRequest {
  const [yearFrom, yearTo] = isNewer ? [NEWER_FROM, 0] : [0, NEWER_FROM - 1];
  return { ...request, kind: "request", yearFrom, yearTo };
}
