/**
 * Biased matrix factorisation ("Funk SVD") and SVD++, fitted by stochastic gradient descent to the squared errors of
 *
 *   r_ui = baseline_ui + b_u + b_i + q_i . (p_u + |N(u)|^-1/2 sum of y_j over the movies j that u rated)
 *
 * the former without the sum. The baseline (baseline.ts) is fitted first and stays: who tells more between movies is no taste, and
 * the biases that the descent adds are corrections. A parameter is drawn to 0 by the root of the number of ratings it is fitted to, not once per
 * rating: what many ratings speak for may differ more.
 *
 * Source: Koren, Bell & Volinsky, Matrix Factorization Techniques for Recommender Systems (2009); Koren, Factorization
 * Meets the Neighborhood (2008), section 4; the penalty is the frequency regularisation of MyMediaLite (Gantner et al. 2011).
 */

import type { Csr } from "../numerics/csr.ts";
import { createRandom } from "../numerics/random.ts";
import { checkpoint } from "../numerics/work.ts";
import { baselineOf, baselineStars, type FittedBaseline } from "./baseline.ts";
import { type Factors, type FactorsUser, factorsModel, implicitTaste } from "./factors-model.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel } from "./fitted-model.ts";
import { ratingMatrix } from "./rating-matrix.ts";

export interface BiasedFactorsOptions extends FitOptions {
  /** d */
  readonly dimensions?: number;
  /** Passes over all ratings. */
  readonly epochs?: number;
  /** Step size of the first epoch; each later one's is that of the one before times `learningDecay`. */
  readonly learningRate?: number;
  readonly learningDecay?: number;
  /** Penalties of squared biases and factors, per root of the ratings they are fitted to. */
  readonly biasPenalty?: number;
  readonly factorPenalty?: number;
  /** Standard deviation of a first vector's length. */
  readonly initialDeviation?: number;
}

type Settings = Required<Omit<BiasedFactorsOptions, keyof FitOptions>>;

/** Chosen on tenths of the training ratings of ML-100K's u1.base and of ml-latest-small's first fold. */
const BIASED_MF: Settings = {
  dimensions: 50,
  epochs: 35,
  learningRate: 0.02,
  learningDecay: 0.97,
  biasPenalty: 3,
  factorPenalty: 1,
  initialDeviation: 0.3,
};
const SVD_PLUS_PLUS: Settings = {
  dimensions: 50,
  epochs: 50,
  learningRate: 0.01,
  learningDecay: 0.96,
  biasPenalty: 3,
  factorPenalty: 1.2,
  initialDeviation: 0.1,
};

export const fitBiasedMf = async (
  data: FitData,
  options: BiasedFactorsOptions = {},
): Promise<FittedModel<FactorsUser>> => factorsModel(await biasedMfFactors(data, options));

export const fitSvdPlusPlus = async (
  data: FitData,
  options: BiasedFactorsOptions = {},
): Promise<FittedModel<FactorsUser>> => factorsModel(await svdPlusPlusFactors(data, options));

export const biasedMfFactors = (data: FitData, options: BiasedFactorsOptions = {}): Promise<Factors> =>
  fitFactors("biased MF", data, { ...BIASED_MF, ...options }, false);

export const svdPlusPlusFactors = (data: FitData, options: BiasedFactorsOptions = {}): Promise<Factors> =>
  fitFactors("SVD++", data, { ...SVD_PLUS_PLUS, ...options }, true);

async function fitFactors(
  name: string,
  { ratings }: FitData,
  options: Settings & FitOptions,
  isImplicit: boolean,
): Promise<Factors> {
  const { byUser, byMovie } = ratingMatrix(ratings);
  const baseline = baselineOf({ byUser, byMovie });
  const learning = startLearning(baseline, byUser, byMovie, options, isImplicit);
  let learningRate = options.learningRate;
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    runEpoch(learning, learningRate);
    learningRate *= options.learningDecay;
    await checkpoint(options, epoch / options.epochs);
  }
  const { userBiases, userFactors, movieBiases, movieFactors, implicitFactors } = learning;
  const { dimensions: d, biasPenalty, factorPenalty } = options;
  const implicit = { dimensions: d, ...(implicitFactors && { implicitFactors }) };
  for (let user = 0; user < byUser.rows; user++) {
    const taste = implicitTaste(implicit, moviesOf(byUser, user));
    for (let k = 0; k < d; k++) userFactors[user * d + k]! += taste[k]!;
  }
  return {
    name,
    baseline,
    userBiases: userBiases.map((bias, user) => bias + baseline.people[user]!.bias),
    userSpreads: Float64Array.from(baseline.people, ({ spread }) => spread),
    userTastes: userFactors,
    movieBiases,
    movieFactors,
    biasPenalty,
    factorPenalty,
    ...implicit,
  };
}

/** The parameters under way, and the ratings they are fitted to. */
interface Learning {
  readonly baseline: FittedBaseline;
  readonly byUser: Csr;
  readonly random: ReturnType<typeof createRandom>;
  readonly d: number;
  readonly userBiases: Float64Array;
  readonly userFactors: Float64Array;
  readonly movieBiases: Float64Array;
  readonly movieFactors: Float64Array;
  readonly implicitFactors: Float64Array | undefined;
  /** [users] [movies] number of ratings ^ -1/2 */
  readonly userShrinkage: Float64Array;
  readonly movieShrinkage: Float64Array;
  readonly biasPenalty: number;
  readonly factorPenalty: number;
}

function startLearning(
  baseline: FittedBaseline,
  byUser: Csr,
  byMovie: Csr,
  options: Settings & FitOptions,
  isImplicit: boolean,
): Learning {
  const { dimensions: d, initialDeviation, biasPenalty, factorPenalty } = options;
  const random = createRandom(options.seed ?? 0);
  const deviation = initialDeviation / Math.sqrt(d);
  const drawn = (rows: number) => Float64Array.from({ length: rows * d }, () => deviation * random.normal());
  return {
    baseline,
    byUser,
    random,
    d,
    userBiases: new Float64Array(byUser.rows),
    userFactors: drawn(byUser.rows),
    movieBiases: new Float64Array(byMovie.rows),
    movieFactors: drawn(byMovie.rows),
    implicitFactors: isImplicit ? new Float64Array(byMovie.rows * d) : undefined,
    userShrinkage: shrinkageOf(byUser),
    movieShrinkage: shrinkageOf(byMovie),
    biasPenalty,
    factorPenalty,
  };
}

const shrinkageOf = ({ rows, starts }: Csr): Float64Array =>
  Float64Array.from(
    { length: rows },
    (_, row) => 1 / Math.sqrt(Math.max(1, starts[row + 1]! - starts[row]!)),
  );

const moviesOf = ({ starts, indices }: Csr, user: number): Int32Array =>
  indices.subarray(starts[user]!, starts[user + 1]!);

/** One step per rating: users in a drawn order, and each one's ratings in a drawn order. */
function runEpoch(learning: Learning, learningRate: number): void {
  const { byUser, random } = learning;
  for (const user of random.shuffle(Int32Array.from({ length: byUser.rows }, (_, row) => row)))
    if (byUser.starts[user + 1]! > byUser.starts[user]!) learnFrom(learning, user, learningRate);
}

/** The implicit factors move once per user, by the sum of the steps that the user's ratings ask for. */
function learnFrom(learning: Learning, user: number, learningRate: number): void {
  const { baseline, byUser, random, d, biasPenalty, factorPenalty } = learning;
  const { userBiases, userFactors, movieBiases, movieFactors, implicitFactors } = learning;
  const start = byUser.starts[user]!;
  const end = byUser.starts[user + 1]!;
  const rows = byUser.indices.subarray(start, end);
  const implicit = implicitTaste({ dimensions: d, ...(implicitFactors && { implicitFactors }) }, rows);
  const implicitStep = new Float64Array(d);
  const atUser = user * d;
  const person = baseline.people[user]!;
  const userShrinkage = learning.userShrinkage[user]!;

  for (const entry of random.shuffle(Int32Array.from(rows, (_, at) => start + at))) {
    const movie = byUser.indices[entry]!;
    const atMovie = movie * d;
    const movieShrinkage = learning.movieShrinkage[movie]!;
    let error =
      byUser.values[entry]! -
      baselineStars(baseline, person, movie) -
      userBiases[user]! -
      movieBiases[movie]!;
    for (let k = 0; k < d; k++)
      error -= movieFactors[atMovie + k]! * (userFactors[atUser + k]! + implicit[k]!);

    userBiases[user]! += learningRate * (error - biasPenalty * userShrinkage * userBiases[user]!);
    movieBiases[movie]! += learningRate * (error - biasPenalty * movieShrinkage * movieBiases[movie]!);
    for (let k = 0; k < d; k++) {
      const p = userFactors[atUser + k]!;
      const q = movieFactors[atMovie + k]!;
      userFactors[atUser + k] = p + learningRate * (error * q - factorPenalty * userShrinkage * p);
      movieFactors[atMovie + k] =
        q + learningRate * (error * (p + implicit[k]!) - factorPenalty * movieShrinkage * q);
      implicitStep[k]! += error * q;
    }
  }

  if (!implicitFactors) return;
  for (const movie of rows) {
    const penalty = factorPenalty * learning.movieShrinkage[movie]!;
    for (let k = 0; k < d; k++) {
      const y = implicitFactors[movie * d + k]!;
      implicitFactors[movie * d + k] = y + learningRate * (userShrinkage * implicitStep[k]! - penalty * y);
    }
  }
}
