/**
 * What texts tell of movies, as vectors of length 1: the stems of their words, and the tags that words stand for, each by how often it is
 * said and how rare it is (TF-IDF: Salton & Buckley 1988).
 */
import { type Concepts, createTermReader, termOfTag } from "../../catalog/about/terms.ts";

export interface StoryTerms {
  /** [n] how surely the text speaks of a tag, from 0 to 1: by words that stand for it. */
  mentionsOf(tag: string): Float64Array;
  /**
   * [n] how much nearer to the texts of these movies than to those of all movies each is, 1 for as near as these are to one another,
   * each of them compared with the others alone (Rocchio's classifier: Manning, Raghavan & Schütze 2008, section 14.2).
   */
  likenessTo(rows: readonly number[]): Float64Array;
}

/** A word of fewer movies tells them apart, and nothing else. */
const FEWEST_MOVIES = 3;
/** One mention is half as sure as it gets. */
const HALF_SURE = 1;
/** Of the likeness among the examples themselves; what is further away says no more. */
const MOST_ALIKE = 2;

/** @param texts [n] empty where there is none */
export function createStoryTerms(texts: readonly string[], concepts: Concepts): StoryTerms {
  const read = createTermReader(concepts);
  return storyTermsOf(texts.map((text) => read(text).map(({ term }) => term)));
}

/** @param termsOf [n] each as often as it is said; tags with "#" before them */
export function storyTermsOf(termsOf: readonly (readonly string[])[]): StoryTerms {
  const counted = termsOf.map((terms) => {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  });
  const frequency = new Map<string, number>();
  for (const counts of counted)
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const kept = [...frequency].filter(([, held]) => held >= FEWEST_MOVIES).map(([term]) => term);
  const numbers = new Map(kept.map((term, number) => [term, number]));
  const rarity = kept.map((term) => Math.log(termsOf.length / frequency.get(term)!));
  const vectors = counted.map((counts) => unitVector(counts, numbers, rarity));
  const middle = meanOf(vectors, [...vectors.keys()], kept.length);

  return {
    mentionsOf(tag) {
      const term = termOfTag(tag);
      return Float64Array.from(counted, (counts) => {
        const said = counts.get(term) ?? 0;
        return said / (said + HALF_SURE);
      });
    },

    likenessTo(rows) {
      const told = rows.filter((row) => vectors[row]!.terms.length > 0);
      if (told.length < 2) return new Float64Array(termsOf.length);
      const centre = meanOf(vectors, told, kept.length);
      const nearness = Float64Array.from(vectors, (vector) => dot(vector, centre) - dot(vector, middle));
      for (const row of told) {
        const vector = vectors[row]!;
        const toOthers = (told.length * dot(vector, centre) - 1) / (told.length - 1);
        nearness[row] = toOthers - dot(vector, middle);
      }
      const usual = told.reduce((sum, row) => sum + nearness[row]!, 0) / told.length;
      if (usual <= 0) return new Float64Array(termsOf.length);
      return nearness.map((value) => Math.min(MOST_ALIKE, value / usual));
    },
  };
}

interface TermVector {
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
}

function unitVector(
  counts: ReadonlyMap<string, number>,
  numbers: ReadonlyMap<string, number>,
  rarity: readonly number[],
): TermVector {
  const known = [...counts].flatMap(([term, said]) => {
    const number = numbers.get(term);
    return number === undefined ? [] : [[number, (1 + Math.log(said)) * rarity[number]!] as const];
  });
  const length = Math.hypot(...known.map(([, weight]) => weight)) || 1;
  return {
    terms: Uint32Array.from(known, ([number]) => number),
    weights: Float64Array.from(known, ([, weight]) => weight / length),
  };
}

/** [terms] over the rows that have a text. */
function meanOf(vectors: readonly TermVector[], rows: readonly number[], width: number): Float64Array {
  const sum = new Float64Array(width);
  const told = rows.filter((row) => vectors[row]!.terms.length > 0);
  for (const row of told) {
    const { terms, weights } = vectors[row]!;
    for (let at = 0; at < terms.length; at++) sum[terms[at]!]! += weights[at]! / told.length;
  }
  return sum;
}

function dot({ terms, weights }: TermVector, dense: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < terms.length; at++) sum += weights[at]! * dense[terms[at]!]!;
  return sum;
}
