/** Films that are spoken of by their place beside another: "is part 2 better", "what about the sequel", "the original". */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Context } from "./context.ts";

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  i: 1,
  first: 1,
  two: 2,
  ii: 2,
  second: 2,
  three: 3,
  iii: 3,
  third: 3,
  four: 4,
  iv: 4,
  fourth: 4,
};
const OF_IT = "(?: (?:of|to) (?:it|that|this|that one|this one|the series|the trilogy))?";
/** "Part 2 of Dune" and "the sequel to Alien" say of what. */
const OF_ANOTHER = "(?! (?:of|to|with|by|from|in|about)(?!\\p{L}))";

/** "Part 2", "the third part" */
const BY_NUMBER = new RegExp(
  `(?<!\\p{L})(?:(?:the )?part (?<part>\\d|one|two|three|four|i{1,3}|iv)|the (?<nth>first|second|third|fourth) part)(?!\\p{L}|\\d)${OF_IT}${OF_ANOTHER}`,
  "iu",
);
const AFTER = new RegExp(
  `(?<!\\p{L})the (?:sequel|follow-?up|next (?:part|instalment|installment))(?!\\p{L})${OF_IT}${OF_ANOTHER}`,
  "iu",
);
const BEFORE = new RegExp(`(?<!\\p{L})the prequel(?!\\p{L})${OF_IT}${OF_ANOTHER}`, "iu");
const FIRST = new RegExp(
  `(?<!\\p{L})the original(?: (?:one|movie|film))?(?! \\p{L}+ (?:is|was))(?=\\s*(?:$|[,.!?]| (?:is|was|then|instead|first|better|worse|please|long|good|any|worth|like|scary|funny|too|as|about|and|or)(?!\\p{L})))${OF_IT}${OF_ANOTHER}`,
  "iu",
);

/** Any of them has one of these: cheap, for most texts have none. */
const MAY_SPEAK_OF_ONE = /\b(?:part|sequel|follow-?up|prequel|original|next)\b/i;

/**
 * The text with titles in place of such words, as far as the film that was spoken of last stands in a series.
 * What speaks of a list means a place in that, and what names a film means a part of that.
 */
export function withTitlesBeside(catalog: Catalog, text: string, context: Context): string {
  const beside = context.spokenOf ?? context.named ?? context.table;
  if (!beside || context.listed.length > 0 || !MAY_SPEAK_OF_ONE.test(text)) return text;
  const series = catalog.series.of(beside.id);
  if (!series || catalog.mentions(text).length > 0) return text;
  const films = series.rows.map((row) => catalog.movies[row]!);
  const at = films.findIndex(({ id }) => id === beside.id);
  const title = (movie: Movie | undefined, said: string) => (movie ? titleWithYear(movie) : said);
  return text
    .replace(BY_NUMBER, (said, ...match) => {
      const { part, nth } = match.at(-1) as { part?: string; nth?: string };
      const place = (part ?? nth)!.toLowerCase();
      return title(films[(NUMBERS[place] ?? Number(place)) - 1], said);
    })
    .replace(AFTER, (said) => title(films[at + 1], said))
    .replace(BEFORE, (said) => title(films[at - 1], said))
    .replace(FIRST, (said) => title(at > 0 ? films[0] : undefined, said));
}
