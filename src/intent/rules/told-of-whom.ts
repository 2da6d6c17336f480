/** Who a film is to be about, though the same words say who watches: "films about kids", "missing kids", "a mother and her children". Pure. */
import type { Thing } from "./polarity.ts";
import type { Token } from "./tokens.ts";

const ABOUT = /^(?:about|of|involving|featuring|following|concerning)$/;
/** "Movies about", "something about", "the story of", but not "worried about". */
const TELLS =
  /^(?:movies?|films?|flicks?|stories|story|something|anything|stuff|one|ones|dramas?|comedies|comedy|thrillers?|documentar(?:y|ies)|romances?|musicals?|westerns?|horrors?|horror|animes?|biopics?|tales?|portraits?|is|are|its|all|mostly)$/;
/** "The story of", but "a group of", "lots of" are so many, and no story of them. */
const TOLD = /^(?:story|stories|tales?|portraits?)$/;
/** Whoever has them speaks of their own: "about my kids", "for the kids". */
const OWN = /^(?:my|our|the|for|with|your)$/;
const MOST_BETWEEN = 3;
/** What is done to those in a story, and to nobody who watches. */
const IN_A_STORY =
  /^(?:missing|kidnapped|abducted|disappearing|vanishing|vanished|murdered|dead|dying|evil|creepy|killer|possessed|orphaned|homeless|street|gifted|abandoned|runaway|refugee|adopted|feral|magical|psychic)$/;
/** "A mother and her children" */
const THEIR = /^(?:his|her|their)$/;
/** "Being alone", "lives by himself" */
const BEING = /^(?:being|feeling|living|lives|growing|staying|dying|ending)$/;

/** @returns whether somebody named is who a film is to be about */
export function isToldOfThem(thing: Thing, tokens: readonly Token[]): boolean {
  if (thing.sort !== "audience" || thing.isTheme !== true) return false;
  const { at } = thing;
  const first = tokens[at]!;
  if (OWN.test(first.word) && !isStory(tokens, at)) return false;
  const before = tokens[at - 1]?.word ?? "";
  if (first.gap === "space" && (IN_A_STORY.test(before) || BEING.test(before))) return true;
  if (first.gap === "space" && THEIR.test(before) && isPaired(tokens, at - 1)) return true;
  return isStory(tokens, at);
}

/** "Movies about two lonely kids" */
function isStory(tokens: readonly Token[], at: number): boolean {
  for (let from = at - 1; from >= Math.max(1, at - 1 - MOST_BETWEEN); from--) {
    if (tokens[from + 1]!.gap !== "space") return false;
    const { word } = tokens[from]!;
    if (OWN.test(word)) return false;
    if (!ABOUT.test(word)) continue;
    const head = tokens[from - 1]!.word;
    return word === "of" ? TOLD.test(head) : TELLS.test(head);
  }
  return false;
}

/** "A mother and her" */
const isPaired = (tokens: readonly Token[], their: number): boolean =>
  tokens[their - 1]?.word === "and" && tokens[their]!.gap === "space";
