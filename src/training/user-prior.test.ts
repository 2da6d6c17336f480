import { expect, test } from "vitest";
import { gramOf } from "../numerics/gram.ts";
import { userPriorOf } from "./user-prior.ts";

test("the prior of two users in two dimensions, worked by hand", () => {
  const prior = userPriorOf({
    dimensions: 2,
    users: Float64Array.of(1, 1, 3, -1),
    movies: Float64Array.of(1, 2, 3, 4, 0, 0),
  });
  expect([...prior.mean]).toEqual([2, 0]);
  expect([...prior.covariance]).toEqual([2, -2, -2, 2]); // ±1 about the mean, over m - 1 = 1
  expect([...prior.gram]).toEqual([10, 14, 14, 20]);
});

test("somebody who counts as two is as two people there", () => {
  const movies = Float64Array.of(1, 2, 3, 4, 0, 0);
  const twice = userPriorOf({ dimensions: 2, users: Float64Array.of(1, 1, 3, -1, 3, -1), movies });
  const weighted = userPriorOf(
    { dimensions: 2, users: Float64Array.of(1, 1, 3, -1), movies },
    Float64Array.of(1, 2),
  );
  for (const part of ["mean", "covariance"] as const)
    weighted[part].forEach((value, at) => {
      expect(value).toBeCloseTo(twice[part][at]!, 12);
    });
});

test("the gram is of the embeddings as they are stored, in single precision", () => {
  const third = Math.fround(1 / 3);
  const prior = userPriorOf({
    dimensions: 1,
    users: Float64Array.of(1),
    movies: Float64Array.of(1 / 3),
  });
  expect(prior.gram[0]).toBe(third * third);
  expect(prior.covariance[0]).toBe(0); // of a single user
  expect([...gramOf([1, 2], 2)]).toEqual([1, 2, 2, 4]);
});
