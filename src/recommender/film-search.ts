import { LRUCache } from "lru-cache";
import type { About, AboutSearch } from "../catalog/about/about.ts";
import type { Likeness } from "../catalog/likeness.ts";
import { highest } from "../numerics/highest.ts";

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
/** Down to this share of it a film is somewhat about the words: one that may do where it has to be something else as well. */
const LEAST_SHARE_SOMEWHAT = 0.35;
const MOST_SOMEWHAT = 0.5;
/** Of so many words that tell something, one who says them cares more for what fits them best. */
const LONG = 6;
const OF_LONG = 2;
/** Beside the film whose story is told, what the one most like it is taken to have of the words, and one that is hardly like it. */
const BESIDE_ONE = { most: 0.9, hardly: 0.6 };
/** The same where much of it is told: with more, films that everybody likes came before the one that was looked for. */
const BESIDE_ONE_TOLD_AT_LENGTH = { most: 0.65, hardly: 0.4 };
/** Searches remembered: a wish stands for many turns. */
const MOST_REMEMBERED = 200;

/**
 * Where the words tell the story of one film, those that are found besides are the ones most like it: who did not mean it, or has seen
 * it, is better served by these than by films that share some of the words.
 */
export function createFilmSearch(about: AboutSearch, likeness: Likeness): FilmSearch {
  const remembered = new LRUCache<string, ReadonlyMap<number, number>>({ max: MOST_REMEMBERED });
  return (words) => {
    const known = remembered.get(words);
    if (known) return known;
    const all = about(words, { limit: MOST_FOUND });
    const found = new Map(all.isOfOne ? likeTheFirst(all, likeness) : bestOf(all));
    remembered.set(words, found);
    return found;
  };
}

type Found = readonly (readonly [row: number, fit: number])[];

function bestOf({ films, words }: About): Found {
  const best = films[0];
  if (!best || best.fit < LEAST_FIT) return [];
  const power = words.length >= LONG ? OF_LONG : 1;
  return films
    .filter(({ fit }) => fit >= LEAST_SHARE_SOMEWHAT * best.fit)
    .map(({ row, score, fit }) => {
      const share = fit / best.fit;
      return [row, share >= LEAST_SHARE ? (score / best.score) ** power : MOST_SOMEWHAT * share ** power];
    });
}

function likeTheFirst({ films: [first], words }: About, likeness: Likeness): Found {
  const alike = likeness(first!.row);
  const scores = Float64Array.from(alike);
  const others = highest(scores, MOST_FOUND, (row) => row !== first!.row && alike[row]! > 0);
  const nearest = others.length > 0 ? alike[others[0]!]! : 1;
  const { most, hardly } = words.length >= LONG ? BESIDE_ONE_TOLD_AT_LENGTH : BESIDE_ONE;
  return [
    [first!.row, 1],
    ...others.map((row) => [row, hardly + ((most - hardly) * alike[row]!) / nearest] as const),
  ];
}
