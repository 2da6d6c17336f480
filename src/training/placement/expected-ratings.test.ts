import { expect, test } from "vitest";
import { expectedRatings } from "./expected-ratings.ts";

test("finds how ratings grow with the crowd", () => {
  const truth = (crowd: number) => Math.exp(-3 + 0.5 * Math.log1p(crowd) + 0.02 * Math.log1p(crowd) ** 2);
  const crowd = [20, 100, 400, 3_000, 70_000];
  const expected = expectedRatings(crowd, crowd.map(truth));
  for (const count of [...crowd, 50, 9_000]) expect(expected(count)).toBeCloseTo(truth(count), 6);
});

test("expects the usual where every film has the same crowd", () => {
  expect(expectedRatings([50, 50], [4, 9])(50)).toBeCloseTo(6, 6); // the geometric mean
});
