/** What stands in a cell. */
import { parseMovieLensTitle } from "../dataset/title.ts";
import type { NamedFilm, Stars } from "./row.ts";

const MOST_STARS = 5;

/** "4", "4,5", "8/10", "80 %", "4½" */
const NUMBER = /^(\d{1,3}(?:[.,]\d+)?|\d?½)(?: ?(?:\/ ?(5|10|100)|(%)))?$/;
/** "★★★★½", and what fills up the five: "★★★★☆" */
const SYMBOLS = /^(?=[★½])(★{0,5})(½?)☆{0,4}$/;

interface Written {
  readonly value: number;
  /** What the best is, where the rating itself says so. */
  readonly most?: number;
}

function writtenIn(text: string): Written | undefined {
  const [symbols, full = "", half] = SYMBOLS.exec(text) ?? [];
  if (symbols !== undefined) return { value: full.length + (half ? 0.5 : 0), most: MOST_STARS };
  const [number, value = "", most, sign] = NUMBER.exec(text) ?? [];
  if (number === undefined) return undefined;
  return {
    value: Number(value.replace("½", ".5").replace(",", ".")),
    ...((most ?? sign) !== undefined && { most: sign ? 100 : Number(most) }),
  };
}

/** Whether a cell may be a rating by how it is written. */
export const looksLikeRating = (text: string): boolean => writtenIn(text) !== undefined;

/** What the best rating is of a table with these; where none says so, by the best there is. */
export function mostOf(ratings: readonly string[]): number {
  const written = ratings.flatMap((text) => writtenIn(text) ?? []);
  const said = written.find(({ most }) => most !== undefined)?.most;
  if (said !== undefined) return said;
  const best = written.reduce((most, { value }) => Math.max(most, value), 0);
  return best > 10 ? 100 : best > MOST_STARS ? 10 : MOST_STARS;
}

/** Undefined where there is none, a sentence's end where it cannot be one. */
export function starsIn(text: string, usual: number): Stars | { readonly why: string } | undefined {
  if (text === "" || /^(?:-|n\/a|null|none)$/i.test(text)) return undefined;
  const { value, most = usual } = writtenIn(text) ?? { value: Number.NaN };
  const least = most === MOST_STARS ? 0.5 : 1;
  if (value === 0) return undefined; // rated by nobody, in most exports
  if (!(value >= least && value <= most)) {
    const hint = most === MOST_STARS && value > 5 && value <= 10 ? ", or 1 to 10 with --scale 10" : "";
    return { why: `the rating is "${text}", expected ${least} to ${most}${hint}` };
  }
  const stars = Math.max(0.5, Math.round((10 * value) / most) / 2);
  return { stars, ...(most !== MOST_STARS && { points: `${value}/${most}` }) };
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
