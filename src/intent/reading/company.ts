/** What those who watch too have seen already: "they've seen Frozen like 100 times", "she's seen all the Marvel ones". */
import type { Catalog } from "../../catalog/catalog.ts";
import { isTitle } from "../../catalog/naming.ts";
import { emptyRequest, type MovieRequest } from "../request.ts";
import { isPronoun, titlesIn } from "./titles.ts";

const HAVE_SEEN =
  /^(?:(?:but|and|ok|no|nah|oh|sorry|hm+|well)[,.! ]{1,3}){0,3}(?:she|he|they|everyone|everybody|(?:my|our|the) [\p{L} ]{2,24}?)(?:'s|'ve| has| have)? (?:(?:already|all|both|just) ){0,2}(?:seen|watched|saw) (?<what>[^?]{1,80}?)(?:,? (?:like |about )?(?:\d+|a hundred|a thousand|a million|so many|many|too many|several|a few|hundreds of|a lot of) times|,? (?:already|too|before|twice|to death|last (?:week|month|year|night)|a lot|as well)){0,3}(?:[,.]? (?:so )?(?:what (?:now|else|next|then)|anything else|something else|next))?[.!?]{0,3}$/iu;
const ALL =
  /^(?:all|every(?: single)?|most)(?: of)?(?: the)? (?<of>.+?)(?: (?:ones|one|movies|movie|films|film))?$/i;

/** What they have seen is ruled out of what is asked for, and noted of nobody; undefined where nothing of the kind is said. */
export function seenByOthers(
  catalog: Catalog,
  text: string,
  requestIn: (text: string) => MovieRequest,
): MovieRequest | undefined {
  const what = HAVE_SEEN.exec(text.trim().replaceAll("’", "'"))?.groups?.what;
  if (what === undefined || isPronoun(what.toLowerCase())) return undefined;
  const ruledOut = emptyRequest();
  const titles = titlesIn(catalog, what);
  if (titles.every((title) => isTitle(catalog, title))) return { ...ruledOut, titlesOut: titles };
  const of = ALL.exec(what)?.groups?.of;
  if (of === undefined) return undefined;
  const { genresOut, keywordsOut, peopleOut, titlesOut, moodsOut } = requestIn(`no ${of} movies`);
  if ([genresOut, keywordsOut, peopleOut, titlesOut, moodsOut].every((list) => list.length === 0))
    return undefined;
  return { ...ruledOut, genresOut, keywordsOut, peopleOut, titlesOut, moodsOut };
}
