/** How far placed embeddings are from the truth, as seen on rated films that were placed while they were left out. */
export interface PlacementErrors {
  /** [d] what a placed embedding is multiplied by in each dimension, to come nearest to the truth in the mean */
  readonly slopes: Float64Array;
  /** [d] variance of a placed embedding of length 1 around the truth */
  readonly spread: Float32Array;
}

export interface ErrorTask {
  readonly dimensions: number;
  /** Of the films. */
  readonly rows: readonly number[];
  readonly truth: (row: number, dimension: number) => number;
  /** By place in `rows`, over the expected length. */
  readonly leftOut: (at: number, dimension: number) => number;
  /** The length that a film's crowd lets expect. */
  readonly length: (row: number) => number;
  /** How much a film counts. */
  readonly trust: (row: number) => number;
}

/** Slopes by least squares of the truth, over the expected length, on what was predicted: never turned round. */
export function placementErrors({
  dimensions: d,
  rows,
  truth,
  leftOut,
  length,
  trust,
}: ErrorTask): PlacementErrors {
  const slopes = new Float64Array(d);
  const spread = new Float32Array(d);
  const trusted = rows.reduce((sum, row) => sum + trust(row), 0);
  for (let k = 0; k < d; k++) {
    let [products, squares, truths] = [0, 0, 0];
    for (const [at, row] of rows.entries()) {
      const [actual, placed] = [truth(row, k) / length(row), leftOut(at, k)];
      products += trust(row) * actual * placed;
      squares += trust(row) * placed * placed;
      truths += trust(row) * actual * actual;
    }
    const slope = squares === 0 ? 0 : Math.max(0, products / squares);
    slopes[k] = slope;
    spread[k] = (truths - 2 * slope * products + slope * slope * squares) / trusted;
  }
  return { slopes, spread };
}
