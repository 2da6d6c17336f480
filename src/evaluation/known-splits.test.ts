import { expect, test } from "vitest";
import type { Ratings } from "../dataset/dataset.ts";
import { generateWorld } from "../dataset/testing/world.ts";
import { KNOWN_SPLIT_NAMES, KNOWN_SPLITS, validationHoldouts } from "./known-splits.ts";

const { ratings } = generateWorld({
  users: 40,
  movies: 60,
  groups: 3,
  ratingsPerUser: 24,
  seed: 2,
}).dataset;
const cells = ({ users, movies }: Ratings) => Array.from(users, (user, row) => `${user} ${movies[row]}`);

test("a setting is tuned without the test ratings of any split", () => {
  const holdouts = validationHoldouts(ratings, ["random", "time"], 7);
  const tested = [KNOWN_SPLITS.random(ratings, 7), KNOWN_SPLITS.time(ratings)].map(({ test }) => cells(test));
  expect(holdouts).toHaveLength(2);
  for (const { train, test } of holdouts) {
    const tunedOn = new Set([...cells(train), ...cells(test)]);
    for (const cell of tested.flat()) expect(tunedOn).not.toContain(cell);
  }
  const untested = ratings.stars.length - new Set(tested.flat()).size;
  const [random] = holdouts;
  expect(cells(random!.train).length + cells(random!.test).length).toBe(untested);
});

test.each(KNOWN_SPLIT_NAMES)("%s holds out ratings that it does not train on", (split) => {
  const { train, test } = KNOWN_SPLITS[split](ratings, 1);
  expect(test.stars.length).toBeGreaterThan(0);
  const trained = new Set(cells(train));
  for (const cell of cells(test)) expect(trained).not.toContain(cell);
});
