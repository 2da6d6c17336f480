import type { DatasetMovie, Ratings } from "./dataset.ts";

/** Of one movie. */
export interface RatingSums {
  readonly ratings: number;
  /** The sum of them. Half stars: it is exact. */
  readonly stars: number;
}

/** The movies of a data set, and what they were rated. */
export interface RatedMovies {
  readonly movies: readonly DatasetMovie[];
  /** By the data set's id. */
  readonly sums: ReadonlyMap<string, RatingSums>;
}

export const NO_RATINGS: RatingSums = { ratings: 0, stars: 0 };

/** How often and how well each movie was rated, by the data set's id; movies that nobody rated too. */
export function ratingSums({ movieIds, movies, stars }: Ratings): Map<string, RatingSums> {
  const counts = new Int32Array(movieIds.length);
  const sums = new Float64Array(movieIds.length);
  movies.forEach((movie, row) => {
    counts[movie]!++;
    sums[movie]! += stars[row]!;
  });
  return new Map(movieIds.map((id, at) => [id, { ratings: counts[at]!, stars: sums[at]! }]));
}

/** Stars to two decimals, 0 where nobody rated. */
export const meanStarsOf = ({ ratings, stars }: RatingSums): number =>
  ratings === 0 ? 0 : Math.round((100 * stars) / ratings) / 100;
