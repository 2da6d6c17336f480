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

const LEAD =
  "(?:(?:no|wait|ok|okay|actually|hmm|sorry|oops|please|and|so|then|can (?:you|we|i)|could (?:you|we)|let'?s|i (?:want|wanna|would like)(?: to)?|take me|show me|see)[,!.]? )*";
const AGAIN = "(?:,? (?:again|please|pls|then|instead))*[.!?]*";
/** "Go back", "back to the one before", "what was the first one again?": whole messages. */
const BACK = [
  new RegExp(`^${LEAD}(?:(?:go|going|step) )?back(?: (?:one|a step|up))?${AGAIN}$`, "i"),
  new RegExp(
    `^${LEAD}(?:(?:go|going) )?back to (?:the |that )?(?:${ONE} before|(?:(?<ordinal>${ORDINALS.join("|")})|last|previous|earlier|other)(?: ${ONE})?)(?: ${SHOWED})?${AGAIN}$`,
    "i",
  ),
  new RegExp(
    `^${LEAD}(?:what|which)(?:'s| was| is)(?: it)? (?:the |that )?(?:${ONE} before|(?:(?<ordinal>${ORDINALS.join("|")})|(?<latest>last)|previous|earlier) ${ONE})(?: ${SHOWED}| before)?(?: called)?${AGAIN}$`,
    "i",
  ),
  new RegExp(
    `^${LEAD}(?:the )?(?:${ONE} before(?: (?:that|this|it|last))?|previous(?: ${ONE})?|other ${ONE})${AGAIN}$`,
    "i",
  ),
];

/** Whether it asks for one that was shown before. */
export const goesBack = (text: string): boolean => BACK.some((pattern) => pattern.test(text.trim()));

function shownBefore(text: string, { shown, table }: Context): Movie | undefined {
  for (const pattern of BACK) {
    const match = pattern.exec(text.trim());
    if (!match) continue;
    const { ordinal, latest } = match.groups ?? {};
    const movies = shown();
    if (ordinal) return movies.at(-1 - ORDINALS.indexOf(ordinal.toLowerCase()));
    return latest ? movies[0] : before(movies, table);
  }
  return undefined;
}

/** The text with titles in place of such words, as far as they name a movie that was shown. */
export function withTitlesShown(text: string, context: Context): string {
  const back = /\b(?:back|before|first|last|previous|earlier|other)\b/i.test(text)
    ? shownBefore(text, context)
    : undefined;
  if (back) return `show ${titleWithYear(back)}`;
  const { shown, table } = context;
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
