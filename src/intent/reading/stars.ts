/** Stars and points: "4/5", "8 out of 10", "I give Heat 3.5 stars". */
import type { Catalog } from "../../catalog/catalog.ts";
import { isTitle } from "../../catalog/naming.ts";
import type { Act } from "../acts.ts";
import type { Said } from "./said.ts";
import { isPronoun } from "./titles.ts";

const NUMBER = "(\\d{1,3}(?:[.,]\\d)?)( ?½| and a half)?";
const POINTS = new RegExp(
  `(?<![\\d/.,$]|\\d )${NUMBER} ?(?:/|out of|von|sur|de|su) ?(5|10|100)(?: stars?| points?)?(?![\\d/]|\\p{L})`,
  "iu",
);
const STARS = new RegExp(`(?<![\\d/.,$])${NUMBER}[ -]?(?:stars?|⭐|★)(?!\\p{L})`, "iu");
const SIGNS = /^(?:(?:⭐|🌟)\ufe0f?|★){1,5}☆{0,4}$/u;

/** What stands around a rating, and says nothing else. */
const AROUND =
  /^(?:(?:i|we)(?:'d| would|'ll)?|give|gave|rate|rated|score|scored|giving|it'?s|it|this|that|one|movie|film|a|an|the|solid|easy|strong|weak|about|around|maybe|at|as|for|from|me|to|is|was|gets?|got|deserves?|my|rating|score|overall|probably|like|of|easily|honestly|out|with|would|be|around|just|only|,|:|-|=|!|\.)$/i;

interface Rated {
  /** From 0.5 to 5. */
  readonly stars: number;
  /** The text without the rating. */
  readonly around: string;
}

function ratingIn(text: string): Rated | undefined {
  if (SIGNS.test(text)) return { stars: [...text.matchAll(/⭐|🌟|★/gu)].length, around: "" };
  const points = POINTS.exec(text);
  const found = points ?? STARS.exec(text);
  if (!found) return undefined;
  const value = Number(found[1]!.replace(",", ".")) + (found[2] ? 0.5 : 0);
  const scale = points ? Number(points[3]) : 5;
  if (value > scale) return undefined;
  return {
    stars: Math.max(0.5, Math.round((10 * value) / scale) / 2),
    around: text.replace(found[0], " ").replace(/\s+/g, " ").trim(),
  };
}

/** Less than this is no like, and more than the other no dislike: between them it is only known that it was seen. */
const LEAST_OF_A_LIKE = 3.5;
const MOST_OF_A_DISLIKE = 2.5;

/** A message that rates the movie on the table, or one that is named, and says nothing else. */
export function readRating({
  catalog,
  context,
  text,
}: Pick<Said, "catalog" | "context" | "text">): Act | undefined {
  if (!/\d|⭐|🌟|★/u.test(text)) return undefined;
  const rated = ratingIn(text.trim().replaceAll("’", "'"));
  if (!rated) return undefined;
  const { stars, around } = rated;
  const verdict = stars >= LEAST_OF_A_LIKE ? "like" : stars <= MOST_OF_A_DISLIKE ? "dislike" : "seen";
  const isOfTable = around.split(/\s+|(?=[,:!.])/).every((word) => word === "" || AROUND.test(word));
  if (isOfTable) return context.table && { kind: "answer", verdict, stars };
  const title = titleIn(catalog, around);
  return title === undefined ? undefined : { kind: "mark", verdict, title, stars };
}

/** What may stand before a title that is rated, and behind it. */
const LEADS = new Set(
  "i we i'd we'd would give gave rate rated score scored my rating for to goes a an the solid".split(" "),
);
const TRAILS = new Set(
  "is was get gets got deserves a an at as with about solid easy for to : - = , .".split(" "),
);
/** In words. */
const LONGEST_TITLE = 12;

function titleIn(catalog: Catalog, around: string): string | undefined {
  const words = around.split(/\s+|(?=[:,.!]$)/).filter((word) => word !== "");
  const leads = words.findIndex((word) => !LEADS.has(word.toLowerCase()));
  const ends = words.findLastIndex((word) => !TRAILS.has(word.toLowerCase())) + 1;
  for (let from = 0; from <= leads; from++) {
    for (let to = words.length; to >= Math.max(ends, from + 1); to--) {
      const title = words.slice(from, to).join(" ");
      if (to - from <= LONGEST_TITLE && !isPronoun(title) && isTitle(catalog, title)) return title;
    }
  }
  return undefined;
}
