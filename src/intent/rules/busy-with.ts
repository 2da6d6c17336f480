/**
 * Words in which somebody tells what they are busy watching: "working through", "on a ... kick". What is named with them is asked
 * for, and they themselves are not. Pure.
 */
import type { Span } from "./spans.ts";

const ALL =
  "(?:(?:all|every|each|any|lots|loads|tons|plenty|heaps|of|the|these|those|so|as|many|much|some|more|old|great|good|classic|best|nothing but|only|just) |an? (?:lot|bunch|ton|load|pile|stack|list|string|run|heap) of ){0,5}";
/** "Going through all the noir", and not "going through a divorce" or "going through hell". */
const THROUGH = new RegExp(
  String.raw`\b(?:(?:working|making|watching|ploughing|plowing|powering|tearing|burning|chewing|blasting|blazing|racing|burned|burnt|worked|torn|ploughed|plowed) (?:(?:our|my|their|his|her) way )?|(?:going|getting|gone|been|running|moving) (?:(?:our|my|their|his|her) way )?(?=(?:through|thru) (?:all|every|as many|loads|lots|tons|a (?:lot|bunch|ton|load|pile|stack|list|string|run|heap) of) ))(?:through|thru) (?!an? (?!lot|bunch|ton|load|pile|stack|list|string|run|heap)|my |it\b|hell\b|this\b)${ALL}`,
  "g",
);
const WATCHING = new RegExp(
  String.raw`(?<!\b(?:of|stop|from|hate|without) )\b(?:bing(?:e)?ing(?: on)?|devouring|inhaling|marathoning|mainlining|obsessing over|exploring|diving (?:deep )?into|deep diving into|knee[ -]deep in|neck[ -]deep in|can(?:'?t|not) get enough of|can(?:'?t|not) stop watching|fixated on|watching nothing but|living on|on a (?:\w+ ){0,2}(?:kick|binge|spree|streak|marathon) of) ${ALL}`,
  "g",
);
const OF_LATE =
  "(?: (?:lately|recently|right now|at the moment|these days|this (?:week|month|year|summer|autumn|winter|spring)))?";
/** "In a huge sci-fi phase": around the words that name what it is. */
const PHASE = new RegExp(
  String.raw`\b((?:in|on|into|having|been on|going through|hitting|deep in|deep into) (?:an?|my|our|this|the|another|such a|quite a|something of a|a bit of an?) (?:(?:real|really|huge|big|major|serious|massive|proper|total|deep|heavy|mega|full|long|weird|little|bit of an?) ){0,3})((?:[\p{L}\d'-]+ ){1,4}?)((?:movie |film )?(?:kick|phase|binge|spree|streak|marathon|rabbit hole|bender|obsession)${OF_LATE})(?!\p{L})`,
  "gu",
);

/** @param plain in lower case */
export function busyWith(plain: string): Span[] {
  const whole = [THROUGH, WATCHING].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ 0: said, index }) => ({ start: index, end: index + said.length })),
  );
  const around = [...plain.matchAll(PHASE)].flatMap(({ 1: before, 2: named, 3: behind, index }) => {
    const [from, to] = [index + before!.length, index + before!.length + named!.length];
    return [
      { start: index, end: from },
      { start: to, end: to + behind!.length },
    ];
  });
  return [...whole, ...around];
}
