import { expect, test } from "vitest";
import { ratingTable } from "../testing/table.ts";
import { generateWorld } from "../testing/world.ts";
import {
  centreByUser,
  popularityWeights,
  preferenceWeights,
  timeDecayWeights,
  transformRatings,
} from "./transform.ts";

const DAY = 86_400;

test("the preference weight climbs from two stars to five and is never nothing", () => {
  const weights = preferenceWeights(Float32Array.of(0.5, 2, 3.5, 4, 5));
  expect([...weights].map((weight) => Number(weight.toFixed(4)))).toEqual([0.05, 0.05, 0.5, 0.6667, 1]);
});

test("the stars that say nothing can be fewer: none for stars over five, far below none for all alike", () => {
  const stars = Float32Array.of(0.5, 1, 3, 5);
  const rounded = (indifferentStars: number) =>
    [...preferenceWeights(stars, indifferentStars)].map((weight) => Number(weight.toFixed(4)));
  expect(rounded(0)).toEqual([0.1, 0.2, 0.6, 1]);
  expect(rounded(-20)).toEqual([0.82, 0.84, 0.92, 1]);
});

test("centring takes each user's own mean away", () => {
  const ratings = ratingTable([
    [0, 0, 5],
    [0, 1, 2],
    [1, 0, 1],
  ]);
  const { values, userMeans } = centreByUser(ratings, ratings.stars);
  expect([...values]).toEqual([1.5, -1.5, 0]);
  expect([...userMeans]).toEqual([3.5, 1]);
});

test("every user's centred values sum to nothing", () => {
  const { ratings } = generateWorld({
    users: 10,
    movies: 30,
    groups: 2,
    ratingsPerUser: 15,
    seed: 1,
  }).dataset;
  const sums = new Float64Array(10);
  const { values } = centreByUser(ratings, ratings.stars);
  for (let row = 0; row < values.length; row++) sums[ratings.users[row]!]! += values[row]!;
  for (const sum of sums) expect(sum).toBeCloseTo(0, 5);
});

test("a movie with four ratings weighs half of one with one", () => {
  const ratings = ratingTable([
    [0, 0, 3],
    [1, 0, 3],
    [2, 0, 3],
    [3, 0, 3],
    [0, 2, 3],
  ]);
  expect([...popularityWeights(ratings)]).toEqual([0.5, 0, 1]); // nobody rated movie 1
  expect(popularityWeights(ratings, 1)[0]).toBe(0.25);
});

test("a rating loses half its weight with every half-life before the latest", () => {
  const ratings = ratingTable([
    [0, 0, 3, 100 * DAY],
    [0, 1, 3, 70 * DAY],
    [0, 2, 3, 40 * DAY],
    [0, 3, 3, 0],
  ]);
  expect([...timeDecayWeights(ratings, 30)]).toEqual([1, 0.5, 0.25, 0.25]); // no time: as the oldest
  expect(() => timeDecayWeights(ratings, 0)).toThrow(RangeError);
});

test("without any time nothing decays", () => {
  expect([...timeDecayWeights(ratingTable([[0, 0, 3]]), 30)]).toEqual([1]);
});

test("switches work alone and together", () => {
  const ratings = ratingTable([
    [0, 0, 5, 60 * DAY],
    [0, 1, 2, 30 * DAY],
    [1, 0, 2, 60 * DAY],
  ]);
  const values = (options: Parameters<typeof transformRatings>[1]) => [
    ...transformRatings(ratings, options).values,
  ];
  expect(values({})).toEqual([5, 2, 2]);
  expect(values({ preference: true })).toEqual([1, Math.fround(0.05), Math.fround(0.05)]);
  expect(values({ centre: true })).toEqual([1.5, -1.5, 0]);
  expect(values({ popularityExponent: 1 })).toEqual([2.5, 2, 1]);
  expect(values({ halfLifeDays: 30 })).toEqual([5, 1, 2]);
  expect(values({ centre: true, popularityExponent: 1, halfLifeDays: 30 })).toEqual([0.75, -0.75, 0]);
  expect(transformRatings(ratings, { centre: true }).report).toEqual({ min: -1.5, mean: 0, max: 1.5 });
  expect([...ratings.stars]).toEqual([5, 2, 2]); // the table itself stays
});
