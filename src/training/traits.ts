/**
 * How every movie stands to a mood or an occasion, learned from example films by ridge regression.
 *
 * A movie's features are its embedding's direction, its genres, its year and its popularity: a movie hardly
 * anybody rated is placed by the latter three. Source: Hastie, Tibshirani & Friedman, The Elements of
 * Statistical Learning, 2nd ed., section 3.4.1; both classes weigh the same, the intercept is not penalised.
 */
import type { Model } from "../artifacts/model.ts";
import { choleskyFactor, choleskySolve } from "../cholesky.ts";

/** Penalty of the squared coefficients, and the length an embedding is scaled to: the best of six pairs, five folds. */
const PENALTY = 4;
const EMBEDDING_LENGTH = 2;

export interface Examples {
  /** Rows of movies. */
  readonly good: readonly number[];
  readonly bad: readonly number[];
}

/** [n x width], row-major */
export interface Features {
  readonly width: number;
  readonly values: Float64Array;
}

export function featuresOf({
  movies,
  embeddings,
  dimensions: d,
}: Pick<Model, "movies" | "embeddings" | "dimensions">): Features {
  const genres = [...new Set(movies.flatMap((movie) => movie.genres))].sort();
  const width = 1 + d + genres.length + 3;
  const values = new Float64Array(movies.length * width);
  movies.forEach((movie, row) => {
    const own = embeddings.subarray(row * d, (row + 1) * d);
    const scale = EMBEDDING_LENGTH / (Math.sqrt(own.reduce((sum, value) => sum + value * value, 0)) || 1);
    const decades = ((movie.year ?? 1995) - 1995) / 20;
    values.set(
      [
        1,
        ...own.map((value) => scale * value),
        ...genres.map((genre) => (movie.genres.includes(genre) ? 1 : 0)),
        decades,
        decades ** 2 / 2,
        (Math.log1p(movie.ratingCount) - 2) / 2,
      ],
      row * width,
    );
  });
  return { width, values };
}

/**
 * [n] every movie's score: 1 is a good example's, -1 a bad one's.
 *
 * @throws RangeError without an example of either kind
 */
export function traitScores({ width, values }: Features, { good, bad }: Examples): Float64Array {
  if (good.length === 0 || bad.length === 0) {
    throw new RangeError(`${good.length} good and ${bad.length} bad examples, expected some of each`);
  }
  const gram = new Float64Array(width * width);
  const target = new Float64Array(width);
  const add = (row: number, y: number, weight: number) => {
    const at = row * width;
    for (let i = 0; i < width; i++) {
      const weighted = weight * values[at + i]!;
      target[i]! += y * weighted;
      for (let k = 0; k <= i; k++) gram[i * width + k]! += weighted * values[at + k]!;
    }
  };
  const half = (good.length + bad.length) / 2;
  for (const row of good) add(row, 1, half / good.length);
  for (const row of bad) add(row, -1, half / bad.length);
  for (let i = 1; i < width; i++) gram[i * width + i]! += PENALTY;

  const coefficients = choleskySolve(choleskyFactor(gram, width), target);
  return Float64Array.from({ length: values.length / width }, (_, row) =>
    coefficients.reduce((sum, coefficient, i) => sum + coefficient * values[row * width + i]!, 0),
  );
}

/** Area under the curve of examples left out, every `folds`th at a time. */
export function heldOutAuc(features: Features, { good, bad }: Examples, folds = 5): number {
  const scored = Array.from({ length: folds }, (_, fold) => {
    const inFold = (_: number, at: number) => at % folds === fold;
    const others = (_: number, at: number) => at % folds !== fold;
    const scores = traitScores(features, { good: good.filter(others), bad: bad.filter(others) });
    const of = (row: number) => scores[row]!;
    return { good: good.filter(inFold).map(of), bad: bad.filter(inFold).map(of) };
  });
  return areaUnderCurve(
    scored.flatMap((fold) => fold.good),
    scored.flatMap((fold) => fold.bad),
  );
}

/** How often a good one scores above a bad one; a tie counts half. */
export function areaUnderCurve(good: readonly number[], bad: readonly number[]): number {
  let above = 0;
  for (const a of good) for (const b of bad) above += a > b ? 1 : a === b ? 0.5 : 0;
  return above / (good.length * bad.length);
}
