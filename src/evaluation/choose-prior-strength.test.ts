import { expect, test } from "vitest";
import { generateWorld } from "../dataset/testing/world.ts";
import { policyFrom } from "../recommender/policy.ts";
import { choosePriorStrength } from "./choose-prior-strength.ts";

/** Of people who each have one of so many tastes, and watch whatever there is. */
const chosen = (users: number, groups: number) => {
  const options = { users, movies: 120, groups, ratingsPerUser: 12, seed: 2, loyalty: 0 };
  const training = { dimensions: 32, threads: 1, seed: 1 };
  return choosePriorStrength(generateWorld(options).dataset.ratings, {
    policy: policyFrom({}),
    training,
    seed: 1,
  });
};

test("people at large weigh more where all have one taste than where there are eight", async () => {
  const [alike, unlike] = [await chosen(200, 1), await chosen(200, 8)];
  expect(alike).toBeGreaterThan(unlike!);
});

test("is chosen alike twice", async () => {
  expect(await chosen(120, 4)).toBe(await chosen(120, 4));
});

test("is not chosen among a few people", async () => {
  expect(await chosen(60, 4)).toBeUndefined();
});
