/** How well rated films are to be: "at least 8/10", "4 stars or more", "over 7 on imdb". */
import { numberOf } from "./numbers.ts";
import type { Span } from "./spans.ts";

const LEAST =
  "(?:at ?least|over|above|more than|higher than|better than|minimum|min|rated|ratings? of|scored?|with(?: an?)?)";
const NUMBER = "(?<number>\\d(?:[.,]\\d)?|\\d\\d|four|five|seven|eight|nine)";
const SITE = "(?: (?:on|at|from) (?:imdb|rotten ?tomatoes|rt|letterboxd|metacritic))";
const RATED = new RegExp(
  `(?:\\b(?<least>${LEAST}) (?:(?:at least|over|above|around|an?|the|imdb|rating|score|of) ){0,3})?(?<![\\d.,/])${NUMBER}(?!\\d)(?<plus>\\+)?(?<unit> ?(?:/|out of) ?(?:100|10|5)\\b|[\\s-]?stars?\\b| ?★| ?%| percent\\b)?(?<more> ?\\+| (?:or|and) (?:more|higher|better|above|up)\\b)?(?<site>${SITE})?`,
  "g",
);
/** Of ten: from here on a film is thought well of. */
const WELL = 6.5;

/** Where a text asks for films that are rated so well or better; of less than that it says nothing. */
export function readRatings(plain: string): Span[] {
  const found: Span[] = [];
  for (const match of plain.matchAll(RATED)) {
    const { least, number, plus, unit = "", more, site } = match.groups!;
    if (!(unit || site || /rat|scor/.test(least ?? "")) || !(least || plus || more || site)) continue;
    if (ofTen(numberOf(number!), unit) < WELL) continue;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function ofTen(number: number, unit: string): number {
  if (/star|★|5/.test(unit)) return number * 2;
  return /%|percent|100/.test(unit) ? number / 10 : number;
}
