import { inverse, Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { csrOf } from "../../numerics/csr.ts";
import { createRandom } from "../../numerics/random.ts";
import { likenessRegression, type RegressionTask } from "./likeness-regression.ts";

/** Random films, half of whose features are absent. */
function randomTask(films: number, seed: number): RegressionTask {
  const random = createRandom(seed);
  const [columns, d] = [9, 3];
  const cells = Array.from({ length: films * columns }, (_, at) => at).filter(() => random.uniform() < 0.5);
  return {
    features: csrOf({
      rowCount: films,
      columnCount: columns,
      rows: Int32Array.from(cells, (at) => Math.floor(at / columns)),
      columns: Int32Array.from(cells, (at) => at % columns),
      values: Float32Array.from(cells, () => random.normal()),
    }),
    weights: Float64Array.from({ length: columns }, () => 0.5 + random.uniform()),
    noise: Float64Array.from({ length: films }, () => 0.5 + random.uniform()),
    targets: Float64Array.from({ length: films * d }, random.normal),
    dimensions: d,
    threads: 1,
  };
}

function denseOf({ features: { rows, columns, starts, indices, values } }: RegressionTask): Matrix {
  const dense = Matrix.zeros(rows, columns);
  for (let row = 0; row < rows; row++)
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++)
      dense.set(row, indices[entry]!, values[entry]!);
  return dense;
}

/** The same by the normal equations: inv(F' inv(noise) F + inv(weights)) F' inv(noise) Y */
function byNormalEquations(task: RegressionTask, without?: number): Matrix {
  const features = denseOf(task);
  const targets = Matrix.from1DArray(features.rows, task.dimensions, task.targets);
  const trust = Matrix.diag(Array.from(task.noise, (noise, row) => (row === without ? 0 : 1 / noise)));
  const weighed = features.transpose().mmul(trust);
  return inverse(weighed.mmul(features).add(Matrix.diag(Array.from(task.weights, (weight) => 1 / weight))))
    .mmul(weighed)
    .mmul(targets);
}

test("gives the coefficients of ridge regression by its normal equations", async () => {
  const task = randomTask(70, 1); // more than a block of the inverse
  const { coefficients } = await likenessRegression(task);
  byNormalEquations(task)
    .to1DArray()
    .forEach((expected, at) => {
      expect(coefficients[at]).toBeCloseTo(expected, 8);
    });
});

test("tells what a film would have been given, had it not been learned from", async () => {
  const task = randomTask(12, 2);
  const { leftOut } = await likenessRegression(task);
  for (let row = 0; row < 12; row++) {
    const expected = Matrix.rowVector(denseOf(task).getRow(row)).mmul(byNormalEquations(task, row)).getRow(0);
    expected.forEach((value, k) => {
      expect(leftOut[row * task.dimensions + k]).toBeCloseTo(value, 8);
    });
  }
});
