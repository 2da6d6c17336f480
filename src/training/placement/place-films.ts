/**
 * Item embeddings for films that hardly anybody of those trained on has rated, from what is known of them: ridge regression
 * from genres, years, places, people, series, what is written of them and what the crowd makes of them to the embeddings of
 * films that were rated.
 *
 * An embedding is the longer, the more people rated the film, by the root of their number g: what is learned are
 * embeddings over g, and a film that is placed has the g of as many ratings as its crowd lets expect. How far off placed
 * embeddings are is seen on the films learned from, each placed as if it had not been: dimension by dimension they are drawn to
 * 0 as far as that makes them come nearer to the truth, and what is left is their uncertainty.
 */
import type { Placement, UserPrior } from "../../artifacts/model.ts";
import type { Movie } from "../../catalog/movie.ts";
import { type Csr, emptyCsr } from "../../numerics/csr.ts";
import { chooseWeights, columnWeights, noiseOf, trustIn } from "./choose-weights.ts";
import { expectedRatings } from "./expected-ratings.ts";
import { fameGivenTime } from "./fame-given-time.ts";
import { type FilmFeatures, type FilmKnowledge, filmFeatures } from "./film-features.ts";
import { likenessRegression } from "./likeness-regression.ts";
import { placementErrors } from "./placement-errors.ts";

export interface PlacementTask {
  readonly movies: readonly Movie[];
  readonly dimensions: number;
  /** [n x d] of films that were rated; overwritten for those that are placed */
  readonly embeddings: Float32Array;
  /** [n] */
  readonly trainedOn: Int32Array;
  readonly prior: Pick<UserPrior, "mean" | "covariance">;
  readonly knowledge: FilmKnowledge;
  readonly threads?: number;
}

/** Films with fewer ratings are placed. */
export const FEWEST_RATINGS = 3;
/** Of fewer films nothing is learned. */
const FEWEST_FILMS = 50;
/** Weights are chosen by so many films, the most rated: more take long and choose the same. */
const CHOOSING_FILMS = 1_200;
/** And by so many dimensions, the first: hardly anything of the others can be predicted. */
const CHOOSING_DIMENSIONS = 32;

/**
 * Places all films with fewer than FEWEST_RATINGS.
 *
 * @returns how far off they may be; undefined where too few films are rated to learn from
 */
export async function placeFilms(task: PlacementTask): Promise<Placement | undefined> {
  const { movies, trainedOn, dimensions: d, embeddings } = task;
  const rows = [...movies.keys()];
  const rated = rows.filter((row) => trainedOn[row]! >= FEWEST_RATINGS);
  if (rated.length < FEWEST_FILMS) return undefined;
  const lastYear = rated.reduce((latest, row) => Math.max(latest, movies[row]!.year ?? 0), 0);
  const fame = fameGivenTime(movies, lastYear);
  const crowd = (row: number) => fame[row]!;
  const expected = expectedRatings(
    rated.map(crowd),
    rated.map((row) => trainedOn[row]!),
  );
  const features = filmFeatures(movies, task.knowledge, fame);
  const learned = await learn(task, features, rated);

  const expectedLength = (row: number) => Math.sqrt(expected(crowd(row)));
  const errors = placementErrors({
    dimensions: d,
    rows: rated,
    truth: (row, k) => embeddings[row * d + k]!,
    leftOut: (at, k) => learned.mean[k]! + learned.leftOut[at * d + k]!,
    length: expectedLength,
    trust: (row) => trustIn(trainedOn[row]!),
  });
  const deviation = new Float32Array(movies.length);
  for (const row of rows) {
    if (trainedOn[row]! >= FEWEST_RATINGS) continue;
    const length = expectedLength(row);
    deviation[row] = length;
    const placed = learned.predict(row);
    for (let k = 0; k < d; k++) embeddings[row * d + k] = length * errors.slopes[k]! * placed[k]!;
  }
  return { deviation, spread: errors.spread };
}

/** [d] the mean square of what people have in each dimension: what an error there does to their scores. */
function importanceOf({ dimensions: d, prior: { mean, covariance } }: PlacementTask): Float64Array {
  return mean.map((value, k) => value * value + covariance[k * d + k]!);
}

/** Embeddings over the root of the number of ratings, around their mean. */
async function learn(task: PlacementTask, features: FilmFeatures, rated: readonly number[]) {
  const { dimensions: d, embeddings, trainedOn, threads } = task;
  const ratings = Int32Array.from(rated, (row) => trainedOn[row]!);
  const targets = new Float64Array(rated.length * d);
  const mean = new Float64Array(d);
  const trusted = ratings.reduce((sum, count) => sum + trustIn(count), 0);
  for (const [at, row] of rated.entries()) {
    for (let k = 0; k < d; k++) {
      const value = embeddings[row * d + k]! / Math.sqrt(ratings[at]!);
      targets[at * d + k] = value;
      mean[k]! += (trustIn(ratings[at]!) * value) / trusted;
    }
  }
  for (let at = 0; at < targets.length; at++) targets[at]! -= mean[at % d]!;

  const best = [...rated.keys()].sort((a, b) => ratings[b]! - ratings[a]! || a - b).slice(0, CHOOSING_FILMS);
  const leading = Math.min(d, CHOOSING_DIMENSIONS);
  const weights = await chooseWeights({
    features: {
      ...features,
      matrix: rowsOf(
        features.matrix,
        best.map((at) => rated[at]!),
      ),
    },
    ratings: Int32Array.from(best, (at) => ratings[at]!),
    targets: Float64Array.from(best.flatMap((at) => [...targets.subarray(at * d, at * d + leading)])),
    dimensions: leading,
    importance: importanceOf(task),
    ...(threads !== undefined && { threads }),
  });
  const { coefficients, leftOut } = await likenessRegression({
    features: rowsOf(features.matrix, rated),
    weights: columnWeights(features, weights),
    noise: noiseOf(ratings, weights),
    targets,
    dimensions: d,
    ...(threads !== undefined && { threads }),
  });
  return {
    mean,
    leftOut,
    predict(row: number): Float64Array {
      const { starts, indices, values } = features.matrix;
      const placed = mean.slice();
      for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
        const at = indices[entry]! * d;
        for (let k = 0; k < d; k++) placed[k]! += values[entry]! * coefficients[at + k]!;
      }
      return placed;
    },
  };
}

/** These rows of a matrix, in this order. */
function rowsOf({ columns, starts, indices, values }: Csr, rows: readonly number[]): Csr {
  const entries = rows.reduce((sum, row) => sum + starts[row + 1]! - starts[row]!, 0);
  const chosen = emptyCsr(rows.length, columns, entries);
  let end = 0;
  for (const [at, row] of rows.entries()) {
    chosen.indices.set(indices.subarray(starts[row], starts[row + 1]), end);
    chosen.values.set(values.subarray(starts[row], starts[row + 1]), end);
    end += starts[row + 1]! - starts[row]!;
    chosen.starts[at + 1] = end;
  }
  return chosen;
}
