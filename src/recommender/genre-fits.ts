/** How much films are of their genres: a life in which a war passes is listed as a war film, and is none to who asks for one. */
import { LRUCache } from "lru-cache";
import type { Model } from "../artifacts/model.ts";
import { type GenreTags, weightAt } from "./genre-tags.ts";

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
/** What each genre beside those asked for takes from a film's claim to them. */
const SHARED = 0.3;
/** Lists of genres remembered: a wish stands for many turns. */
const MOST_REMEMBERED = 32;

/** By what is written of films: they are ordered by the sum of what each tag speaks for the genres, and the place in that order is the fit. */
export function createGenreFits({ movies }: Pick<Model, "movies">, tags: () => GenreTags): GenreFits {
  const remembered = new LRUCache<string, Uint8Array>({ max: MOST_REMEMBERED });

  return (genres) => {
    const key = [...genres].sort().join();
    const known = remembered.get(key);
    if (known) return known;
    const fits = fitsOf(genres);
    remembered.set(key, fits);
    return fits;
  };

  function fitsOf(genres: readonly string[]): Uint8Array {
    const { written, speaksFor } = tags();
    const theirs = written.filter((film) => genres.every((genre) => film.genres.includes(genre)));
    const speaks = speaksFor(theirs);
    const claims = theirs
      .map((film) => ({
        row: film.row,
        claim:
          film.tags.reduce((sum, tag, place) => sum + weightAt(place) * speaks[tag]!, 0) -
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
