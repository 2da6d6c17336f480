/** Films in whose titles some words stand, one behind the other: "Blair Witch" in "The Blair Witch Project". */
import type { Movie } from "./movie.ts";
import { withoutArticle, wordsOf } from "./normalise.ts";
import { once } from "./once.ts";

/** A single word stands in titles of all sorts. */
const FEWEST_WORDS = 2;

/** @returns none for a single word, articles aside; the words of all titles are read when first it is asked */
export function createTitlesWith(movies: readonly Movie[]): (name: string) => readonly Movie[] {
  const spoken = once(() => movies.map(({ title }) => spaced(wordsOf(title))));
  return (name) => {
    const words = withoutArticle(wordsOf(name));
    if (words.length < FEWEST_WORDS) return [];
    const within = spaced(words);
    return movies.filter((_, row) => spoken()[row]!.includes(within));
  };
}

/** So that no word is found within another. */
const spaced = (words: readonly string[]): string => ` ${words.join(" ")} `;
