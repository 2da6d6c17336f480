/** What is to become of the list shown last: "swap number 3", "drop the second", "in order of year". */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Act } from "../acts.ts";
import type { Measure } from "./questions/measures.ts";

const LEAD = "(?:(?:ok|okay|and|now|please|then|can you|could you|no|hmm?)[,.! ]{1,2}){0,3}";
const SWAP = new RegExp(
  `^${LEAD}(?:swap|replace|change|switch|exchange)(?: out)? (?<title>.{2,80}?)(?: out)?(?: (?:for|with) (?:something|another|a different|a new|one).{0,30})?(?: please)?[.!]?$`,
  "i",
);
const DROP = new RegExp(
  `^${LEAD}(?:drop|remove|lose|cut|scratch|delete|take (?:out|away)|leave out|not|without|no) (?<title>.{2,80}?)(?: from (?:the|that|this) list)?(?: please| though)?[.!]?$`,
  "i",
);
const ORDER = new RegExp(
  `^${LEAD}(?:(?:sort|order|put|list|arrange|rank|show)(?: (?:them|these|it|those))?(?: in)? )?(?:in |by )?(?:(?<chronological>chronological(?:ly)?|(?:order of )?(?:year|age|date|release(?: date)?))|(?:order of )?(?<length>length|runtime|duration)|(?:order of )?(?<rating>ratings?|stars|scores?|quality)|(?:order of )?(?<renown>popularity|fame))(?: order)?(?:,? please)?[.!]?$`,
  "i",
);

/** @param text with titles for places in the list */
export function readListAgain(text: string, listed: readonly Movie[]): Act | undefined {
  if (listed.length === 0) return undefined;
  const said = text.trim();
  const swapped = inList(SWAP.exec(said)?.groups?.title, listed);
  if (swapped) return { kind: "relist", without: swapped.id, isSwapped: true };
  const dropped = inList(DROP.exec(said)?.groups?.title, listed);
  if (dropped) return { kind: "relist", without: dropped.id };
  const by = /\b(?:order|sort|rank|arrange|chronological|by)\b/i.test(said) ? orderIn(said) : undefined;
  return by && { kind: "relist", by };
}

const inList = (title: string | undefined, listed: readonly Movie[]): Movie | undefined =>
  title === undefined ? undefined : listed.find((movie) => titleWithYear(movie) === title);

/** The oldest first, but the longest, best rated and best known. */
function orderIn(said: string): Measure | undefined {
  const { chronological, length, rating, renown } = ORDER.exec(said)?.groups ?? {};
  if (chronological) return { of: "year", most: false };
  if (length) return { of: "length", most: true };
  if (rating) return { of: "rating", most: true };
  return renown ? { of: "renown", most: true } : undefined;
}
