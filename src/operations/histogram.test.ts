import { expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { binOf, quantile, TOOK_MS } from "./histogram.ts";

test("a time is counted in the first bin that holds it, and what is longer than all in the last", () => {
  expect([0, 1, 1.2, 10, 10.1, 1e9].map((ms) => binOf(ms, TOOK_MS))).toEqual([1, 1, 2, 10, 15, 60_000]);
});

test("a quantile lies as far in its bin as its share of those in it, worked by hand", () => {
  const counts = [
    [10, 2],
    [20, 6],
    [40, 2],
  ] as const;
  expect(quantile(counts, [10, 20, 40], 0.5)).toBe(15); // 5 of 10: three of the six between 10 and 20
  expect(quantile(counts, [10, 20, 40], 0.9)).toBe(30);
  expect(quantile([], [10], 0.5)).toBeUndefined();
});

test("of ten thousand times the quantiles are off by a fifth at the most", () => {
  const random = createRandom(7);
  const times = Array.from({ length: 10_000 }, () => 4 * Math.exp(5 * random.uniform()));
  const counts = new Map<number, number>();
  for (const time of times) counts.set(binOf(time, TOOK_MS), (counts.get(binOf(time, TOOK_MS)) ?? 0) + 1);
  times.sort((a, b) => a - b);
  for (const share of [0.5, 0.95, 0.99]) {
    const right = times[Math.floor(share * times.length)]!;
    expect(Math.abs(quantile([...counts], TOOK_MS, share)! / right - 1)).toBeLessThan(0.2);
  }
});
