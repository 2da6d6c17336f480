/** What stands in a cell. */
import { parseMovieLensTitle } from "../dataset/title.ts";
import type { NamedFilm, Stars } from "./row.ts";

const MOST_STARS = 5;

/** "4", "4,5", "8/10"; undefined where there is none, a sentence's end where it cannot be one. */
export function starsIn(text: string, most: number): Stars | { readonly why: string } | undefined {
  if (text === "" || /^(?:-|n\/a|null|none)$/i.test(text)) return undefined;
  const points = Number(text.replace(/\/\d+$/, "").replace(",", "."));
  const least = most === MOST_STARS ? 0.5 : 1;
  if (points === 0) return undefined; // rated by nobody, in most exports
  if (!(points >= least && points <= most)) {
    const hint = most === MOST_STARS && points > 5 && points <= 10 ? ", or 1 to 10 with --scale 10" : "";
    return { why: `the rating is "${text}", expected ${least} to ${most}${hint}` };
  }
  const stars = Math.max(0.5, Math.round((10 * points) / most) / 2);
  return { stars, ...(most !== MOST_STARS && { points: `${points}/${most}` }) };
}

/** When it was, in milliseconds since 1970. */
export function timeIn(text = ""): number | undefined {
  const seconds = /^\d{9,10}$/.test(text) ? Number(text) * 1000 : Number.NaN;
  const atMs = Number.isNaN(seconds)
    ? Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00:00Z` : text)
    : seconds;
  return Number.isNaN(atMs) ? undefined : atMs;
}

/** "2014-", "2014–2020": what ran for years was no film. */
export const ranForYears = (year: string): boolean => /^\d{4}\s?[-–—]\s?(?:\d{4})?$/.test(year);

/** "tt0113277", "0113277" or 113277 */
export function imdbIdIn(text: string): string | undefined {
  const digits = /(?:^|\/)(?:tt)?(\d{3,10})\/?$/.exec(text)?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : `tt${digits.padStart(7, "0")}`;
}

export const numberIn = (text: string): number | undefined =>
  /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;

/** A title, which may have its year behind it. */
export function titleAndYear(text: string, year: string): Pick<NamedFilm, "title" | "year"> {
  const given = /^(?:18|19|20)\d\d/.exec(year)?.[0];
  const own = parseMovieLensTitle(text).year;
  const found = given === undefined ? own : Number(given);
  return { ...(text !== "" && { title: text }), ...(found !== undefined && { year: found }) };
}
