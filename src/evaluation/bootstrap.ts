import { createRandom } from "../numerics/random.ts";
import { sumOf } from "./mean.ts";

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
  return { mean: shape(sumOf(parts) / sumOf(wholes)), interval: [at(0.025), at(0.975)] };
}

/**
 * How far ours are ahead: the mean difference over the same people in the same order. Paired, it tells two rows apart
 * whose own intervals overlap, since most of what people differ by is the same in both.
 */
export function leadOver(ours: readonly number[], theirs: readonly number[], seed: number): Score {
  if (ours.length !== theirs.length)
    throw new RangeError(
      `${ours.length} and ${theirs.length} values: expected one of each for the same people`,
    );
  return meanScore(
    ours.map((value, person) => value - theirs[person]!),
    seed,
  );
}

/** Whether a lead's interval lies above 0, holds it, or lies below. */
export const standing = ({ interval: [low, high] }: Score): "ahead" | "level" | "behind" =>
  low > 0 ? "ahead" : high < 0 ? "behind" : "level";
