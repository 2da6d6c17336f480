import { expect, test } from "vitest";
import { createRandom } from "../random.ts";
import { scoreAll } from "./score.ts";

test("scores two movies worked by hand", () => {
  const scores = new Float64Array(2);
  scoreAll(Float32Array.of(0.5, 0.25, -1, 1), Float64Array.of(1, 2), scores);
  expect([...scores]).toEqual([1, 1]); // 0.5 * 1 + 0.25 * 2;  -1 * 1 + 1 * 2
});

test.each([1, 3, 4, 6, 129])("agrees with the obvious sum in %i dimensions", (d) => {
  const random = createRandom(d);
  const embeddings = Float32Array.from({ length: 50 * d }, () => random.normal());
  const user = Float64Array.from({ length: d }, () => random.normal());
  const scores = new Float64Array(50).fill(Number.NaN);
  scoreAll(embeddings, user, scores);
  for (let row = 0; row < 50; row++) {
    const obvious = user.reduce((sum, value, k) => sum + value * embeddings[row * d + k]!, 0);
    expect(Math.abs(scores[row]! - obvious)).toBeLessThan(1e-11);
  }
});

test("refuses embeddings of another shape", () => {
  expect(() => scoreAll(new Float32Array(5), new Float64Array(2), new Float64Array(2))).toThrow(
    "5 embedding values for 2 movies of 2 dimensions",
  );
});
