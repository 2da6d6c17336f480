/** Verdicts on a film by name, in any form in which they are put on the one on the table: "Casino was awful", "gave up on Tenet halfway". */
import type { Catalog } from "../../catalog/catalog.ts";
import { isTitle } from "../../catalog/naming.ts";
import { verdictIn } from "../verdict/verdict.ts";
import { bestKnown } from "./questions/film-meant.ts";
import { isPronoun } from "./titles.ts";

export interface SaidByName {
  readonly verdict: "like" | "dislike" | "seen";
  readonly title: string;
  /** What else is said behind it; "" for nothing. */
  readonly rest: string;
}

/** What is never to be shown is refused for good, and read elsewhere. */
const VERDICTS: ReadonlySet<string> = new Set(["like", "dislike", "seen"]);
/** Of words. */
const LONGEST_TITLE = 7;
const LONGEST_TEXT = 160;
const MOST_WORDS = 24;

/** What people praise and blame that is no film, though there is one by the name of each. */
const OF_LIFE =
  /^(?:work|school|dinner|lunch|breakfast|life|home|game|party|trip|day|night|week|weekend|weather|date|wedding|holiday|meeting|interview|book|show|food|music|ending|cast|plot|story|original|sequel|remake|film|movie|one|first|second|third|last|next|other|others|thing|things|kids|boss|job|sleep|summer|winter|concert|gym|exam|test|class|traffic|news|world|idea|help|love|friends|family|mother|father|girl|boy|man|woman|people|everything|nothing|something|anything|half|time|years|service|hotel|flight|drinks|pizza|company|town)s?$/i;

/** What is said before it may be said of another: "I liked it. Reminded me of Bridesmaids". */
const OF_ANOTHER = /[.!?;]|\b(?:it|its|it's|that|this|one|he|she|they|him|her|them|movies?|films?)\b/i;

/** Undefined where the words around no title are a verdict as a whole. */
export function saidByName(catalog: Catalog, text: string): SaidByName | undefined {
  if (text.length > LONGEST_TEXT || text.includes("?")) return undefined;
  const words = [...text.matchAll(/[^\s,;!]+/g)];
  if (words.length < 2 || words.length > MOST_WORDS) return undefined;
  for (let count = Math.min(LONGEST_TITLE, words.length - 1); count > 0; count--) {
    for (let from = 0; from + count <= words.length; from++) {
      const last = words[from + count - 1]!;
      const [start, end] = [words[from]!.index, last.index + last[0].replace(/\.{1,3}$/, "").length];
      const title = text.slice(start, end);
      if (OF_ANOTHER.test(text.slice(0, start)) || !isFilm(catalog, title)) continue;
      const heard = verdictIn(`${text.slice(0, start)}it${text.slice(end)}`);
      if (heard.kind !== "verdict" || !VERDICTS.has(heard.verdict)) continue;
      return { verdict: heard.verdict as SaidByName["verdict"], title, rest: heard.rest ?? "" };
    }
  }
  return undefined;
}

/** It is written as a title is, or nobody takes it for anything but the film. */
function isFilm(catalog: Catalog, title: string): boolean {
  if (isPronoun(title.toLowerCase()) || !isTitle(catalog, title)) return false;
  const bare = title.replace(/^the /i, "");
  if (OF_LIFE.test(bare)) return false;
  if (/^\p{Lu}/u.test(bare) || /\d/.test(title)) return true;
  const isOfTheWorld = /^the /i.test(title) && !/\s/.test(bare); // "the village was nice"
  return !isOfTheWorld && catalog.isWellKnown(bestKnown(catalog, title));
}
