/** Movies that are spoken of by when they were shown: "the first one you showed me", "the previous one". */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Context } from "./context.ts";

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];
const ONE = "(?:one|movie|film|suggestion|pick)";
const SHOWED =
  "(?:that )?you(?:'ve)? (?:just |first )?(?:showed|shown|suggested|recommended|gave|offered)(?: (?:me|us))?(?: (?:first|before|earlier|at first))?";

const BY_PLACE = new RegExp(
  `\\b(?:the|your) (?:very )?(?:(${ORDINALS.join("|")})|(last|latest)|(previous)) (?:${ONE} ${SHOWED}|suggestion)(?!\\p{L})`,
  "iu",
);
const BEFORE = new RegExp(
  `\\bthe (?:previous ${ONE}|${ONE} before(?: (?:that|this|it|last))?|${ONE} ${SHOWED.replace(/\?$/, "")})(?!\\p{L})`,
  "iu",
);

/** The text with titles in place of such words, as far as they name a movie that was shown. */
export function withTitlesShown(text: string, { shown, table }: Context): string {
  if (!/\b(?:the|your)\b/i.test(text) || !/\b(?:you|previous|before|suggestion)\b/i.test(text)) return text;
  return text
    .replace(BY_PLACE, (said, ordinal?: string, last?: string) => {
      const movies = shown();
      if (ordinal) return named(movies.at(-1 - ORDINALS.indexOf(ordinal.toLowerCase())), said);
      return named(last ? movies[0] : before(movies, table), said);
    })
    .replace(BEFORE, (said) => named(before(shown(), table), said));
}

/** The one shown last that does not lie on the table any more. */
const before = (movies: readonly Movie[], table: Movie | undefined): Movie | undefined =>
  movies.find(({ id }) => id !== table?.id);

const named = (movie: Movie | undefined, said: string): string => (movie ? titleWithYear(movie) : said);
