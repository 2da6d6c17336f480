import type { Ratings } from "../dataset/dataset.ts";
import { selectRows } from "../dataset/prepare/rows.ts";
import { transformRatings } from "../dataset/prepare/transform.ts";
import { createRandom } from "../numerics/random.ts";
import { checkpoint } from "../numerics/work.ts";
import { type Adam, adamStep, newAdam } from "./adam.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel, History } from "./fitted-model.ts";
import { productsWith } from "./item-vectors.ts";
import { tieBreak } from "./popularity.ts";
import { ratingMatrix } from "./rating-matrix.ts";
import { clearGradients, drawTower, forward, type Tower, zeroGradients } from "./tower.ts";
import { addGradients, type Towers } from "./two-tower-loss.ts";

export interface TwoTowerOptions extends FitOptions {
  /** k, length of embeddings and of both towers' outputs. Default 64. */
  readonly width?: number;
  /** Default 10. */
  readonly epochs?: number;
  /** Ratings per step. Default 1024. */
  readonly batchSize?: number;
  /** Of Adam. Default 0.001. */
  readonly learningRate?: number;
  /** Days in which a rating's value halves. Default 365. */
  readonly halfLifeDays?: number;
}

/** What is kept of the fit. */
export interface TwoTower {
  readonly width: number;
  /** a of each user [m x k] */
  readonly users: Float64Array;
  /** a of each movie [n x k] */
  readonly movies: Float64Array;
  /** count^-1/2 by movie [n] */
  readonly popularityWeights: Float64Array;
  readonly meanStars: number;
  /** [n] */
  readonly ties: Float64Array;
}

/** Imagined ratings of the overall mean beside somebody's own: four favourites of five stars are above some mean. */
const MEAN_DAMPING = 5;

/**
 * Two towers, one for users and one for movies: score = a_user . a_movie, a = max(0, W e + c), fitted by Adam to
 * the transformed ratings (user mean taken off, times count^-1/2 of the movie, times time decay) in batches.
 *
 * Somebody new has no embedding; the output of the users' tower is solved for instead, by ridge regression among the
 * outputs that a layer of rectified units can have.
 *
 * Source: Yi et al., Sampling-Bias-Corrected Neural Modeling for Large Corpus Item Recommendations, RecSys 2019,
 * section 3, for the two towers, here with the squared error for a loss.
 */
export const fitTwoTower = async (
  data: FitData,
  options: TwoTowerOptions = {},
): Promise<FittedModel<Float64Array>> => twoTowerModel(await trainTwoTower(data, options));

export async function trainTwoTower({ ratings }: FitData, options: TwoTowerOptions = {}): Promise<TwoTower> {
  const { width = 64, epochs = 10, batchSize = 1024, learningRate = 0.001, seed = 0 } = options;
  const matrix = ratingMatrix(ratings);
  const random = createRandom(seed);
  const table = inOrder(ratings);
  const { values: targets } = transformRatings(table, {
    centre: true,
    popularityExponent: 0.5,
    halfLifeDays: options.halfLifeDays ?? 365,
  });
  const towers: Towers = {
    users: drawTower(matrix.byUser.rows, width, random),
    movies: drawTower(matrix.byMovie.rows, width, random),
  };
  const learning = [startLearning(towers.users), startLearning(towers.movies)] as const;
  const gradients = { users: learning[0].gradients, movies: learning[1].gradients };
  const order = Int32Array.from(targets.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    for (let start = 0; start < order.length; start += batchSize) {
      const rows = order.subarray(start, start + batchSize);
      for (const { gradients: before } of learning) clearGradients(before);
      const batch = {
        users: rows.map((row) => table.users[row]!),
        movies: rows.map((row) => table.movies[row]!),
        targets: Float32Array.from(rows, (row) => targets[row]!),
      };
      addGradients(towers, batch, gradients);
      for (const tower of learning) descend(tower, learningRate);
      await checkpoint(options, (epoch + Math.min(1, (start + batchSize) / order.length)) / epochs);
    }
  }
  const { starts } = matrix.byMovie;
  return {
    width,
    users: forward(
      towers.users,
      Int32Array.from({ length: matrix.byUser.rows }, (_, user) => user),
    ),
    movies: forward(
      towers.movies,
      Int32Array.from({ length: matrix.byMovie.rows }, (_, row) => row),
    ),
    popularityWeights: Float64Array.from(
      { length: matrix.byMovie.rows },
      (_, row) => 1 / Math.sqrt(Math.max(1, starts[row + 1]! - starts[row]!)),
    ),
    meanStars: ratings.stars.reduce((sum, stars) => sum + stars, 0) / ratings.stars.length,
    ties: tieBreak(matrix),
  };
}

/** A tower under way. */
interface Learning {
  readonly tower: Tower;
  readonly gradients: Tower;
  readonly moments: Readonly<Record<Parameters, Adam>>;
}

const PARAMETERS = ["embeddings", "weights", "biases"] as const;
type Parameters = (typeof PARAMETERS)[number];

const startLearning = (tower: Tower): Learning => ({
  tower,
  gradients: zeroGradients(tower),
  moments: {
    embeddings: newAdam(tower.embeddings.length),
    weights: newAdam(tower.weights.length),
    biases: newAdam(tower.biases.length),
  },
});

function descend({ tower, gradients, moments }: Learning, learningRate: number): void {
  for (const name of PARAMETERS) adamStep(moments[name], tower[name], gradients[name], learningRate);
}

/** The table by user and movie: the same ratings in another order are drawn in the same batches. */
function inOrder(ratings: Ratings): Ratings {
  const { users, movies } = ratings;
  const rows = Int32Array.from(users.keys()).sort((a, b) => users[a]! - users[b]! || movies[a]! - movies[b]!);
  return selectRows(ratings, rows);
}

export function twoTowerModel(model: TwoTower): FittedModel<Float64Array> {
  const { width: k, users, movies, ties } = model;
  const penalty = movies.reduce((sum, value) => sum + value * value, 0) / (movies.length / k);
  return {
    name: "Two-Tower",
    foldIn: (history) => foldIn(model, penalty, history),
    known: (user) => users.subarray(user * k, (user + 1) * k),
    score: (user) => productsWith(movies, user, ties),
  };
}

/** min |B x - y|^2 + penalty |x|^2 over x >= 0, with a row of B per rating: one of an average movie counts half. */
function foldIn(
  { width: k, movies, popularityWeights, meanStars }: TwoTower,
  penalty: number,
  { rows, stars }: History,
): Float64Array {
  const total = stars.reduce((sum, value) => sum + value, MEAN_DAMPING * meanStars);
  const mean = total / (stars.length + MEAN_DAMPING);
  const gram = new Float64Array(k * k);
  const target = new Float64Array(k);
  for (let i = 0; i < k; i++) gram[i * k + i] = penalty;
  rows.forEach((row, at) => {
    const from = row * k;
    const y = (stars[at]! - mean) * popularityWeights[row]!;
    for (let i = 0; i < k; i++) {
      target[i]! += y * movies[from + i]!;
      for (let j = 0; j < k; j++) gram[i * k + j]! += movies[from + i]! * movies[from + j]!;
    }
  });
  return nonNegativeSolution(gram, target);
}

/** Sweeps over the coordinates; what a fold-in needs is there after far fewer. */
const SWEEPS = 100;

/**
 * x >= 0 [k] that minimises x'Gx / 2 - t'x, one coordinate after the other.
 *
 * Source: Franc, Hlaváč & Navara, Sequential Coordinate-Wise Algorithm for the Non-negative Least Squares Problem, CAIP 2005.
 */
function nonNegativeSolution(gram: Float64Array, target: Float64Array): Float64Array {
  const k = target.length;
  const x = new Float64Array(k);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 0; i < k; i++) {
      const own = gram[i * k + i]!;
      if (own === 0) continue;
      let rest = target[i]! + own * x[i]!;
      for (let j = 0; j < k; j++) rest -= gram[i * k + j]! * x[j]!;
      x[i] = Math.max(0, rest / own);
    }
  }
  return x;
}
