/** How much films are of their genres: a life in which a war passes is listed as a war film, and is none to who asks for one. */

import { LRUCache } from "lru-cache";
import type { Model } from "../artifacts/model.ts";
import type { Knowledge } from "../catalog/knowledge.ts";
import { once } from "../catalog/once.ts";

/**
 * [n], 0..255: how much each film that has all these genres is of them together, from 128 on as with traits; of other films it
 * says nothing.
 */
export type GenreFits = (genres: readonly string[]) => Uint8Array;

/** Of a film of which nothing is written: it may be either. */
const UNWRITTEN = 191;
/** The least that a film listed under a genre is of it. */
const LISTED = 128;
/** So large a share of a genre's films are in it by the way; the others are of it in full. */
const PASSING_SHARE = 0.4;
/** The weight of a tag falls to half at this place of a film's list: the most telling comes first. */
const HALF_AT = 5;
/** A tag is judged by the films that have it and so many more of the usual kind. */
const IMAGINED = 2;
/** What each genre beside those asked for takes from a film's claim to them. */
const SHARED = 0.3;
/** Lists of genres remembered: a wish stands for many turns. */
const MOST_REMEMBERED = 32;

/**
 * By what is written of films: each tag speaks for genres by the logarithm of how much oftener films of them have that tag than films
 * at large, the films are ordered by the sum, and the place in that order is the fit.
 *
 * Source: Maron, "Automatic Indexing: An Experimental Inquiry", Journal of the ACM 8(3), 1961: naive Bayes.
 */
export function createGenreFits(
  { movies }: Pick<Model, "movies">,
  { wordsOf }: Pick<Knowledge, "wordsOf">,
): GenreFits {
  const remembered = new LRUCache<string, Uint8Array>({ max: MOST_REMEMBERED });
  const films = once(() => {
    const numbers = new Map<string, number>();
    const numberOf = (tag: string): number => {
      const number = numbers.get(tag) ?? numbers.size;
      numbers.set(tag, number);
      return number;
    };
    const written = movies.flatMap(({ id, genres }, row) => {
      const tags = wordsOf(id)?.tags ?? [];
      return tags.length > 0 && genres.length > 0 ? [{ row, genres, tags: tags.map(numberOf) }] : [];
    });
    return { written, tags: numbers.size, usual: weigh(written, numbers.size) };
  });

  return (genres) => {
    const key = [...genres].sort().join();
    const known = remembered.get(key);
    if (known) return known;
    const fits = fitsOf(genres);
    remembered.set(key, fits);
    return fits;
  };

  function fitsOf(genres: readonly string[]): Uint8Array {
    const { written, tags, usual } = films();
    const theirs = written.filter((film) => genres.every((genre) => film.genres.includes(genre)));
    const own = weigh(theirs, tags);
    const share = own.sum / usual.sum;
    const speaksFor = own.weights.map((weight, tag) =>
      Math.log((weight + IMAGINED * share) / (usual.weights[tag]! + IMAGINED) / share),
    );
    const claims = theirs
      .map((film) => ({
        row: film.row,
        claim:
          film.tags.reduce((sum, tag, place) => sum + weightAt(place) * speaksFor[tag]!, 0) -
          SHARED * film.genres.length,
      }))
      .sort((a, b) => a.claim - b.claim);
    const fits = new Uint8Array(movies.length).fill(UNWRITTEN);
    claims.forEach(({ row }, place) => {
      const ahead = (place + 1) / claims.length;
      fits[row] = Math.round(LISTED + (255 - LISTED) * Math.min(1, ahead / PASSING_SHARE));
    });
    return fits;
  }
}

const weightAt = (place: number): number => HALF_AT / (HALF_AT + place);

/** [tags] how often films have each, the first of a film counting in full, and the sum of it all. */
function weigh(
  films: readonly { readonly tags: readonly number[] }[],
  tags: number,
): { readonly weights: Float64Array; readonly sum: number } {
  const weights = new Float64Array(tags);
  for (const film of films)
    film.tags.forEach((tag, place) => {
      weights[tag]! += weightAt(place);
    });
  return { weights, sum: weights.reduce((sum, weight) => sum + weight, 0) };
}
