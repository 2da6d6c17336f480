/** How much films are about what was said: BM25 with the words' neighbours, and what films are remembered by. */
import { frequencyOf, type Postings } from "./postings.ts";
import type { SearchIndex } from "./search-index.ts";

/** A term that was asked for, with what stands for it in the films: itself, and its neighbours with less weight. */
export interface Asked {
  readonly term: number;
  readonly said: string;
  /** How much it tells: the inverse frequency of what is best known of it. */
  readonly weight: number;
  readonly ways: readonly { readonly term: number; readonly worth: number }[];
}

/** A neighbour is worth its cosine times this. */
const NEIGHBOUR = 0.7;
/** Neighbours further away than this mean something else; of words that no film is told with they are known less surely. */
const LEAST_COSINE = 0.5;
const LEAST_COSINE_OF_STRANGE = 0.6;

/** Robertson's inverse document frequency, kept above 0. */
export function rarityOf(index: SearchIndex, term: number): number {
  const { documents } = index.films;
  const held = frequencyOf(index.films, term);
  return Math.log(1 + (documents - held + 0.5) / (held + 0.5));
}

/** A term that films hold counts by its own rarity, one that they do not by that of its nearest. */
export function askedFor(index: SearchIndex, term: number, said: string): Asked {
  const { starts, terms, cosines } = index.neighbours;
  const isHeld = frequencyOf(index.films, term) > 0;
  const near: { term: number; worth: number }[] = [];
  let weight = isHeld ? rarityOf(index, term) : 0;
  for (let place = starts[term]!; place < starts[term + 1]!; place++) {
    const cosine = cosines[place]! / 255;
    if (cosine < (isHeld ? LEAST_COSINE : LEAST_COSINE_OF_STRANGE)) continue;
    near.push({ term: terms[place]!, worth: NEIGHBOUR * cosine });
    if (!isHeld) weight = Math.max(weight, rarityOf(index, terms[place]!));
  }
  return { term, said, weight, ways: [...(isHeld ? [{ term, worth: 1 }] : []), ...near] };
}

/** [documents] the sum over the terms of the best way in which a document holds each, by weight. */
export function scores(postings: Postings, asked: readonly Asked[]): Float32Array {
  const { starts, docs, impacts } = postings;
  const total = new Float32Array(postings.documents);
  const best = new Float32Array(postings.documents);
  for (const { weight, ways } of asked) {
    const touched: number[] = [];
    for (const { term, worth } of ways) {
      const factor = (weight * worth) / 255;
      for (let place = starts[term]!; place < starts[term + 1]!; place++) {
        const doc = docs[place]!;
        const value = factor * impacts[place]!;
        if (best[doc] === 0) touched.push(doc);
        if (value > best[doc]!) best[doc] = value;
      }
    }
    for (const doc of touched) {
      total[doc]! += best[doc]!;
      best[doc] = 0;
    }
  }
  return total;
}
