/** Where the word "film" is no part of the story that is told: it asks, tells how long, or belongs to another word. Pure. */

const FILM = /^(?:movies?|films?|flicks?|pictures?)$/;
/** "For the entire movie", "by the end of the film" */
const ALL_OF_IT =
  /(?:^| )(?:whole|entire|(?:throughout|during|(?:half|most|all|rest|end|ending|start|beginning|middle|part|course) of)(?: (?:the|this|that|a))?)$/;
const WORDS_BEFORE = 3;
/** "A movie where", and "a movie star", who is no film. */
const BEHIND =
  /^(?:where|which|whose|stars?|directors?|makers?|making|crews?|critics?|studios?|theat(?:er|re)s?|buffs?|industry|business|school|students?|club|night)$/;

/** @param words of the text, in lower case */
export function isFilmByTheWay(words: readonly string[], at: number): boolean {
  if (!FILM.test(words[at]!)) return false;
  const before = words.slice(Math.max(0, at - WORDS_BEFORE), at).join(" ");
  const next = words[at + 1] ?? "";
  return ALL_OF_IT.test(before) || BEHIND.test(next) || (next === "in" && words[at + 2] === "which");
}
