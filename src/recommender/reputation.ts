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
import type { Policy } from "./policy.ts";
import { suggestible } from "./suggestible.ts";

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
  return (row, standing) => {
    switch (standing) {
      case "popular":
        return count(row) >= popularFrom;
      case "acclaimed":
        return averages[row]! >= acclaimedFrom;
      case "hidden gem":
        return averages[row]! >= acclaimedFrom && count(row) < wellKnownFrom;
    }
  };
}

/** [n] (ratings * mean + imagined * mean of all) / (ratings + imagined) */
function bayesianAverages(movies: readonly Movie[], imagined: number): Float64Array {
  let [stars, ratings] = [0, 0];
  for (const { ratingCount, meanStars } of movies) {
    stars += ratingCount * meanStars;
    ratings += ratingCount;
  }
  const overall = ratings === 0 ? 0 : stars / ratings;
  return Float64Array.from(movies, ({ ratingCount, meanStars }) =>
    ratingCount + imagined === 0
      ? 0
      : (ratingCount * meanStars + imagined * overall) / (ratingCount + imagined),
  );
}

/** The lowest value that is still among this share of the highest. */
function lowestOfTop(values: readonly number[], share: number): number {
  const highestFirst = Float64Array.from(values).sort().reverse();
  return highestFirst[Math.ceil(share * highestFirst.length) - 1] ?? Number.POSITIVE_INFINITY;
}
