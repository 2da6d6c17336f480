import { expect, test } from "vitest";
import type { Ratings } from "../dataset/dataset.ts";
import { generateWorld } from "../dataset/testing/world.ts";
import { KNOWN_SPLIT_NAMES, KNOWN_SPLITS, validationHoldout } from "./known-splits.ts";

const { ratings } = generateWorld({
  users: 40,
  movies: 60,
  groups: 3,
  ratingsPerUser: 24,
  seed: 2,
}).dataset;
const cells = ({ users, movies }: Ratings) => Array.from(users, (user, row) => `${user} ${movies[row]}`);

test.each(KNOWN_SPLIT_NAMES)("%s is tuned on ratings that it trains on", (split) => {
  const { train, test } = validationHoldout(ratings, split, 7);
  const trainedOn = new Set(cells(KNOWN_SPLITS[split](ratings, 7).train));
  const tunedOn = [...cells(train), ...cells(test)];
  for (const cell of tunedOn) expect(trainedOn).toContain(cell);
  expect(new Set(cells(test)).size).toBeGreaterThan(0);
  if (split === "quarter" || split === "random") expect(tunedOn).toHaveLength(trainedOn.size);
});

test.each(KNOWN_SPLIT_NAMES)("%s holds out ratings that it does not train on", (split) => {
  const { train, test } = KNOWN_SPLITS[split](ratings, 1);
  expect(test.stars.length).toBeGreaterThan(0);
  const trained = new Set(cells(train));
  for (const cell of cells(test)) expect(trained).not.toContain(cell);
});
