import { choleskyFactor, choleskySolve } from "../numerics/cholesky.ts";
import type { FittedModel, History } from "./fitted-model.ts";

/**
 * What biased matrix factorisation and SVD++ learn, n movies, m users, d dimensions:
 *
 *   r_ui = mean + b_u + b_i + q_i . t_u
 *
 * where t_u is the user's own p_u or, in SVD++, p_u + |N(u)|^-1/2 sum of y_j over the movies j that u rated.
 */
export interface Factors {
  readonly name: string;
  readonly dimensions: number;
  /** mu, of all ratings */
  readonly mean: number;
  /** The scale: predictions are cut to it. */
  readonly leastStars: number;
  readonly mostStars: number;
  /** b_u [m] */
  readonly userBiases: Float64Array;
  /** t_u [m x d] */
  readonly userTastes: Float64Array;
  /** b_i [n] */
  readonly movieBiases: Float64Array;
  /** q_i [n x d] */
  readonly movieFactors: Float64Array;
  /** y_j [n x d]; only of SVD++ */
  readonly implicitFactors?: Float64Array;
  /** Penalty of b_u^2 and of |p_u|^2, per root of the user's ratings. */
  readonly biasPenalty: number;
  readonly factorPenalty: number;
}

/** Somebody's place among the factors. */
export interface FactorsUser {
  readonly bias: number;
  /** [d] */
  readonly taste: Float64Array;
}

/** Rates for the users that were fitted, and for anybody else by a ridge regression on the movies' factors. */
export function factorsModel(factors: Factors): FittedModel<FactorsUser> {
  const { name, dimensions: d, mean, movieBiases, movieFactors, leastStars, mostStars } = factors;

  function predicted({ bias, taste }: FactorsUser, row: number): number {
    let stars = mean + bias + movieBiases[row]!;
    for (let k = 0; k < d; k++) stars += movieFactors[row * d + k]! * taste[k]!;
    return stars;
  }

  return {
    name,
    foldIn: (history) => foldIn(factors, history),
    known: (user) => ({
      bias: factors.userBiases[user]!,
      taste: factors.userTastes.subarray(user * d, (user + 1) * d),
    }),
    score: (user) => Float64Array.from(movieBiases, (_, row) => predicted(user, row)),
    rate: (user, row) => Math.min(mostStars, Math.max(leastStars, predicted(user, row))),
  };
}

/** [d] |N|^-1/2 sum of y_j over these movies; 0 without implicit factors. */
export function implicitTaste(
  { implicitFactors, dimensions: d }: Pick<Factors, "implicitFactors" | "dimensions">,
  rows: Int32Array,
): Float64Array {
  const taste = new Float64Array(d);
  if (!implicitFactors || rows.length === 0) return taste;
  for (const row of rows) for (let k = 0; k < d; k++) taste[k]! += implicitFactors[row * d + k]!;
  const scale = 1 / Math.sqrt(rows.length);
  return taste.map((value) => scale * value);
}

/**
 * The bias and factors of somebody new, movies as they are: the minimum of the squared errors and the same penalties as
 * in the fit. x = [b, p] solves (F'F + L) x = F'(r - mean - b_i - q_i . z), where F has a row [1, q_i] per rating.
 */
function foldIn(factors: Factors, { rows, stars }: History): FactorsUser {
  const { dimensions: d, mean, movieBiases, movieFactors } = factors;
  const implicit = implicitTaste(factors, rows);
  if (rows.length === 0) return { bias: 0, taste: implicit };
  const width = 1 + d;
  const gram = new Float64Array(width * width);
  const target = new Float64Array(width);
  const feature = new Float64Array(width);
  rows.forEach((row, at) => {
    feature[0] = 1;
    let rest = stars[at]! - mean - movieBiases[row]!;
    for (let k = 0; k < d; k++) {
      feature[1 + k] = movieFactors[row * d + k]!;
      rest -= feature[1 + k]! * implicit[k]!;
    }
    for (let i = 0; i < width; i++) {
      target[i]! += feature[i]! * rest;
      for (let k = 0; k <= i; k++) gram[i * width + k]! += feature[i]! * feature[k]!;
    }
  });
  const roots = Math.sqrt(rows.length);
  for (let i = 0; i < width; i++)
    gram[i * width + i]! += roots * (i === 0 ? factors.biasPenalty : factors.factorPenalty);
  const [bias = 0, ...own] = choleskySolve(choleskyFactor(gram, width), target);
  return { bias, taste: implicit.map((value, k) => value + own[k]!) };
}
