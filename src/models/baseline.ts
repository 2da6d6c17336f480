import { checkpoint } from "../numerics/work.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel, History } from "./fitted-model.ts";
import { type RatingMatrix, ratingMatrix } from "./rating-matrix.ts";

/** Stars without taste: some people give more than others, and some movies get more. */
export interface Baseline {
  readonly mean: number;
  /** [users] stars above the mean */
  readonly users: Float64Array;
  /** [movies] stars above the mean */
  readonly movies: Float64Array;
  /** What a person gives above the mean and the movies' own; 0 without ratings. */
  ofPerson(history: History): number;
  /** Draws a prediction into the range of the stars there are. */
  withinScale(stars: number): number;
}

const SWEEPS = 10;
/** Imagined ratings without deviation, per movie and per user. */
const DAMPING = { movie: 10, user: 15 };

/**
 * Minimises the sum of (r_ui - mean - b_u - b_i)² + 15 sum of b_u² + 10 sum of b_i², users and movies by turns.
 *
 * Source: Koren, "Factor in the Neighbors", ACM TKDD 4(1), 2010, section 2.1, with the damping that Surprise
 * (Hug, JOSS 5(52), 2020) made common.
 */
export function baselineOf({ byUser, byMovie }: RatingMatrix): Baseline {
  const { values } = byUser;
  const mean = values.reduce((sum, stars) => sum + stars, 0) / values.length;
  const users = new Float64Array(byUser.rows);
  const movies = new Float64Array(byMovie.rows);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    dampedMeans(byMovie, mean, users, DAMPING.movie, movies);
    dampedMeans(byUser, mean, movies, DAMPING.user, users);
  }
  const [lowest, highest] = values.reduce(
    ([low, high], stars) => [Math.min(low, stars), Math.max(high, stars)],
    [values[0]!, values[0]!],
  );
  return {
    mean,
    users,
    movies,
    ofPerson({ rows, stars }) {
      let sum = 0;
      for (let at = 0; at < rows.length; at++) sum += stars[at]! - mean - movies[rows[at]!]!;
      return sum / (DAMPING.user + rows.length);
    },
    withinScale: (stars) => Math.min(highest, Math.max(lowest, stars)),
  };
}

/** For each row the mean of its values without the columns' biases, as if there were `damping` more of no bias. */
function dampedMeans(
  { rows, starts, indices, values }: RatingMatrix["byUser"],
  mean: number,
  others: Float64Array,
  damping: number,
  biases: Float64Array,
): void {
  for (let row = 0; row < rows; row++) {
    const [first, last] = [starts[row]!, starts[row + 1]!];
    let sum = 0;
    for (let entry = first; entry < last; entry++) sum += values[entry]! - mean - others[indices[entry]!]!;
    biases[row] = sum / (damping + last - first);
  }
}

/** rate = mean + b_u + b_i: the least that a model of tastes must beat. */
export async function fitBaseline(
  { ratings }: FitData,
  options: FitOptions = {},
): Promise<FittedModel<number>> {
  const baseline = baselineOf(ratingMatrix(ratings));
  await checkpoint(options, 1);
  const { mean, movies } = baseline;
  return {
    name: "baseline",
    foldIn: (history) => baseline.ofPerson(history),
    known: (user) => baseline.users[user]!,
    score: (person) => movies.map((bias) => mean + person + bias),
    rate: (person, row) => baseline.withinScale(mean + person + movies[row]!),
  };
}
