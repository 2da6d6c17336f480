import { expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { largestOf } from "./largest.ts";

/** As nobody gets it wrong. */
const obvious = (numbers: Float64Array, limit: number, besides: number): number[] =>
  [...numbers.keys()]
    .filter((row) => numbers[row]! > 0 && row !== besides)
    .sort((a, b) => Math.fround(numbers[b]!) - Math.fround(numbers[a]!) || a - b)
    .slice(0, limit);

test("agrees with sorting all, with equals, zeros and fewer than asked for among them", () => {
  const random = createRandom(1);
  for (const [length, limit] of [
    [1, 1],
    [40, 7],
    [300, 300],
    [300, 20],
    [50, 90],
  ] as const) {
    const largest = largestOf(length, limit);
    for (let round = 0; round < 40; round++) {
      const levels = 1 + random.int(200);
      const numbers = Float64Array.from({ length }, () => (random.int(levels) - 3) / 50);
      const besides = random.int(length);
      expect([...largest(numbers, besides)]).toEqual(obvious(numbers, limit, besides));
    }
  }
});

test("tells what is nearly nothing from nothing, and rows beyond any catalogue apart", () => {
  const numbers = new Float64Array(2 ** 21);
  numbers[2 ** 21 - 1] = 1e-30;
  numbers[0] = 1e30;
  expect([...largestOf(numbers.length, 5)(numbers, 7)]).toEqual([0, 2 ** 21 - 1]);
  expect(() => largestOf(2 ** 21 + 1, 5)).toThrow("expected 2097152 at the most");
});
