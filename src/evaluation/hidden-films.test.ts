import { expect, test } from "vitest";
import { datasetOf, ratingTable } from "../dataset/testing/table.ts";
import { hiddenByChance, hiddenByYear } from "./hidden-films.ts";

/** Film k is rated by k people. */
const ratings = ratingTable(
  Array.from({ length: 20 }, (_, movie) =>
    Array.from({ length: movie }, (_, user) => [user, movie, 4] as const),
  ).flat(),
);

test("every film that five people rated is hidden in one of the folds", () => {
  const folds = hiddenByChance(ratings, { folds: 5, seed: 1 });
  const all = folds.flatMap(({ hidden }) => [...hidden]).sort((a, b) => a - b);
  expect(all).toEqual(Array.from({ length: 15 }, (_, at) => at + 5));
  for (const { hidden, ranked } of folds) {
    expect(hidden).toHaveLength(3);
    expect(ranked).toEqual(hidden);
  }
});

test("all films of the newest years are hidden, and of them those are ranked that enough people rated", () => {
  const dataset = datasetOf(ratings);
  const movies = dataset.movies.map((movie, row) => ({ ...movie, year: 2000 + (row % 10) }));
  const { hidden, ranked } = hiddenByYear({ ...dataset, movies }, 2);
  expect([...hidden]).toEqual([8, 9, 18, 19]);
  expect([...ranked]).toEqual([8, 9, 18, 19]);
  const { ranked: ofThree } = hiddenByYear(
    { ...dataset, movies: movies.map((movie, row) => ({ ...movie, year: 1990 + row })) },
    16,
  );
  expect([...ofThree]).toEqual(Array.from({ length: 15 }, (_, at) => at + 5));
});
