/** Words in which somebody tells of themselves in the sentence that asks: "I'm a nurse and want gentle films", "coming off a breakup, something funny". Pure. */
import type { Token } from "./tokens.ts";

/** "I'm a", "I am an", "we're a" */
const AM = /^(?:im|were)$/;
const ARTICLE = /^an?$/;
/** What they are in films, which says what they like. */
const OF_TASTE =
  /^(?:fan|fans|lover|buff|nut|sucker|junkie|nerd|geek|addict|freak|huge|big|massive|bit|little|films?|movies?|flicks?|all|every|filmography|series|person|guy|gal|girl|kind|type|enjoyer|enthusiast|connoisseur|mood|cinephile|completionist)$/;
const THROUGH =
  /^(?:coming off|fresh off|recovering from|reeling from|healing from|going through|went through|gone through|dealing with|got out|getting over|just left)$/;
/** "A film about going through a divorce", "a man dealing with grief" */
const TOLD_OF =
  /^(?:about|on|who|whos|that|someone|somebody|man|woman|couple|people|for|after|while|is|are|family)$/;
/** Begins what is asked for. */
const ENDS = /^(?:and|so|but|who|looking|want|need|please|any|something|what|which)$/;
const LONGEST = 7;

/** @returns the places of such words */
export function ofOneself(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const from = behindOpening(tokens, at);
    if (from === undefined) continue;
    let to = from;
    while (
      to < tokens.length &&
      to - from < LONGEST &&
      tokens[to]!.gap === "space" &&
      !ENDS.test(tokens[to]!.word)
    )
      to++;
    const goesOn = to < tokens.length && (tokens[to]!.gap !== "space" || ENDS.test(tokens[to]!.word));
    const isOfTaste = tokens.slice(from, to).some(({ word }) => OF_TASTE.test(word));
    if (goesOn && !isOfTaste) for (let place = at; place < to; place++) places.add(place);
  }
  return places;
}

function behindOpening(tokens: readonly Token[], at: number): number | undefined {
  const [word, next = "", then = ""] = [0, 1, 2].map((step) => tokens[at + step]?.word);
  if (AM.test(word!) && ARTICLE.test(next)) return at + 2;
  if (word === "i" && next === "am" && ARTICLE.test(then)) return at + 3;
  const isTold = tokens[at]!.gap === "space" && TOLD_OF.test(tokens[at - 1]?.word ?? "");
  return THROUGH.test(`${word} ${next}`) && !isTold ? at + 2 : undefined;
}
