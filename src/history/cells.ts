/** What stands in a cell. */
import { parseMovieLensTitle } from "../dataset/title.ts";
import type { NamedFilm, Stars } from "./row.ts";

const MOST_STARS = 5;

/** "4", "4,5", "8/10", "80 %", "4½", "4 von 5", "4 stars", in any of the languages that files are headed in. */
const NUMBER =
  /^(\d{1,3}(?:[.,]\d+)?|\d?½)(?: ?(?:(?:\/|(?:out )?of |von |sur |de |su )\s?(5|10|100)|(%|per ?cent|prozent)))?(?: ?(?:stars?|sterne?n?|étoiles?|estrellas?|stelle|points?|pts?|punkten?))?$/i;
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
  const [number, value = "", most, sign] = NUMBER.exec(text.replace(/\s/g, " ")) ?? []; // nor is every space one
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

/** Characters of a cell that are said again. */
const MOST_QUOTED = 40;

/** Undefined where there is none, a sentence's end where it cannot be one. */
export function starsIn(text: string, usual: number): Stars | { readonly why: string } | undefined {
  if (text === "" || /^(?:-|n\/a|null|none)$/i.test(text)) return undefined;
  const { value, most = usual } = writtenIn(text) ?? { value: Number.NaN };
  const least = most === MOST_STARS ? 0.5 : 1;
  if (value === 0) return undefined; // rated by nobody, in most exports
  if (!(value >= least && value <= most)) {
    const hint = most === MOST_STARS && value > 5 && value <= 10 ? ", or 1 to 10 with --scale 10" : "";
    return { why: `the rating is "${text.slice(0, MOST_QUOTED)}", expected ${least} to ${most}${hint}` };
  }
  const stars = Math.max(0.5, Math.round((10 * value) / most) / 2);
  return { stars, ...(most !== MOST_STARS && { points: `${value}/${most}` }) };
}

/** "31.12.2020", "31/12/2020 20:15": the day before the month. With slashes only where it can be no month. */
const DAY_FIRST = /^(\d{1,2})(?:\.|\/(?<=(?:1[3-9]|2\d|3[01])\/))(\d{1,2})[./]((?:19|20)\d\d)(?:,? .*)?$/;

/** When it was, in milliseconds since 1970. */
export function timeIn(text = ""): number | undefined {
  const [dayFirst, day, month, year] = DAY_FIRST.exec(text) ?? [];
  if (dayFirst !== undefined) return Date.UTC(Number(year), Number(month) - 1, Number(day), 12);
  const seconds = /^\d{9,10}$/.test(text) ? Number(text) * 1000 : Number.NaN;
  const atMs = Number.isNaN(seconds)
    ? Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00:00Z` : text)
    : seconds;
  return Number.isNaN(atMs) ? undefined : atMs;
}

/** "tt0113277", "0113277" or 113277 */
export function imdbIdIn(text: string): string | undefined {
  const digits = /(?:^|\/)(?:tt)?(\d{3,10})\/?$/.exec(text)?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : `tt${digits.padStart(7, "0")}`;
}

export const numberIn = (text: string): number | undefined =>
  /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;

/** "1995", "(1995)", "1995-12-15", "15.12.1995" */
const YEAR_OF = /^(?=\(?(?:18|19|20)\d\d|\d{1,2}[./])(?:\(|\d{1,2}[./]\d{1,2}[./])?((?:18|19|20)\d\d)/;

/** A title, which may have its year behind it. */
export function titleAndYear(text: string, year: string): Pick<NamedFilm, "title" | "year"> {
  const title = text.replace(/ \[((?:18|19|20)\d\d)\]$/, " ($1)");
  const given = YEAR_OF.exec(year)?.[1];
  const own = parseMovieLensTitle(title).year;
  const found = given === undefined ? own : Number(given);
  return { ...(title !== "" && { title }), ...(found !== undefined && { year: found }) };
}
