import { expect, test } from "vitest";
import { createRandom } from "./random.ts";
import { createRowScorer } from "./row-scorer.ts";

test.each([1, 7, 8, 13, 128])("the inner products of all rows with a vector, rows of %i numbers", (d) => {
  const random = createRandom(d);
  const n = 40;
  const values = Float32Array.from({ length: n * d }, () => random.uniform() - 0.5);
  values.fill(0, d, 2 * d);
  const vector = Float32Array.from({ length: d }, () => 3 * (random.uniform() - 0.5));
  const scores = createRowScorer(values, d)(vector, new Float64Array(n));
  for (let row = 0; row < n; row++) {
    let exact = 0;
    for (let k = 0; k < d; k++) exact += values[row * d + k]! * vector[k]!;
    expect(Math.abs(scores[row]! - exact)).toBeLessThan(1e-3);
  }
  expect(scores[1]).toBe(0);
});
