import { expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { modelScoresOf, scoreOf } from "./score.ts";
import { randomModel } from "./testing/random-model.ts";

test("scores two movies worked by hand", () => {
  const two = {
    ...randomModel({ movies: 2, dimensions: 2, seed: 1 }),
    embeddings: Float32Array.of(0.5, 0.25, -1, 1),
  };
  expect([...modelScoresOf(two, Float64Array.of(1, 2))]).toEqual([1, 1]); // 0.5 * 1 + 0.25 * 2;  -1 * 1 + 1 * 2
});

test.each([1, 3, 8, 13, 129])(
  "agrees with the obvious sum in %i dimensions, to the precision of the codes",
  (d) => {
    const random = createRandom(d);
    const model = randomModel({ movies: 50, dimensions: d, seed: d });
    const user = Float64Array.from({ length: d }, () => random.normal());
    const scores = modelScoresOf(model, user);
    for (let row = 0; row < 50; row++) {
      const own = model.embeddings.subarray(row * d, (row + 1) * d);
      const obvious = user.reduce((sum, value, k) => sum + value * own[k]!, 0);
      expect(Math.abs(scores[row]! - obvious)).toBeLessThan(1e-4 * Math.hypot(...own) * Math.hypot(...user));
      expect(Math.abs(scoreOf(model.embeddings, row, user) - obvious)).toBeLessThan(1e-11);
    }
  },
);

test("the largest codes of all do not run over", () => {
  const d = 128;
  const model = {
    ...randomModel({ movies: 2, dimensions: d, seed: 1 }),
    embeddings: new Float32Array(2 * d).fill(32_767, 0, d).fill(-32_767, d),
  };
  const [most, least] = modelScoresOf(model, new Float64Array(d).fill(32_767));
  expect(most! / (d * 32_767 ** 2)).toBeCloseTo(1, 6);
  expect(least).toBe(-most!);
});

test("scores of one person are not those of the person before", () => {
  const model = randomModel({ movies: 30, dimensions: 9, seed: 2 });
  const [a, b] = [1, -2].map((value) => new Float64Array(9).fill(value));
  const before = modelScoresOf(model, a!);
  const doubled = modelScoresOf(model, b!);
  before.forEach((score, row) => {
    expect(doubled[row]).toBeCloseTo(-2 * score, 9);
  });
});
