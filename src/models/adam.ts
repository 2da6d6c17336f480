/** Moments of one array of parameters. */
export interface Adam {
  readonly first: Float64Array;
  readonly second: Float64Array;
  steps: number;
}

const FIRST_DECAY = 0.9;
const SECOND_DECAY = 0.999;
const EPSILON = 1e-8;

export const newAdam = (length: number): Adam => ({
  first: new Float64Array(length),
  second: new Float64Array(length),
  steps: 0,
});

/**
 * One step of Adam: parameters -= rate * m / (sqrt(v) + epsilon), with m and v the running means of the gradients
 * and of their squares, corrected for having started at 0.
 *
 * Source: Kingma & Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, algorithm 1.
 */
export function adamStep(
  adam: Adam,
  parameters: Float64Array,
  gradients: Float64Array,
  learningRate: number,
): void {
  const { first, second } = adam;
  adam.steps++;
  const firstCorrection = 1 - FIRST_DECAY ** adam.steps;
  const secondCorrection = 1 - SECOND_DECAY ** adam.steps;
  for (let at = 0; at < parameters.length; at++) {
    const gradient = gradients[at]!;
    const m = FIRST_DECAY * first[at]! + (1 - FIRST_DECAY) * gradient;
    const v = SECOND_DECAY * second[at]! + (1 - SECOND_DECAY) * gradient * gradient;
    first[at] = m;
    second[at] = v;
    parameters[at]! -= (learningRate * m) / firstCorrection / (Math.sqrt(v / secondCorrection) + EPSILON);
  }
}
