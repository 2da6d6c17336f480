/**
 * What is thought of the movies at large: acclaimed, popular, a hidden gem.
 *
 * A mean of few ratings is pulled towards the mean of all, as if so many ratings more had been given at it: the
 * Bayesian average. Source: Efron & Morris, "Stein's Paradox in Statistics", Scientific American 236(5), 1977.
 *
 * The lines are drawn by rank among the movies that may be suggested unasked, so that they hold in data of any size.
 */
import type { Model } from "../artifacts/model.ts";
import { fameOf } from "../catalog/fame.ts";
import type { Movie } from "../catalog/movie.ts";
import type { Standing } from "./filters.ts";
import { perModel } from "./per-model.ts";
import type { Policy } from "./policy.ts";
import { suggestible } from "./suggestible.ts";

/** So long ratings of a film are still to come, beside those of older ones; and so many years apart films are of one time. */
const STILL_RATED_YEARS = 10;
const OF_ONE_TIME = 1;

/** Whether the movie in a row has a standing. */
export type Reputation = (row: number, standing: Standing) => boolean;

export function reputationOf(
  model: Pick<Model, "movies" | "trainedOn" | "placement">,
  policy: Pick<Policy, "standings" | "candidates">,
): Reputation {
  const { movies } = model;
  const { standings } = policy;
  const averages = bayesianAverages(movies, standings.imagined_ratings);
  const known = [...movies.keys()].filter(suggestible(model, policy));
  const count = (row: number) => fameOf(movies[row]!);
  const acclaimedFrom = lowestOfTop(
    known.map((row) => averages[row]!),
    standings.acclaimed_share,
  );
  const popularFrom = lowestOfTop(known.map(count), standings.popular_share);
  const wellKnownFrom = lowestOfTop(known.map(count), standings.well_known_share);
  const wellKnownOf = new Map<number, number>();
  /** Ratings of a film come in over years: a new one is as well known as it is among those of its time. */
  const leastOfTime = (year: number): number => {
    const least = wellKnownOf.get(year) ?? leastOf(year);
    wellKnownOf.set(year, least);
    return least;
  };
  const leastOf = (year: number): number => {
    const ofTime = known.filter((row) => Math.abs((movies[row]!.year ?? 0) - year) <= OF_ONE_TIME);
    return lowestOfTop(ofTime.map(count), standings.well_known_share);
  };
  const newest = movies.reduce(
    (last, { year = 0, ratingCount }) => (ratingCount > 0 ? Math.max(last, year) : last),
    0,
  );
  const isWellKnown = (row: number): boolean => {
    const { year } = movies[row]!;
    const isNew = year !== undefined && year > newest - STILL_RATED_YEARS;
    return count(row) >= (isNew ? Math.min(wellKnownFrom, leastOfTime(year)) : wellKnownFrom);
  };
  return (row, standing) => {
    switch (standing) {
      case "popular":
        return count(row) >= popularFrom;
      case "acclaimed":
        return averages[row]! >= acclaimedFrom;
      case "hidden gem":
        return averages[row]! >= acclaimedFrom && !isWellKnown(row);
    }
  };
}

/** [n] stars above those of all movies, few ratings proving little: 0 for a movie that nobody has rated. */
export function esteemOf(model: Model, { standings }: Pick<Policy, "standings">): Float64Array {
  const known = esteems(model);
  const { imagined_ratings: imagined } = standings;
  const esteem = known.get(imagined) ?? aboveAll(model.movies, imagined);
  known.set(imagined, esteem);
  return esteem;
}

const esteems = perModel((_: Model) => new Map<number, Float64Array>());

function aboveAll(movies: readonly Movie[], imagined: number): Float64Array {
  const overall = meanOfAll(movies);
  return bayesianAverages(movies, imagined).map((average) => average - overall);
}

/** [n] (ratings * mean + imagined * mean of all) / (ratings + imagined) */
function bayesianAverages(movies: readonly Movie[], imagined: number): Float64Array {
  const overall = meanOfAll(movies);
  return Float64Array.from(movies, ({ ratingCount, meanStars }) =>
    ratingCount + imagined === 0
      ? 0
      : (ratingCount * meanStars + imagined * overall) / (ratingCount + imagined),
  );
}

function meanOfAll(movies: readonly Movie[]): number {
  let [stars, ratings] = [0, 0];
  for (const { ratingCount, meanStars } of movies) {
    stars += ratingCount * meanStars;
    ratings += ratingCount;
  }
  return ratings === 0 ? 0 : stars / ratings;
}

/** The lowest value that is still among this share of the highest. */
function lowestOfTop(values: readonly number[], share: number): number {
  const highestFirst = Float64Array.from(values).sort().reverse();
  return highestFirst[Math.ceil(share * highestFirst.length) - 1] ?? Number.POSITIVE_INFINITY;
}
