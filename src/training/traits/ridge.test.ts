import { expect, test } from "vitest";
import { createRandom } from "../../numerics/random.ts";
import { ridge, scoresOf } from "./ridge.ts";

test("coefficients lie between what the samples say and what was believed, worked by hand", () => {
  const design = { width: 1, values: Float64Array.of(1, 2) };
  const samples = [
    { row: 0, target: 3, weight: 1 },
    { row: 1, target: 4, weight: 0.5 },
  ];
  // (1*3 + 0.5*2*4 + 2*1) / (1 + 0.5*4 + 2)
  expect(ridge(design, samples, Float64Array.of(2), Float64Array.of(1))[0]).toBeCloseTo(9 / 5, 12);
});

test("what the samples do not speak of stays as it was believed", () => {
  const design = { width: 2, values: Float64Array.of(1, 0, 1, 1) };
  const coefficients = ridge(
    design,
    [{ row: 0, target: 1, weight: 1 }],
    Float64Array.of(1, 1),
    Float64Array.of(0, 0.7),
  );
  expect(coefficients[0]).toBeCloseTo(0.5, 12);
  expect(coefficients[1]).toBe(0.7);
  expect(scoresOf(design, coefficients)[1]).toBeCloseTo(1.2, 12);
});

test("no other coefficients come to a lesser sum", () => {
  const random = createRandom(3);
  const [rows, width] = [12, 4];
  const design = { width, values: Float64Array.from({ length: rows * width }, random.normal) };
  const samples = Array.from({ length: rows }, (_, row) => ({
    row,
    target: random.normal(),
    weight: random.uniform(),
  }));
  const penalties = Float64Array.from({ length: width }, () => 0.1 + random.uniform());
  const prior = Float64Array.from({ length: width }, random.normal);
  const loss = (b: Float64Array) => {
    const scores = scoresOf(design, b);
    const misses = samples.map(({ row, target, weight }) => weight * (target - scores[row]!) ** 2);
    return [...misses, ...b.map((value, i) => penalties[i]! * (value - prior[i]!) ** 2)].reduce(
      (x, y) => x + y,
    );
  };
  const best = ridge(design, samples, penalties, prior);
  for (let trial = 0; trial < 50; trial++) {
    expect(loss(best.map((value) => value + 0.01 * random.normal()))).toBeGreaterThan(loss(best));
  }
});
