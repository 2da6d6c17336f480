import { expect, test } from "vitest";
import type { Ratings } from "../dataset.ts";
import { ratingTable } from "../testing/table.ts";
import { generateWorld } from "../testing/world.ts";
import { holdOutUsers, splitByTime, splitRandomly, userFolds } from "./split.ts";

const world = () =>
  generateWorld({ users: 30, movies: 50, groups: 2, ratingsPerUser: 20, seed: 1 }).dataset.ratings;

const keys = ({ users, movies }: Ratings) => Array.from(users, (user, row) => `${user}:${movies[row]}`);

test("each user's earliest ratings train, the next tune, the latest judge", () => {
  const ratings = ratingTable([
    [0, 3, 1, 40],
    [0, 0, 1, 10],
    [0, 1, 1, 20],
    [0, 2, 1, 30],
    [1, 0, 1, 10],
    [1, 1, 1, 10], // two ratings: skipped
  ]);
  const { train, validation, test: judged, report } = splitByTime(ratings);
  expect([keys(train), keys(validation), keys(judged)]).toEqual([["0:0", "0:1"], ["0:2"], ["0:3"]]);
  expect(report).toEqual({ train: 2, validation: 1, test: 1, skippedUsers: 1 });
});

test("of twenty ratings fourteen, three and three, and no training rating is later than a test rating", () => {
  const { train, validation, test: judged, report } = splitByTime(world());
  expect(report).toEqual({ train: 30 * 14, validation: 30 * 3, test: 30 * 3, skippedUsers: 0 });
  const times = (part: Ratings, user: number) =>
    [...part.atSeconds].filter((_, row) => part.users[row] === user);
  for (let user = 0; user < 30; user++) {
    expect(Math.max(...times(train, user))).toBeLessThan(Math.min(...times(validation, user)));
    expect(Math.max(...times(validation, user))).toBeLessThan(Math.min(...times(judged, user)));
  }
});

test("a random split holds every rating once, repeats from its seed and changes with it", () => {
  const ratings = world();
  const split = splitRandomly(ratings, { seed: 4 });
  expect(split.report).toEqual({ train: 420, validation: 90, test: 90, skippedUsers: 0 });
  expect([split.train, split.validation, split.test].flatMap(keys).sort()).toEqual(keys(ratings).sort());
  expect(splitRandomly(ratings, { seed: 4 })).toEqual(split);
  expect(keys(splitRandomly(ratings, { seed: 5 }).test)).not.toEqual(keys(split.test));
});

test("shares that leave nothing to train on are refused", () => {
  expect(() => splitByTime(world(), { validationShare: 0.5, testShare: 0.5 })).toThrow(
    "leave some to train on",
  );
});

test("folds hold every user once and are of nearly equal size", () => {
  const folds = userFolds(23, { folds: 5, seed: 1 });
  expect(folds.map(({ length }) => length)).toEqual([5, 5, 5, 4, 4]);
  expect(folds.flatMap((fold) => [...fold]).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 23 }, (_, u) => u),
  );
  expect(userFolds(23, { folds: 5, seed: 1 })).toEqual(folds);
  expect(userFolds(23, { folds: 5, seed: 2 })).not.toEqual(folds);
  expect(() => userFolds(3, { folds: 5, seed: 1 })).toThrow("expected from 2 up to");
});

test("held-out users leave nothing of themselves in training", () => {
  const ratings = world();
  const users = Int32Array.of(3, 17);
  const { train, heldOut } = holdOutUsers(ratings, users);
  expect(new Set(heldOut.users)).toEqual(new Set(users));
  expect(train.users.some((user) => users.includes(user))).toBe(false);
  expect(train.stars.length + heldOut.stars.length).toBe(ratings.stars.length);
  expect(heldOut.movieIds).toBe(ratings.movieIds);
});
