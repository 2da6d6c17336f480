import { choleskyFactor, choleskySolve } from "../../numerics/cholesky.ts";

/** One row to learn from: its place in the design matrix, what it should come to, and how much it counts. */
export interface Sample {
  readonly row: number;
  readonly target: number;
  readonly weight: number;
}

/** [n x width] row-major */
export interface Design {
  readonly width: number;
  readonly values: Float64Array;
}

/**
 * Coefficients b [width] with the least sum of weight (target - x'b)^2 + (b - prior)' diag(penalties) (b - prior).
 *
 * Source: Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 2nd ed., section 3.4.1; the
 * prior is the mean of the Gaussian belief that a ridge penalty stands for (ibid., exercise 3.6).
 *
 * @param penalties [width] more than 0 each
 * @param prior     [width] what the coefficients are drawn to
 */
export function ridge(
  { width, values }: Design,
  samples: readonly Sample[],
  penalties: Float64Array,
  prior: Float64Array,
): Float64Array {
  const gram = new Float64Array(width * width);
  const moment = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    gram[i * width + i] = penalties[i]!;
    moment[i] = penalties[i]! * prior[i]!;
  }
  for (const { row, target, weight } of samples) {
    const at = row * width;
    for (let i = 0; i < width; i++) {
      const weighted = weight * values[at + i]!;
      if (weighted === 0) continue;
      moment[i]! += target * weighted;
      for (let k = 0; k <= i; k++) gram[i * width + k]! += weighted * values[at + k]!;
    }
  }
  return choleskySolve(choleskyFactor(gram, width), moment);
}

/** x'b for every row. */
export function scoresOf({ width, values }: Design, coefficients: Float64Array): Float64Array {
  return Float64Array.from({ length: values.length / width }, (_, row) => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += coefficients[i]! * values[row * width + i]!;
    return sum;
  });
}
