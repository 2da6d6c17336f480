/**
 * What those who answer here make of each film, beside the public's ratings: its number and mean of ratings move with every answer,
 * without a training.
 *
 * With N = sum of w_p over the people p who rated a film, S = sum of w_p * stars, and the public's n ratings of mean m, the film has
 *
 *     n + f N ratings, of mean (n m + f S) / (n + f N)
 *     w_p = weight * days / (days + days_to_trust) * min(1, ratings_a_person / ratings of p)
 *     f   = min(1, max(share * n, at_least) / N)
 *
 * so that somebody new counts little, somebody who rates everything moves each film the less, and however many come together to
 * push a film, the public's ratings outweigh theirs.
 */
import type { Model } from "../artifacts/model.ts";
import type { MovieId } from "../catalog/movie.ts";
import { moveFilm } from "./crowd-columns.ts";
import type { Policy } from "./policy.ts";

/** What stands of what somebody answered. */
export interface Opinions {
  readonly stars: ReadonlyMap<MovieId, number>;
  /** On how many days they answered. */
  readonly days: number;
}

export interface Crowd {
  /**
   * Takes the place of whatever was counted of this person before. Whatever the order people are told of in, films end up alike, to
   * rounding.
   *
   * @param opinions undefined: nothing of theirs counts any more
   */
  says(person: number, opinions: Opinions | undefined): void;
}

interface Counted {
  readonly rows: Int32Array;
  readonly stars: Float32Array;
  readonly weight: number;
}

/** Of weights that cancel out so much may be left by rounding. */
const NOTHING = 1e-9;

export function createCrowd(model: Pick<Model, "movies">, { crowd }: Pick<Policy, "crowd">): Crowd {
  const { movies } = model;
  const rowOf = new Map(movies.map(({ id }, row) => [id, row]));
  const byPublic = movies.map(({ ratingCount, meanStars }) => ({ ratingCount, meanStars }));
  const weights = new Float64Array(movies.length);
  const sums = new Float64Array(movies.length);
  const people = new Map<number, Counted>();

  function count({ rows, stars, weight }: Counted, by: 1 | -1): void {
    for (const [at, row] of rows.entries()) {
      weights[row]! += by * weight;
      sums[row]! += by * weight * stars[at]!;
    }
  }

  function move(row: number): void {
    const { ratingCount: n, meanStars } = byPublic[row]!;
    const all = weights[row]!;
    if (all < NOTHING) {
      moveFilm(model, row, n, meanStars);
      return;
    }
    const own = Math.min(all, Math.max(crowd.share * n, crowd.at_least));
    moveFilm(model, row, Math.round(n + own), (n * meanStars + (own * sums[row]!) / all) / (n + own));
  }

  return {
    says(person, opinions) {
      const before = people.get(person);
      const now = opinions && countedOf(opinions, rowOf, crowd);
      if (before) count(before, -1);
      if (now) {
        count(now, 1);
        people.set(person, now);
      } else people.delete(person);
      for (const row of new Set([...(before?.rows ?? []), ...(now?.rows ?? [])])) move(row);
    },
  };
}

/** Undefined where nothing would move. */
function countedOf(
  { stars, days }: Opinions,
  rowOf: ReadonlyMap<MovieId, number>,
  { weight, days_to_trust, ratings_a_person }: Policy["crowd"],
): Counted | undefined {
  const rated = [...stars].flatMap(([movie, given]) => {
    const row = rowOf.get(movie);
    return row === undefined ? [] : [{ row, given }];
  });
  if (rated.length === 0 || weight === 0) return undefined;
  const trust = days / (days + days_to_trust);
  return {
    rows: Int32Array.from(rated, ({ row }) => row),
    stars: Float32Array.from(rated, ({ given }) => given),
    weight: weight * trust * Math.min(1, ratings_a_person / stars.size),
  };
}
