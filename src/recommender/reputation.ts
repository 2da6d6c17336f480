/**
 * What is thought of the movies at large: acclaimed, popular, a hidden gem.
 *
 * The lines are drawn by rank among the movies that may be suggested unasked, so that they hold in data of any size. They stay where
 * they are; films cross them as people rate them.
 */
import type { Model } from "../artifacts/model.ts";
import { fameOf } from "../catalog/fame.ts";
import { bayesianAverage } from "./crowd-columns.ts";
import type { Standing } from "./filters.ts";
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
  const averageOf = bayesianAverage(model, standings.imagined_ratings);
  const average = (row: number) => averageOf(movies[row]!);
  const known = [...movies.keys()].filter(suggestible(model, policy));
  const count = (row: number) => fameOf(movies[row]!);
  const acclaimedFrom = lowestOfTop(known.map(average), standings.acclaimed_share);
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
        return average(row) >= acclaimedFrom;
      case "hidden gem":
        return average(row) >= acclaimedFrom && !isWellKnown(row);
    }
  };
}

/** The lowest value that is still among this share of the highest. */
function lowestOfTop(values: readonly number[], share: number): number {
  const highestFirst = Float64Array.from(values).sort().reverse();
  return highestFirst[Math.ceil(share * highestFirst.length) - 1] ?? Number.POSITIVE_INFINITY;
}
