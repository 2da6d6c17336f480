import { normalCdf } from "../numerics/normal.ts";

/**
 * How far what people think of a film is from what is expected of them, whatever is known of their taste: a standard deviation in
 * the unit of `Group`.
 */
const NOISE = 2;
/** Beyond so many deviations nothing is left of a normal distribution that would count. */
const FAR = 5;
const STEPS = 32;

/**
 * E[min X_i] for independent X_i ~ N(mean_i, doubt_i^2 + NOISE^2): what the least satisfied of several people is expected to get.
 * Summed by the trapezoidal rule from lo, where nobody is: lo + integral of the product of P(X_i > t).
 */
export function expectedLeast(means: readonly number[], doubts: readonly number[], noise = NOISE): number {
  const deviations = doubts.map((doubt) => Math.hypot(doubt, noise));
  const lo = Math.min(...means.map((mean, one) => mean - FAR * deviations[one]!));
  const hi = Math.min(...means.map((mean, one) => mean + FAR * deviations[one]!));
  const step = (hi - lo) / STEPS;
  let sum = 0;
  for (let at = 0; at <= STEPS; at++) {
    const t = lo + at * step;
    let all = 1;
    for (let one = 0; one < means.length; one++) all *= normalCdf((means[one]! - t) / deviations[one]!);
    sum += at === 0 || at === STEPS ? all / 2 : all;
  }
  return lo + sum * step;
}
