import { describe, expect, test } from "vitest";
import { ratingTable } from "../dataset/testing/table.ts";
import { drawTestUsers, testPeople } from "./people.ts";

const ratings = ratingTable([
  ...[3, 5, 4, 5, 4.5, 4, 2].map((stars, movie) => [0, movie, stars] as const),
  ...[5, 5, 5, 5].map((stars, movie) => [1, movie, stars] as const),
]);

test("the four highest rated are the favourites, the rest is hidden", () => {
  const [ada] = testPeople(ratings, 1);
  expect([...ada!.favourites].slice(0, 3).sort()).toEqual([1, 3, 4]);
  expect([2, 5]).toContain(ada!.favourites[3]);
  expect(ada!.hidden.size).toBe(3);
  expect(ada!.hidden.get(0)).toBe(3);
  for (const row of ada!.favourites) expect(ada!.hidden.has(row)).toBe(false);
});

test("of whom nothing is known all is hidden", () => {
  for (const { favourites, hidden } of testPeople(ratings, 1, undefined, 0)) {
    expect(favourites).toEqual([]);
    expect(hidden.size).toBeGreaterThan(0);
  }
});

test("favourites are chosen among those that may be named, and all others are hidden", () => {
  const [ada, ben] = testPeople(ratings, 1, (movie) => movie !== 1 && movie !== 3);
  expect([...ada!.favourites].sort()).toEqual([0, 2, 4, 5]);
  expect([...ada!.hidden.keys()].sort()).toEqual([1, 3, 6]);
  expect([...ben!.favourites].sort()).toEqual([0, 2]);
});

test("ties are broken by the seed, and the same seed breaks them alike", () => {
  const fourth = (seed: number) => testPeople(ratings, seed)[0]!.favourites[3];
  expect(new Set(Array.from({ length: 20 }, (_, seed) => fourth(seed)))).toEqual(new Set([2, 5]));
  expect(fourth(3)).toBe(fourth(3));
});

test("who rated no more than the favourites is nobody to test with", () => {
  expect(testPeople(ratings, 1)).toHaveLength(1);
});

describe("of a fold too large to test on all of it", () => {
  const many = ratingTable(
    Array.from({ length: 40 }, (_, user) =>
      Array.from({ length: user % 2 === 0 ? 6 : 4 }, (_, movie) => [user, movie, 4] as const),
    ).flat(),
  );
  const fold = Int32Array.from({ length: 30 }, (_, user) => user);

  test("those are drawn who have something to be found, and nobody else of the fold is trained on", () => {
    const { test: drawn, alsoHeldOut } = drawTestUsers(many, fold, { limit: 8, seed: 1 });
    expect(drawn).toHaveLength(8);
    for (const user of drawn) expect(user % 2).toBe(0);
    expect([...drawn, ...alsoHeldOut].sort((a, b) => a - b)).toEqual([...fold]);
  });

  test("the seed draws, and a small fold is tested on whole", () => {
    const drawn = (seed: number) => [...drawTestUsers(many, fold, { limit: 8, seed }).test];
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect(drawTestUsers(many, fold, { limit: 30, seed: 1 })).toEqual({
      test: fold,
      alsoHeldOut: new Int32Array(),
    });
  });
});
