import { NO_TIMESTAMP, type Ratings } from "../dataset.ts";
import { countByMovie, countByUser } from "./rows.ts";

const SECONDS_PER_DAY = 86_400;

/** What to make of the stars before factorising; everything is off unless switched on. */
export interface TransformOptions {
  /** Start from the weight clip((r - 2) / 3, 0.05, 1) instead of the stars. */
  readonly preference?: boolean;
  /** Subtract each user's mean. */
  readonly centre?: boolean;
  /** Multiply by count^-p of the movie. p is usually 0.5. */
  readonly popularityExponent?: number;
  /** Halve the value for every so many days before the latest rating of the table. */
  readonly halfLifeDays?: number;
}

export interface TransformReport {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
}

/**
 * Values for the cells of the rating matrix: (base - user mean) * popularity weight * time decay.
 *
 * @returns values [length], one per rating; userMeans [users] where centring is on
 */
export function transformRatings(
  ratings: Ratings,
  options: TransformOptions,
): { values: Float32Array; userMeans?: Float64Array; report: TransformReport } {
  let values = options.preference ? preferenceWeights(ratings.stars) : ratings.stars.slice();
  let userMeans: Float64Array | undefined;
  if (options.centre) ({ values, userMeans } = centreByUser(ratings, values));
  if (options.popularityExponent !== undefined) {
    const weights = popularityWeights(ratings, options.popularityExponent);
    values = values.map((value, row) => value * weights[ratings.movies[row]!]!);
  }
  if (options.halfLifeDays !== undefined) {
    const weights = timeDecayWeights(ratings, options.halfLifeDays);
    values = values.map((value, row) => value * weights[row]!);
  }
  return { values, ...(userMeans && { userMeans }), report: describe(values) };
}

/** Stars that speak for nothing, unless said otherwise. */
const INDIFFERENT_STARS = 2;

/**
 * How much a rating speaks for a movie: clip((r - s) / (5 - s), 0.05, 1). Five stars are 1, s and less next to
 * nothing, yet more than nothing: having watched it says something too.
 *
 * @param indifferentStars s, under 5. The default asks what people like, 0 (stars / 5) what they rate too; the further
 *   below, the more alike all ratings are.
 */
export function preferenceWeights(
  stars: Float32Array,
  indifferentStars: number = INDIFFERENT_STARS,
): Float32Array {
  const most = 5 - indifferentStars;
  return stars.map((r) => Math.min(1, Math.max(0.05, (r - indifferentStars) / most)));
}

/**
 * Subtracts from each value the mean of its user's values.
 *
 * @returns values [length]; userMeans [users], 0 for a user without ratings
 */
export function centreByUser(
  ratings: Ratings,
  values: Float32Array,
): { values: Float32Array; userMeans: Float64Array } {
  const counts = countByUser(ratings);
  const userMeans = new Float64Array(counts.length);
  for (let row = 0; row < values.length; row++) userMeans[ratings.users[row]!]! += values[row]!;
  for (let user = 0; user < counts.length; user++) userMeans[user]! /= Math.max(1, counts[user]!);
  return { values: values.map((value, row) => value - userMeans[ratings.users[row]!]!), userMeans };
}

/** count^-p per movie [movies], 0 for a movie nobody rated: blockbusters count less. */
export function popularityWeights(ratings: Ratings, exponent = 0.5): Float64Array {
  return Float64Array.from(countByMovie(ratings), (count) => (count === 0 ? 0 : count ** -exponent));
}

/**
 * 2^(-age / half-life) per rating [length], age counted back from the table's latest rating. A rating whose
 * time is unknown weighs as much as the oldest.
 */
export function timeDecayWeights(ratings: Ratings, halfLifeDays: number): Float64Array {
  if (!(halfLifeDays > 0)) throw new RangeError(`half-life of ${halfLifeDays} days: expected more than 0`);
  let latest = 0;
  let oldest = Number.POSITIVE_INFINITY;
  for (const at of ratings.atSeconds) {
    if (at === NO_TIMESTAMP) continue;
    if (at > latest) latest = at;
    if (at < oldest) oldest = at;
  }
  if (latest === 0) return new Float64Array(ratings.atSeconds.length).fill(1); // no time known at all
  const halfLifeSeconds = halfLifeDays * SECONDS_PER_DAY;
  return Float64Array.from(ratings.atSeconds, (at) => {
    const ageSeconds = latest - (at === NO_TIMESTAMP ? oldest : at);
    return 2 ** (-ageSeconds / halfLifeSeconds);
  });
}

function describe(values: Float32Array): TransformReport {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
  }
  return { min, mean: sum / values.length, max };
}
