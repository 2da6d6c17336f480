import { LRUCache } from "lru-cache";
import type { AboutSearch } from "../catalog/about/about.ts";

/** Rows of the films that are about some words, with how well each fits in (0, 1], 1 for the best. */
export type FilmSearch = (words: string) => ReadonlyMap<number, number>;

/** Where nothing is known of what films are about. */
export const NO_SEARCH: FilmSearch = () => new Map();

/** Films that are looked at: what comes behind them has little of the words. */
const MOST_FOUND = 300;
/** A best film that has less of the words than this has them by chance. */
const LEAST_FIT = 0.2;
/** What has less of the words than this share of what the best has is found for being well known. */
const LEAST_SHARE = 0.6;
/** Searches remembered: a wish stands for many turns. */
const MOST_REMEMBERED = 200;

export function createFilmSearch(about: AboutSearch): FilmSearch {
  const remembered = new LRUCache<string, ReadonlyMap<number, number>>({ max: MOST_REMEMBERED });
  return (words) => {
    const known = remembered.get(words);
    if (known) return known;
    const { films } = about(words, { limit: MOST_FOUND });
    const best = films[0];
    const found = new Map(
      best && best.fit >= LEAST_FIT
        ? films
            .filter(({ fit }) => fit >= LEAST_SHARE * best.fit)
            .map(({ row, score }) => [row, score / best.score])
        : [],
    );
    remembered.set(words, found);
    return found;
  };
}
