/** Films in whose titles some words stand, one behind the other: "Blair Witch" in "The Blair Witch Project". */
import type { Movie } from "./movie.ts";
import { withoutArticle, wordsOf } from "./normalise.ts";
import { once } from "./once.ts";

/** A single word stands in titles of all sorts. */
const FEWEST_WORDS = 2;

/** @returns in row order; none for a single word, articles aside. The words of all titles are read when first it is asked */
export function createTitlesWith(movies: readonly Movie[]): (name: string) => readonly Movie[] {
  const titled = once(() => movies.map(({ title }) => wordsOf(title)));
  const spoken = once(() => titled().map(spaced));
  const rowsOf = once(() => rowsByWord(titled()));
  return (name) => {
    const words = withoutArticle(wordsOf(name));
    if (words.length < FEWEST_WORDS) return [];
    const within = spaced(words);
    return rarest(words.map((word) => rowsOf().get(word) ?? []))
      .filter((row) => spoken()[row]!.includes(within))
      .map((row) => movies[row]!);
  };
}

/** In whose titles each word stands, in row order. */
function rowsByWord(titles: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, words] of titles.entries())
    for (const word of new Set(words)) {
      const held = rows.get(word);
      if (held) held.push(row);
      else rows.set(word, [row]);
    }
  return rows;
}

const rarest = (lists: readonly (readonly number[])[]): readonly number[] =>
  lists.reduce((fewest, list) => (list.length < fewest.length ? list : fewest));

/** So that no word is found within another. */
const spaced = (words: readonly string[]): string => ` ${words.join(" ")} `;
