import { expect, test } from "vitest";
import { popularityGap } from "./popularity-gap.ts";

test("how much better known suggestions are than what somebody likes, worked by hand", () => {
  const ratings = [99, 9, 0];
  expect(popularityGap([0, 1], [1, 2], ratings)).toBeCloseTo(
    (Math.log(100) + Math.log(10)) / 2 - Math.log(10) / 2,
    12,
  );
  expect(popularityGap([2], [2], ratings)).toBe(0);
  expect(popularityGap([], [1], ratings)).toBeUndefined();
  expect(popularityGap([1], [], ratings)).toBeUndefined();
});
