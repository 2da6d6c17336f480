import fc from "fast-check";
import { expect, test } from "vitest";
import { averagePrecisionAt, ndcgAt, precisionAt, recallAt } from "./metrics.ts";

test("NDCG of a list worked by hand", () => {
  // liked at ranks 1 and 3 of three wanted: (1 + 1/2) / (1 + 1/log2(3) + 1/2)
  expect(ndcgAt(3, [7, 8, 9], new Set([7, 9, 1]))).toBeCloseTo(1.5 / (1 + 1 / Math.log2(3) + 0.5), 12);
});

test("recall counts against what k allows", () => {
  expect(recallAt(2, [7, 8, 9], new Set([7, 9, 1]))).toBe(0.5);
  expect(recallAt(10, [7, 8, 9], new Set([7, 9, 1]))).toBeCloseTo(2 / 3, 12);
});

test("precision and average precision of a list worked by hand", () => {
  // liked at ranks 1 and 3 of three wanted: (1/1 + 2/3) / 3
  expect(precisionAt(4, [7, 8, 9, 5], new Set([7, 9, 1]))).toBe(0.5);
  expect(averagePrecisionAt(4, [7, 8, 9, 5], new Set([7, 9, 1]))).toBeCloseTo((1 + 2 / 3) / 3, 12);
});

test("all are 1 for an ideal list, 0 for a useless one, and between otherwise", () => {
  const list = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(list, list, fc.integer({ min: 1, max: 20 }), (ranked, liked, k) => {
      const wanted = new Set(liked);
      for (const metric of [ndcgAt, recallAt, averagePrecisionAt]) {
        expect(metric(k, liked, wanted)).toBeCloseTo(1, 12);
        expect(
          metric(
            k,
            ranked.map((row) => row + 100),
            wanted,
          ),
        ).toBe(0);
        expect(metric(k, ranked, wanted)).toBeGreaterThanOrEqual(0);
        expect(metric(k, ranked, wanted)).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
  );
});

test("a person who likes nothing counts as 0, not as a number that is none", () => {
  expect(ndcgAt(10, [1], new Set())).toBe(0);
  expect(recallAt(10, [1], new Set())).toBe(0);
  expect(averagePrecisionAt(10, [1], new Set())).toBe(0);
});
