/**
 * Stars without taste: some movies get more than others, some people give more, and some tell more between movies. With
 * every number drawn from a Gaussian of its kind,
 *
 *   r_ui = mean + b_u + s_u m_i + noise,   b_u ~ N(0, var b),   s_u ~ N(1, var s),   m_i ~ N(0, var m)
 *
 * and the four variances learned from the ratings themselves, by variational Bayes: people and movies are independent of
 * each other a posteriori, b_u and s_u are not. So few ratings move a number as little as this data set has it.
 *
 * Sources: Koren, "Collaborative Filtering with Temporal Dynamics", KDD 2009, for the person's scale; Lim & Teh,
 * "Variational Bayesian Approach to Movie Rating Prediction", KDD Cup 2007, for the sweeps.
 */
import type { Csr } from "../numerics/csr.ts";
import { checkpoint } from "../numerics/work.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel, History } from "./fitted-model.ts";
import { type RatingMatrix, ratingMatrix } from "./rating-matrix.ts";

/** What the ratings of many say of movies, and how far people differ. A value. */
export interface Baseline {
  readonly mean: number;
  /** m [movies]: the stars above the mean that a movie gets of a person of spread 1 */
  readonly movies: Float64Array;
  /** [movies] how far that is not known: var(m_i) */
  readonly movieVariances: Float64Array;
  /** var(noise) / var b and / var s: a person's bias and spread stay as near to 0 and 1 as with so many ratings more. */
  readonly biasPenalty: number;
  readonly spreadPenalty: number;
  /** The scale: predictions are cut to it. */
  readonly leastStars: number;
  readonly mostStars: number;
}

/** What somebody's stars are like. */
export interface StarGiver {
  /** b: stars above the mean */
  readonly bias: number;
  /** s: how far apart good and bad movies are; 1 is as others have it */
  readonly spread: number;
}

/** A baseline with the people it was fitted to. */
export interface FittedBaseline extends Baseline {
  /** [users] */
  readonly people: readonly StarGiver[];
}

/** The stars that this person gives a movie by the baseline alone, uncut. */
export const baselineStars = ({ mean, movies }: Baseline, { bias, spread }: StarGiver, row: number): number =>
  mean + bias + spread * movies[row]!;

/** Draws a prediction into the range of the stars there are. */
export const withinScale = ({ leastStars, mostStars }: Baseline, stars: number): number =>
  Math.min(mostStars, Math.max(leastStars, stars));

/** Somebody with these ratings; as everybody without any. */
export function starGiver(baseline: Baseline, { rows, stars }: History): StarGiver {
  const { bias, spread } = leaning(baseline, rows, stars);
  return { bias, spread };
}

/** A person's posterior: means, and (co)variances in units of the noise's. */
interface Leaning extends StarGiver {
  readonly biasVariance: number;
  readonly spreadVariance: number;
  readonly covariance: number;
}

function leaning(
  { mean, movies, movieVariances, biasPenalty, spreadPenalty }: Baseline,
  rows: Int32Array,
  stars: ArrayLike<number>,
): Leaning {
  let [level, square, rest, product] = [0, 0, 0, 0];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const movie = movies[row]!;
    const residual = stars[at]! - mean - movie;
    level += movie;
    square += movie * movie + movieVariances[row]!;
    rest += residual;
    product += movie * residual - movieVariances[row]!;
  }
  const ofBias = rows.length + biasPenalty;
  const ofSpread = square + spreadPenalty;
  const determinant = ofBias * ofSpread - level * level;
  return {
    bias: (ofSpread * rest - level * product) / determinant,
    spread: 1 + (ofBias * product - level * rest) / determinant,
    biasVariance: ofSpread / determinant,
    spreadVariance: ofBias / determinant,
    covariance: -level / determinant,
  };
}

const SWEEPS = 20;
/** Stars²: keeps what does not vary in a data set from being divided by. */
const LEAST_VARIANCE = 1e-6;

/** Fits movies and people by turns, and the variances to both. */
export function baselineOf({ byUser, byMovie }: RatingMatrix): FittedBaseline {
  const { values } = byUser;
  const mean = meanOf(values);
  const variance = Math.max(LEAST_VARIANCE, meanOf(values.map((stars) => (stars - mean) ** 2)));
  let noise = variance;
  let variances = { bias: variance / 4, spread: 0.1, movie: variance / 4 };
  let people: Leaning[] = Array.from({ length: byUser.rows }, () => EVERYBODY);
  let baseline!: Baseline;
  const scale = {
    leastStars: values.reduce((least, stars) => Math.min(least, stars)),
    mostStars: values.reduce((most, stars) => Math.max(most, stars)),
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    if (sweep > 0) {
      variances = variancesOf(baseline, people, byUser, byMovie, noise);
      noise = noiseOf(baseline, people, byUser, noise);
    }
    baseline = {
      mean,
      ...moviesOf(byMovie, mean, people, noise, variances.movie),
      biasPenalty: noise / variances.bias,
      spreadPenalty: noise / variances.spread,
      ...scale,
    };
    people = people.map((_, user) => leaning(baseline, ...entriesOf(byUser, user)));
  }
  return { ...baseline, people };
}

const EVERYBODY: Leaning = { bias: 0, spread: 1, biasVariance: 0, spreadVariance: 0, covariance: 0 };

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum / values.length;
};

const entriesOf = ({ starts, indices, values }: Csr, row: number) =>
  [
    indices.subarray(starts[row]!, starts[row + 1]!),
    values.subarray(starts[row]!, starts[row + 1]!),
  ] as const;

function moviesOf(byMovie: Csr, mean: number, people: readonly Leaning[], noise: number, variance: number) {
  const movies = new Float64Array(byMovie.rows);
  const movieVariances = new Float64Array(byMovie.rows);
  for (let row = 0; row < byMovie.rows; row++) {
    const [users, stars] = entriesOf(byMovie, row);
    let [sum, weight] = [0, noise / variance];
    for (let at = 0; at < users.length; at++) {
      const { bias, spread, spreadVariance, covariance } = people[users[at]!]!;
      sum += spread * (stars[at]! - mean - bias) - noise * covariance;
      weight += spread * spread + noise * spreadVariance;
    }
    movies[row] = sum / weight;
    movieVariances[row] = noise / weight;
  }
  return { movies, movieVariances };
}

/** How far people and movies that have ratings differ, each with what is not known of it. */
function variancesOf(
  { movies, movieVariances }: Baseline,
  people: readonly Leaning[],
  byUser: Csr,
  byMovie: Csr,
  noise: number,
) {
  const over = ({ rows, starts }: Csr, square: (row: number) => number) => {
    let [sum, count] = [0, 0];
    for (let row = 0; row < rows; row++) {
      if (starts[row + 1] === starts[row]) continue;
      sum += square(row);
      count++;
    }
    return Math.max(LEAST_VARIANCE, sum / count);
  };
  return {
    bias: over(byUser, (user) => people[user]!.bias ** 2 + noise * people[user]!.biasVariance),
    spread: over(byUser, (user) => (people[user]!.spread - 1) ** 2 + noise * people[user]!.spreadVariance),
    movie: over(byMovie, (row) => movies[row]! ** 2 + movieVariances[row]!),
  };
}

/** The mean square of what is left, as far as it is expected with what is not known of people and movies. */
function noiseOf(baseline: Baseline, people: readonly Leaning[], byUser: Csr, noise: number): number {
  const { movies, movieVariances } = baseline;
  let sum = 0;
  for (const [user, person] of people.entries()) {
    const [rows, stars] = entriesOf(byUser, user);
    const spreadVariance = noise * person.spreadVariance;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      const movie = movies[row]!;
      sum +=
        (stars[at]! - baselineStars(baseline, person, row)) ** 2 +
        noise * (person.biasVariance + 2 * movie * person.covariance) +
        spreadVariance * movie * movie +
        movieVariances[row]! * (person.spread ** 2 + spreadVariance);
    }
  }
  return Math.max(LEAST_VARIANCE, sum / byUser.values.length);
}

/** The least that a model of tastes must beat. */
export async function fitBaseline(
  { ratings }: FitData,
  options: FitOptions = {},
): Promise<FittedModel<StarGiver>> {
  const baseline = baselineOf(ratingMatrix(ratings));
  await checkpoint(options, 1);
  return {
    name: "baseline",
    foldIn: (history) => starGiver(baseline, history),
    known: (user) => baseline.people[user]!,
    score: (person) => baseline.movies.map((_, row) => baselineStars(baseline, person, row)),
    rate: (person, row) => withinScale(baseline, baselineStars(baseline, person, row)),
  };
}
