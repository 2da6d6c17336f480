/**
 * A tower: an embedding per user or movie, and one layer of rectified linear units, a = max(0, W e + c), after
 * Nair & Hinton, ICML 2010. All arrays are row-major float64.
 */
import type { Random } from "../numerics/random.ts";

export interface Tower {
  /** k, the length of embeddings and of outputs */
  readonly width: number;
  /** E [rows x k] */
  readonly embeddings: Float64Array;
  /** W [k x k] */
  readonly weights: Float64Array;
  /** c [k] */
  readonly biases: Float64Array;
}

/** The same arrays with a derivative in each place. */
export type TowerGradients = Tower;

/** Weights as He et al. (ICCV 2015) draw them, so that outputs are as large as embeddings. */
export function drawTower(rows: number, width: number, random: Random): Tower {
  const drawn = (length: number, deviation: number) =>
    Float64Array.from({ length }, () => deviation * random.normal());
  return {
    width,
    embeddings: drawn(rows * width, 1 / Math.sqrt(width)),
    weights: drawn(width * width, Math.sqrt(2 / width)),
    biases: new Float64Array(width),
  };
}

export const zeroGradients = ({ width, embeddings, weights, biases }: Tower): TowerGradients => ({
  width,
  embeddings: new Float64Array(embeddings.length),
  weights: new Float64Array(weights.length),
  biases: new Float64Array(biases.length),
});

export function clearGradients({ embeddings, weights, biases }: TowerGradients): void {
  for (const array of [embeddings, weights, biases]) array.fill(0);
}

/** [rows x k] the outputs a of these rows, one after the other. */
export function forward({ width: k, embeddings, weights, biases }: Tower, rows: Int32Array): Float64Array {
  const outputs = new Float64Array(rows.length * k);
  for (let at = 0; at < rows.length; at++) {
    const from = rows[at]! * k;
    for (let unit = 0; unit < k; unit++) {
      let sum = biases[unit]!;
      for (let i = 0; i < k; i++) sum += weights[unit * k + i]! * embeddings[from + i]!;
      if (sum > 0) outputs[at * k + unit] = sum;
    }
  }
  return outputs;
}

/**
 * Adds to the gradients what the loss's derivatives by the outputs come to.
 *
 * @param outputs, slopes [rows x k] of the same rows: what forward gave, and the derivatives by it
 */
export function backward(
  { width: k, embeddings, weights }: Tower,
  rows: Int32Array,
  outputs: Float64Array,
  slopes: Float64Array,
  gradients: TowerGradients,
): void {
  for (let at = 0; at < rows.length; at++) {
    const from = rows[at]! * k;
    for (let unit = 0; unit < k; unit++) {
      const slope = slopes[at * k + unit]!;
      if (outputs[at * k + unit]! === 0 || slope === 0) continue;
      gradients.biases[unit]! += slope;
      for (let i = 0; i < k; i++) {
        gradients.weights[unit * k + i]! += slope * embeddings[from + i]!;
        gradients.embeddings[from + i]! += slope * weights[unit * k + i]!;
      }
    }
  }
}
