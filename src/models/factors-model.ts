import { choleskyFactor, choleskySolve } from "../numerics/cholesky.ts";
import { type Baseline, baselineStars, type StarGiver, starGiver, withinScale } from "./baseline.ts";
import type { FittedModel, History } from "./fitted-model.ts";

/**
 * What biased matrix factorisation and SVD++ learn beyond the baseline (baseline.ts), n movies, m users, d dimensions:
 *
 *   r_ui = baseline_ui + b_u + b_i + q_i . t_u
 *
 * where t_u is the user's own p_u or, in SVD++, p_u + |N(u)|^-1/2 sum of y_j over the movies j that u rated.
 */
export interface Factors {
  readonly name: string;
  readonly dimensions: number;
  readonly baseline: Baseline;
  /** [m] the baseline's and b_u in one */
  readonly userBiases: Float64Array;
  /** [m] the baseline's */
  readonly userSpreads: Float64Array;
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
export interface FactorsUser extends StarGiver {
  /** [d] */
  readonly taste: Float64Array;
}

/** Rates for the users that were fitted, and for anybody else by a ridge regression on the movies' factors. */
export function factorsModel(factors: Factors): FittedModel<FactorsUser> {
  const { name, dimensions: d, baseline, movieBiases, movieFactors } = factors;

  function predicted(user: FactorsUser, row: number): number {
    let stars = baselineStars(baseline, user, row) + movieBiases[row]!;
    for (let k = 0; k < d; k++) stars += movieFactors[row * d + k]! * user.taste[k]!;
    return stars;
  }

  return {
    name,
    foldIn: (history) => foldIn(factors, history),
    known: (user) => ({
      bias: factors.userBiases[user]!,
      spread: factors.userSpreads[user]!,
      taste: factors.userTastes.subarray(user * d, (user + 1) * d),
    }),
    score: (user) => Float64Array.from(movieBiases, (_, row) => predicted(user, row)),
    rate: (user, row) => withinScale(baseline, predicted(user, row)),
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
 * The bias and factors of somebody new, movies as they are: the baseline's, and beyond it the minimum of the squared errors and
 * the same penalties as in the fit. x = [b, p] solves (F'F + L) x = F'(r - baseline - b_i - q_i . z), where F has a row
 * [1, q_i] per rating.
 */
function foldIn(factors: Factors, history: History): FactorsUser {
  const { dimensions: d, baseline, movieBiases, movieFactors } = factors;
  const { rows, stars } = history;
  const person = starGiver(baseline, history);
  const implicit = implicitTaste(factors, rows);
  if (rows.length === 0) return { ...person, taste: implicit };
  const width = 1 + d;
  const gram = new Float64Array(width * width);
  const target = new Float64Array(width);
  const feature = new Float64Array(width);
  rows.forEach((row, at) => {
    feature[0] = 1;
    let rest = stars[at]! - baselineStars(baseline, person, row) - movieBiases[row]!;
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
  return {
    bias: person.bias + bias,
    spread: person.spread,
    taste: implicit.map((value, k) => value + own[k]!),
  };
}
