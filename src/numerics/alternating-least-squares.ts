import { createAlgebra, type Dense, gramSumsLength } from "./algebra.ts";
import { type Arena, arenaBytes, createArena } from "./arena.ts";
import type { Csr } from "./csr.ts";
import { STRIP } from "./kernels.ts";
import { createRandom } from "./random.ts";
import { openThreadPool } from "./thread-pool.ts";
import { checkpoint, type WorkOptions } from "./work.ts";

export interface LeastSquaresOptions extends WorkOptions {
  /** d. Default 64. */
  readonly factors?: number;
  /** Default 10. */
  readonly iterations?: number;
  /** alpha, how much more a rating of weight 1 counts than one that is not there. Default 10. */
  readonly confidence?: number;
  /** lambda. Default 50. */
  readonly regularisation?: number;
}

/** The best of some on sessions with people of ML-100K. */
export const LEAST_SQUARES_DEFAULTS = { factors: 64, iterations: 10, confidence: 10, regularisation: 50 };

/** Of conjugate gradient in each half of an iteration; the next one goes on from there. */
const STEPS = 3;

/** x [m x d] and y [n x d] after the iterations, y the last to have moved. */
export interface LeastSquaresFactors {
  readonly users: Float64Array;
  readonly movies: Float64Array;
}

/** Preference weights, by user and by movie; columns ascend in every row. */
export interface BothWays {
  /** [m x n] */
  readonly byUser: Csr;
  /** [n x m] */
  readonly byMovie: Csr;
}

/**
 * Alternating least squares for implicit feedback. With the preference weight w of a rating (0 where unrated),
 * p = 1 where rated and c = 1 + alpha w, minimises
 *
 *   sum over all u, i of c_ui (p_ui - x_u . y_i)² + lambda (sum of |x_u|² + sum of |y_i|²)
 *
 * by turns over users x [m x d] and movies y [n x d].
 *
 * Sources: Hu, Koren & Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008; Takács,
 * Pilászy & Tikk, RecSys 2011, for a few steps of conjugate gradient in the place of an exact solution.
 */
export async function alternatingLeastSquares(
  { byUser, byMovie }: BothWays,
  options: LeastSquaresOptions = {},
): Promise<LeastSquaresFactors> {
  const { factors, iterations, confidence, regularisation } = { ...LEAST_SQUARES_DEFAULTS, ...options };
  const width = STRIP * Math.ceil(factors / STRIP);
  const room = createRoom(byUser, byMovie, width, confidence);
  fillRandomly(room.users, factors, width, options.seed ?? 0);
  fillRandomly(room.movies, factors, width, (options.seed ?? 0) + 1);

  const pool = openThreadPool(room.arena.memory, options.threads);
  const solveHalf = createHalfStep(createAlgebra(pool, room, width), room, width, regularisation);
  try {
    for (let iteration = 0; iteration < iterations; iteration++) {
      await solveHalf(room.byUser, room.users, room.movies);
      await checkpoint(options, (iteration + 0.5) / iterations);
      await solveHalf(room.byMovie, room.movies, room.users);
      await checkpoint(options, (iteration + 1) / iterations);
    }
  } finally {
    await pool.close();
  }

  return {
    users: leadingColumns(room.users, width, factors),
    movies: leadingColumns(room.movies, width, factors),
  };
}

interface Room {
  readonly arena: Arena;
  /** Values: alpha w. */
  readonly byUser: Csr;
  readonly byMovie: Csr;
  /** x [m x width], y [n x width] */
  readonly users: Dense;
  readonly movies: Dense;
  /** One per entry of the matrix. */
  readonly sampled: Float32Array;
  /** Each [max(m, n) x width]. */
  readonly residuals: Dense;
  readonly directions: Dense;
  readonly images: Dense;
  readonly rotated: Dense;
  readonly rotation: Dense;
  readonly gramSums: Dense;
}

function createRoom(byUser: Csr, byMovie: Csr, width: number, confidence: number): Room {
  const entries = byUser.values.length;
  const most = Math.max(byUser.rows, byMovie.rows);
  const csrLengths = [byUser.rows + 1, byMovie.rows + 1, ...Array<number>(5).fill(entries)];
  const denseLengths = [byUser.rows, byMovie.rows, most, most, most, most, width].map((rows) => rows * width);
  const lengths = [
    ...csrLengths.map((length) => 4 * length),
    ...[...denseLengths, gramSumsLength(most, width)].map((length) => 8 * length),
  ];
  const arena = createArena(arenaBytes(lengths));
  const moved = (matrix: Csr): Csr => {
    const [starts, indices] = [arena.int32(matrix.rows + 1), arena.int32(entries)];
    const values = arena.float32(entries);
    starts.set(matrix.starts);
    indices.set(matrix.indices);
    values.set(matrix.values.map((weight) => confidence * weight));
    return { ...matrix, starts, indices, values };
  };
  const dense = (rows: number) => arena.float64(rows * width);
  return {
    arena,
    byUser: moved(byUser),
    byMovie: moved(byMovie),
    users: dense(byUser.rows),
    movies: dense(byMovie.rows),
    sampled: arena.float32(entries),
    residuals: dense(most),
    directions: dense(most),
    images: dense(most),
    rotated: dense(most),
    rotation: dense(width),
    gramSums: arena.float64(gramSumsLength(most, width)),
  };
}

/**
 * Half an iteration: moves `solved`, all its rows at once, towards the least squares for a fixed other side.
 *
 * Conjugate gradient on A x = b with A = Y'Y + lambda I + sum of alpha w y y' for each row of its own. A is never
 * formed: of x it is x times the one Gram matrix, plus alpha w (x . y) y for each entry of the sparse matrix.
 */
function createHalfStep(
  algebra: ReturnType<typeof createAlgebra>,
  { sampled, residuals, directions, images, rotated }: Room,
  width: number,
  regularisation: number,
) {
  return async (matrix: Csr, solved: Dense, fixed: Dense): Promise<void> => {
    const size = solved.length;
    const [r, p, q, t] = [residuals, directions, images, rotated].map((dense) => dense.subarray(0, size)) as [
      Dense,
      Dense,
      Dense,
      Dense,
    ];
    const gram = await algebra.gram(fixed);
    for (let k = 0; k < width; k++) gram[k * width + k]! += regularisation;

    await algebra.multiplySampled(matrix, solved, fixed, sampled);
    const weights = matrix.values;
    for (let entry = 0; entry < weights.length; entry++)
      sampled[entry] = 1 + weights[entry]! - sampled[entry]!;
    await algebra.multiply({ ...matrix, values: sampled }, fixed, r);
    await algebra.timesRight(solved, gram, t);
    for (let at = 0; at < size; at++) r[at]! -= t[at]!;
    p.set(r);

    for (let step = 0; step < STEPS; step++) {
      await algebra.multiplySampled(matrix, p, fixed, sampled);
      await algebra.multiply({ ...matrix, values: sampled }, fixed, q);
      await algebra.timesRight(p, gram, t);
      for (let at = 0; at < size; at += width) advance(solved, r, p, q, t, at, at + width);
    }
  };
}

/** One step of conjugate gradient in one row, [from, to) of all: x, r and p move; q + t is A p. */
function advance(x: Dense, r: Dense, p: Dense, q: Dense, t: Dense, from: number, to: number): void {
  let [before, curvature] = [0, 0];
  for (let at = from; at < to; at++) {
    q[at]! += t[at]!;
    before += r[at]! * r[at]!;
    curvature += p[at]! * q[at]!;
  }
  if (!(curvature > 0)) return; // solved already, or without ratings
  const length = before / curvature;
  let after = 0;
  for (let at = from; at < to; at++) {
    x[at]! += length * p[at]!;
    const residual = r[at]! - length * q[at]!;
    r[at] = residual;
    after += residual * residual;
  }
  const kept = after / before;
  for (let at = from; at < to; at++) p[at] = r[at]! + kept * p[at]!;
}

/** The first `factors` columns; the others stay 0. */
function fillRandomly(dense: Dense, factors: number, width: number, seed: number): void {
  const random = createRandom(seed);
  const deviation = 0.1 / Math.sqrt(factors);
  for (let at = 0; at < dense.length; at += width)
    for (let k = 0; k < factors; k++) dense[at + k] = deviation * random.normal();
}

function leadingColumns(dense: Dense, width: number, factors: number): Float64Array {
  const columns = new Float64Array((dense.length / width) * factors);
  for (let at = 0, row = 0; at < columns.length; at += factors, row += width)
    columns.set(dense.subarray(row, row + factors), at);
  return columns;
}
