import { expect, test } from "vitest";
import { generateWorld } from "../dataset/testing/world.ts";
import { type ClassicSvd, fitClassicSvd } from "./classic-svd.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";

const small = { minRatingsPerUser: 5, minRatingsPerMovie: 5, dimensions: 6 };

fittedModelContract("the classic SVD", (data, options) => fitClassicSvd(data, { ...small, ...options }));

const { dataset } = generateWorld({ users: 80, movies: 50, groups: 2, ratingsPerUser: 30, seed: 4 });

test("the classic SVD puts movies with few ratings last", async () => {
  const counts = new Int32Array(50);
  for (const movie of dataset.ratings.movies) counts[movie]!++;
  const { score, foldIn } = await fitClassicSvd(dataset, { ...small, minRatingsPerMovie: 45 });
  const scores = score(foldIn({ rows: Int32Array.of(0, 1, 2), stars: Float32Array.of(5, 1, 4) }));
  const [kept, left] = [true, false].map((enough) =>
    [...scores].filter((_, movie) => counts[movie]! >= 45 === enough),
  );
  expect(left!.length).toBeGreaterThan(0);
  expect(Math.max(...left!)).toBeLessThan(Math.min(...kept!));
});

test("the classic SVD tells its error on ratings it was not fitted to, less than that of saying nothing", async () => {
  const { validationRmse } = await fitClassicSvd(dataset, { ...small, dimensions: 2, halfLifeDays: 1e9 });
  // centred stars of two tastes deviate by about 1.2, times 1 / sqrt of some 34 training ratings per movie
  expect(validationRmse).toBeGreaterThan(0.05);
  expect(validationRmse).toBeLessThan(1.2 / Math.sqrt(34));
});

test("the classic SVD halves what it asks of users and movies until some are left", async () => {
  const asked = await fitClassicSvd(dataset, {
    minRatingsPerUser: 80,
    minRatingsPerMovie: 120,
    dimensions: 6,
  });
  const quarter = await fitClassicSvd(dataset, {
    minRatingsPerUser: 20,
    minRatingsPerMovie: 30,
    dimensions: 6,
  });
  const scoresOf = (model: ClassicSvd) =>
    model.score(model.foldIn({ rows: Int32Array.of(0), stars: Float32Array.of(5) }));
  expect(scoresOf(asked)).toEqual(scoresOf(quarter));
});
