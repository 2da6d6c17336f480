/** What a film is made of, as looks and colours are chosen by it. */
import type { PosterFilm } from "./film.ts";

/** Genres, tags, countries and words of title and line, in lower case, each with its weight in 0..1. */
export type Terms = ReadonlyMap<string, number>;

const GENRE = 0.8;
const TITLE_WORD = 1;
const LINE_WORD = 0.55;
const COUNTRY = 0.5;
/** The first tag is the most characteristic. */
const TAG = 1;
const LAST_TAG = 0.45;
const TAGS_KEPT = 16;

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

/** "trains" and "train" are one. */
const singular = (word: string): string => word.replace(/(?<=[^s]{2})s$/, "");

export function termsOf({ genres, tags, countries, title, line }: PosterFilm): Terms {
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) => terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  for (const genre of genres) add(genre.toLowerCase(), GENRE);
  for (const [at, tag] of tags.slice(0, TAGS_KEPT).entries()) {
    add(tag, TAG - ((TAG - LAST_TAG) * at) / TAGS_KEPT);
  }
  for (const country of countries.slice(0, 2)) add(country.toLowerCase(), COUNTRY);
  for (const word of wordsIn(line)) add(`word:${singular(word)}`, LINE_WORD);
  for (const word of wordsIn(title)) add(`word:${singular(word)}`, TITLE_WORD);
  return terms;
}
