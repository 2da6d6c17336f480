/** Scores to probabilities: 1 / (1 + exp(slope * score + offset)). */
export interface Sigmoid {
  readonly slope: number;
  readonly offset: number;
}

const MOST_STEPS = 100;
/** Keeps the Hessian invertible where one of the parameters hardly matters. */
const DAMPING = 1e-9;

/**
 * Fits the probability of a good one by its score. With odds of 1, as if both kinds were as frequent, 1/2 lies
 * where held-out examples are told apart best; with higher odds it takes a higher score.
 *
 * Source: Platt 1999, "Probabilistic Outputs for Support Vector Machines", with the softened targets
 * (n + 1) / (n + 2) and 1 / (n + 2), by the Newton method with backtracking of Lin, Lin & Weng 2007, "A Note
 * on Platt's Probabilistic Outputs". What each kind weighs is set by the odds here, not by its number.
 *
 * @param good, bad scores of examples left out of the training
 * @param odds how many bad ones there are taken to be for a good one
 */
export function plattSigmoid(good: readonly number[], bad: readonly number[], odds = 1): Sigmoid {
  const together = good.length + bad.length;
  const weights = {
    good: together / (1 + odds) / good.length,
    bad: (together * odds) / (1 + odds) / bad.length,
  };
  const points = [
    ...good.map((score) => ({
      score,
      target: (good.length + 1) / (good.length + 2),
      weight: weights.good,
    })),
    ...bad.map((score) => ({ score, target: 1 / (bad.length + 2), weight: weights.bad })),
  ];
  const loss = (slope: number, offset: number) =>
    points.reduce((sum, { score, target, weight }) => {
      const z = slope * score + offset;
      const logOnePlusExp = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
      return sum + weight * (logOnePlusExp - (1 - target) * z);
    }, 0);

  let [slope, offset, value] = [0, 0, loss(0, 0)];
  for (let step = 0; step < MOST_STEPS; step++) {
    let [g1, g2, h11, h12, h22] = [0, 0, DAMPING, 0, DAMPING];
    for (const { score, target, weight } of points) {
      const p = probability({ slope, offset }, score);
      const [gradient, curvature] = [weight * (target - p), weight * p * (1 - p)];
      g1 += gradient * score;
      g2 += gradient;
      h11 += curvature * score * score;
      h12 += curvature * score;
      h22 += curvature;
    }
    const determinant = h11 * h22 - h12 * h12;
    const [d1, d2] = [-(h22 * g1 - h12 * g2) / determinant, -(h11 * g2 - h12 * g1) / determinant];
    let length = 1;
    while (length > 1e-10 && loss(slope + length * d1, offset + length * d2) >= value) length /= 2;
    if (length <= 1e-10) break;
    slope += length * d1;
    offset += length * d2;
    value = loss(slope, offset);
  }
  return { slope, offset };
}

export const probability = ({ slope, offset }: Sigmoid, score: number): number =>
  1 / (1 + Math.exp(slope * score + offset));
