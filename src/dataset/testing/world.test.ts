import { expect, test } from "vitest";
import { generateWorld } from "./world.ts";

const options = { users: 40, movies: 60, groups: 3, ratingsPerUser: 25, seed: 1 };

test("a world repeats from its seed and changes with it", () => {
  expect(generateWorld(options)).toEqual(generateWorld(options));
  expect(generateWorld({ ...options, seed: 2 }).dataset.ratings).not.toEqual(
    generateWorld(options).dataset.ratings,
  );
});

test("users give the movies of their own group two stars more than the others", () => {
  const { dataset, groupOfUser, groupOfMovie } = generateWorld(options);
  const { users, movies, stars } = dataset.ratings;
  const sums = { own: 0, other: 0 };
  const counts = { own: 0, other: 0 };
  for (let row = 0; row < stars.length; row++) {
    const side = groupOfUser[users[row]!] === groupOfMovie[movies[row]!] ? "own" : "other";
    sums[side] += stars[row]!;
    counts[side]++;
  }
  expect(sums.own / counts.own).toBeCloseTo(4.2, 0);
  expect(sums.own / counts.own - sums.other / counts.other).toBeGreaterThan(1.5);
});

test("every user rates the stated number of movies, each once, and every movie is described", () => {
  const { ratings, movies } = generateWorld({ ...options, ratingsPerUser: 60 }).dataset;
  const pairs = new Set(Array.from(ratings.users, (user, row) => `${user} ${ratings.movies[row]}`));
  expect(pairs.size).toBe(40 * 60);
  expect(movies.map(({ id }) => id)).toEqual(ratings.movieIds);
  expect(new Set(movies.map(({ title }) => title)).size).toBe(60);
});

test("users and movies are numbered by first appearance", () => {
  const { ratings } = generateWorld(options).dataset;
  const seen = [...new Set(ratings.movies)];
  expect(seen).toEqual(seen.map((_, i) => i));
});
