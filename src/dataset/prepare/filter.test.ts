import fc from "fast-check";
import { expect, test } from "vitest";
import { datasetOf, ratingTable } from "../testing/table.ts";
import { generateWorld } from "../testing/world.ts";
import { filterDataset } from "./filter.ts";
import { countByMovie, countByUser } from "./rows.ts";

test("drops what has too few ratings, and then what has too few because of that", () => {
  const ratings = ratingTable([
    [0, 0, 5, 1],
    [0, 1, 5, 2],
    [1, 0, 4, 3],
    [1, 1, 4, 4],
    [2, 1, 3, 5],
    [2, 2, 3, 6], // movie 2 has one rating; without it user 2 has one as well
  ]);
  const { dataset, report } = filterDataset(datasetOf(ratings), {
    minRatingsPerUser: 2,
    minRatingsPerMovie: 2,
  });
  expect(dataset.ratings.userIds).toEqual(["0", "1"]);
  expect(dataset.ratings.movieIds).toEqual(["0", "1"]);
  expect(dataset.movies.map(({ id }) => id)).toEqual(["0", "1"]);
  expect([...dataset.ratings.stars]).toEqual([5, 5, 4, 4]);
  expect(report).toMatchObject({
    before: { users: 3, movies: 3, ratings: 6 },
    after: { users: 2, movies: 2, ratings: 4 },
    droppedWithoutTimestamp: 0,
  });
  expect(report.rounds).toBeGreaterThan(0);
});

test("drops ratings without a time, unless told to keep them", () => {
  const table = datasetOf(
    ratingTable([
      [0, 0, 5, 0],
      [0, 1, 4, 7],
    ]),
  );
  const anyCount = { minRatingsPerUser: 1, minRatingsPerMovie: 1 };
  const { dataset, report } = filterDataset(table, anyCount);
  expect([...dataset.ratings.stars]).toEqual([4]);
  expect(report.droppedWithoutTimestamp).toBe(1);
  expect(filterDataset(table, { ...anyCount, requireTimestamps: false }).report.after.ratings).toBe(2);
});

test("whatever the world, those who stay have enough, and filtering again drops nothing", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(),
      (perUser, perMovie, seed) => {
        const world = generateWorld({ users: 20, movies: 25, groups: 2, ratingsPerUser: 8, seed });
        const options = { minRatingsPerUser: perUser, minRatingsPerMovie: perMovie };
        const { dataset } = filterDataset(world.dataset, options);
        for (const count of countByUser(dataset.ratings)) expect(count).toBeGreaterThanOrEqual(perUser);
        for (const count of countByMovie(dataset.ratings)) expect(count).toBeGreaterThanOrEqual(perMovie);
        expect(filterDataset(dataset, options).dataset).toEqual(dataset);
      },
    ),
    { numRuns: 50 },
  );
});
