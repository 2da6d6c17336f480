import { createRandom } from "../random.ts";

export interface Score {
  readonly mean: number;
  /** 95 % bootstrap interval over people (Efron & Tibshirani 1993, section 13.3, percentile method). */
  readonly interval: readonly [low: number, high: number];
}

const RESAMPLES = 1_000;

/** The mean of one value per person. */
export const meanScore = (values: readonly number[], seed: number): Score =>
  ratioScore(
    values,
    values.map(() => 1),
    seed,
  );

/**
 * A quotient of sums over people, such as errors over ratings, and what `shape` makes of it.
 *
 * @param parts, wholes one each per person
 */
export function ratioScore(
  parts: readonly number[],
  wholes: readonly number[],
  seed: number,
  shape: (ratio: number) => number = (ratio) => ratio,
): Score {
  const random = createRandom(seed);
  const people = parts.length;
  const resampled = Array.from({ length: RESAMPLES }, () => {
    let [part, whole] = [0, 0];
    for (let draw = 0; draw < people; draw++) {
      const person = random.int(people);
      part += parts[person]!;
      whole += wholes[person]!;
    }
    return shape(part / whole);
  }).sort((a, b) => a - b);
  const at = (share: number) => resampled[Math.floor(share * (RESAMPLES - 1))]!;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { mean: shape(sum(parts) / sum(wholes)), interval: [at(0.025), at(0.975)] };
}
