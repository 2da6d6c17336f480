import { preferenceWeights } from "../dataset/prepare/transform.ts";
import type { Csr } from "../numerics/csr.ts";
import { createInverseRoom, type InverseRoom, inverseBytes, invert } from "../numerics/inverse.ts";
import { checkpoint } from "../numerics/work.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel } from "./fitted-model.ts";
import { ratingCounts, tieBreak } from "./popularity.ts";
import { ratingMatrix } from "./rating-matrix.ts";

/** Default lambda: the best of some on sessions with people of ML-100K. */
export interface EaseOptions extends FitOptions {
  /** lambda. Default 800. */
  readonly regularisation?: number;
  /** At how many stars a rating says nothing: preferenceWeights. Default 2. */
  readonly indifferentStars?: number;
  /** Movies with fewer ratings are left out. Default 5. */
  readonly minRatings?: number;
  /** At most so many movies, the most rated. Default 6,000. */
  readonly mostMovies?: number;
  /** Told before anything is allocated. */
  readonly onPlan?: (plan: EasePlan) => void;
}

/** What a fit will take: n³ / 2 multiplications and this memory. */
export interface EasePlan {
  readonly movies: number;
  readonly bytes: number;
}

/** A person's weights by movie. */
export interface Weighted {
  readonly rows: Int32Array;
  readonly weights: Float32Array;
}

/**
 * A linear model in closed form: score = x B with a zero diagonal, where P = inv(X'X + lambda I) and
 * B_ij = -P_ij / P_jj. X [m x n] holds preference weights. Movies left out score by popularity alone, next to 0.
 *
 * Source: Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019, equations 5 to 8.
 */
export async function fitEase(
  { ratings }: FitData,
  options: EaseOptions = {},
): Promise<FittedModel<Weighted>> {
  const { regularisation = 800, indifferentStars, onPlan } = options;
  const matrix = ratingMatrix(ratings, preferenceWeights(ratings.stars, indifferentStars));
  const movies = chosenMovies(ratingCounts(matrix), options);
  const n = movies.length;
  onPlan?.({ movies: n, bytes: inverseBytes(n) + 4 * n * n });

  const placeOf = new Int32Array(matrix.byMovie.rows).fill(-1);
  for (const [place, row] of movies.entries()) placeOf[row] = place;
  const room = createInverseRoom(n);
  await fillGram(matrix.byUser, placeOf, room, options);
  for (let k = 0; k < n; k++) room.matrix[k * room.size + k]! += regularisation;
  await invert(room, options.threads, (share) =>
    checkpoint(options, GRAM_SHARE + 0.99 * share * (1 - GRAM_SHARE)),
  );
  const weightsOf = itemWeights(room, n);
  const ties = tieBreak(matrix);
  await checkpoint(options, 1);
  return {
    name: "EASE",
    foldIn: ({ rows, stars }) => ({
      rows: rows.slice(),
      weights: preferenceWeights(stars, indifferentStars),
    }),
    score(person) {
      const scores = ties.slice();
      for (const [at, row] of person.rows.entries()) {
        const start = placeOf[row]! * n;
        if (start < 0) continue;
        const weight = person.weights[at]!;
        for (let k = 0; k < n; k++) scores[movies[k]!]! += weight * weightsOf[start + k]!;
      }
      return scores;
    },
  };
}

/** The share of all work that is the Gram matrix. */
const GRAM_SHARE = 0.1;
/** Users between two reports of progress. */
const CHUNK = 1_000;

/** Rows of the movies with enough ratings, ascending. */
function chosenMovies(counts: Float64Array, { minRatings = 5, mostMovies = 6_000 }: EaseOptions): Int32Array {
  const enough = Int32Array.from(counts.keys()).filter((row) => counts[row]! >= minRatings);
  if (enough.length === 0) {
    throw new RangeError(`no movie has ${minRatings} ratings: expected some; ask for fewer by minRatings`);
  }
  return enough
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .slice(0, mostMovies)
    .sort();
}

/** X'X of the chosen movies, on and below the diagonal. */
async function fillGram(
  { rows, starts, indices, values }: Csr,
  placeOf: Int32Array,
  { matrix, size }: InverseRoom,
  options: FitOptions,
): Promise<void> {
  for (let user = 0; user < rows; user++) {
    if (user % CHUNK === 0) await checkpoint(options, (GRAM_SHARE * user) / rows);
    const [first, last] = [starts[user]!, starts[user + 1]!];
    for (let entry = first; entry < last; entry++) {
      const row = placeOf[indices[entry]!]! * size;
      if (row < 0) continue;
      const value = values[entry]!;
      for (let other = first; other <= entry; other++) {
        const place = placeOf[indices[other]!]!; // ascends with the movies, as places do
        if (place >= 0) matrix[row + place]! += value * values[other]!;
      }
    }
  }
}

/** B [n x n] from P. */
function itemWeights({ matrix, size }: InverseRoom, n: number): Float32Array {
  const weights = new Float32Array(n * n);
  const diagonal = Float64Array.from({ length: n }, (_, k) => matrix[k * size + k]!);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) {
      const value = -matrix[i * size + k]!;
      weights[i * n + k] = value / diagonal[k]!;
      weights[k * n + i] = value / diagonal[i]!;
    }
  }
  return weights;
}
