/** Words behind which something is named that is neither asked for nor ruled out: "not just car chases", "more to it than gore". Pure. */

import type { Token } from "./tokens.ts";

const DENIES = /^(?:not|isnt|arent|wasnt|werent|doesnt|dont|didnt|never)$/;
/** What may stand between "isn't" and "only". */
const BETWEEN =
  /^(?:mean|want|need|have|has|be|being|about|rely|relies|relying|focus|focuses|focused|focusing|revolve|revolves|depend|depends|consist|consists|contain|contains|on|in|around|of|a|the|to|it|with|always)$/;
const MOST_BETWEEN = 4;
const ONLY = /^(?:just|only|merely|simply|solely|purely|exclusively|entirely|strictly)$/;
const LEADS_ON = /^(?:about|of|rely|relies|relying|on|in|for|focus|focuses|focused|revolves?|around|your)$/;
/** "Not all about the mafia", "not all gore", but "not all that scary". */
const ALL_OF = /^(?:that|the|there|too)$/;
/** "Not just any horror film" asks for one. */
const ANY = /^any$/;
/** "Not just horror but comedy too": both are asked for, but not where "but with a plot" follows. */
const LONGEST_OF_BOTH = 8;
const TURNS = /^(?:but|also)$/;
const ASKS_FOR_ANOTHER =
  /^(?:with|something|anything|nothing|i|im|please|no|not|without|where|that|more|has|have|in)$/;

const MORE_OF = /^(?:to|it|them|that|going|on|substance|depth|plot|story|meat|in|heart|there|character)$/;
const LONGEST_MORE = 4;
/** "More than anything", "more than two hours". */
const COUNTED =
  /^(?:anything|everything|ever|\d.*|an?|one|two|three|four|five|six|ten|once|twice|half|usual)$/;
const GOES = /^(?:go|goes|going|went|something|anything|stuff|look|looks|looking)$/;
const USUAL = /^(?:just|only|mere|merely|simple|simply)$/;
const THE_USUAL = /^(?:usual|typical|standard|ordinary|normal|obvious|same)$/;

/** @returns how many tokens such words have that begin at a token; 0 where none do */
export function notOnlyAt(tokens: readonly Token[], at: number): number {
  const { word } = tokens[at]!;
  const length = DENIES.test(word)
    ? ofDenied(tokens, at)
    : word === "more"
      ? ofMore(tokens, at)
      : word === "beyond"
        ? ofBeyond(tokens, at)
        : 0;
  return length > 0 && tokens[at + length]?.gap === "space" ? length : 0;
}

function ofDenied(tokens: readonly Token[], at: number): number {
  let only = at + 1;
  while (isWithin(tokens, at, only) && only - at <= MOST_BETWEEN && BETWEEN.test(tokens[only]!.word)) only++;
  if (!isWithin(tokens, at, only)) return 0;
  const { word } = tokens[only]!;
  const next = tokens[only + 1]?.word ?? "";
  if (word === "all" ? ALL_OF.test(next) : !ONLY.test(word) || ANY.test(next)) return 0;
  if (asksForBoth(tokens, only)) return 0;
  let end = only + 1;
  while (isWithin(tokens, at, end) && LEADS_ON.test(tokens[end]!.word)) end++;
  return end - at;
}

function asksForBoth(tokens: readonly Token[], only: number): boolean {
  const turn = tokens.findIndex(({ word, gap }, at) => at > only && (gap === "stop" || TURNS.test(word)));
  if (turn < 0 || turn - only > LONGEST_OF_BOTH || tokens[turn]!.gap === "stop") return false;
  const next = tokens[turn + 1]?.word === "also" ? turn + 2 : turn + 1;
  return !ASKS_FOR_ANOTHER.test(tokens[next]?.word ?? "with");
}

function ofMore(tokens: readonly Token[], at: number): number {
  let than = at + 1;
  while (isWithin(tokens, at, than) && than - at <= LONGEST_MORE && MORE_OF.test(tokens[than]!.word)) than++;
  if (!isWithin(tokens, at, than) || tokens[than]!.word !== "than") return 0;
  const isOnly = isWithin(tokens, at, than + 1) && ONLY.test(tokens[than + 1]!.word);
  if (!isOnly && COUNTED.test(tokens[than + 1]?.word ?? "")) return 0;
  return than + 1 + Number(isOnly) - at;
}

function ofBeyond(tokens: readonly Token[], at: number): number {
  const [next, then] = [tokens[at + 1]?.word ?? "", tokens[at + 2]?.word ?? ""];
  if (USUAL.test(next)) return 2;
  if (next === "the" && THE_USUAL.test(then)) return 3;
  return GOES.test(tokens[at - 1]?.word ?? "") && tokens[at]!.gap === "space" ? 1 : 0;
}

/** Whether a place is one of the words that follow without a pause. */
const isWithin = (tokens: readonly Token[], at: number, place: number): boolean =>
  place < tokens.length && tokens.slice(at + 1, place + 1).every(({ gap }) => gap === "space");
