import type { Postings } from "./postings.ts";
import type { Asked } from "./score-films.ts";
import type { SearchIndex } from "./search-index.ts";
import { isTag } from "./terms.ts";

/** Why a film was found. */
export interface Reason {
  /** Those of the words said that it has to do with, the most telling first. */
  readonly words: readonly string[];
  /** How much of what was said it has to do with, each word by how much it tells, a neighbour for less: in [0, 1]. */
  readonly coverage: number;
  /** Tags that the words stand for, and that the film has or its texts speak of. */
  readonly tags: readonly string[];
  /**
   * Which of its sentences shares the most with the words, where one does: its phrases come first, then its line, and what
   * comes after them is of a page and not kept.
   */
  readonly phrase?: number;
}

/** @param phrase its place among those of the film */
export function reasonOf(index: SearchIndex, film: number, asked: readonly Asked[], phrase?: number): Reason {
  const met = asked
    .flatMap(({ said, weight, ways }) => {
      const [best] = ways
        .map(({ term, worth }) => {
          const weighed = weight * worth;
          return { said, term, weight: weighed, value: weighed * impactOf(index.films, term, film) };
        })
        .sort((a, b) => b.value - a.value);
      return best && best.value > 0 ? [best] : [];
    })
    .sort((a, b) => b.value - a.value);
  const tags = met.map(({ term }) => index.terms[term]!).filter(isTag);
  return {
    words: [...new Set(met.map(({ said }) => said))],
    coverage: sumOfWeights(met) / Math.max(sumOfWeights(asked), Number.MIN_VALUE),
    tags: [...new Set(tags.map((term) => term.slice(1)))],
    ...(phrase !== undefined && { phrase }),
  };
}

const sumOfWeights = (list: readonly { readonly weight: number }[]): number =>
  list.reduce((sum, { weight }) => sum + weight, 0);

/** 0 where the document does not hold the term. */
function impactOf({ starts, docs, impacts }: Postings, term: number, doc: number): number {
  let [low, high] = [starts[term]!, starts[term + 1]!];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (docs[middle]! < doc) low = middle + 1;
    else high = middle;
  }
  return low < starts[term + 1]! && docs[low] === doc ? impacts[low]! : 0;
}
