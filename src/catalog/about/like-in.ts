/** Words that mean nearly the same as others, by the table of the search. Pure. */
import type { SearchIndex } from "./search-index.ts";

/** Stems of words that mean nearly the same as one, the nearest first. */
export function likeIn({
  terms,
  neighbours: { starts, terms: near },
}: Pick<SearchIndex, "terms" | "neighbours">): (stem: string) => string[] {
  const numbers = new Map(terms.map((term, number) => [term, number]));
  return (stem) => {
    const number = numbers.get(stem);
    return number === undefined
      ? []
      : Array.from(near.subarray(starts[number]!, starts[number + 1]!), (like) => terms[like]!);
  };
}
