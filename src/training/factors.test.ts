import { expect, test } from "vitest";
import { generateWorld } from "../dataset/testing/world.ts";
import { ratingMatrix } from "../models/rating-matrix.ts";
import { confidentFactors, svdFactors } from "./factors.ts";

const { ratings } = generateWorld({ users: 60, movies: 40, groups: 2, ratingsPerUser: 12, seed: 4 }).dataset;
const matrix = ratingMatrix(
  ratings,
  Float32Array.from(ratings.stars, () => 1),
).byUser;

/** Mean of x . y where rated. */
const meanWhereRated = ({ users, movies }: { users: Float64Array; movies: Float64Array }, d: number) => {
  const products = Array.from(ratings.users, (user, at) => {
    const [x, y] = [users.subarray(user * d), movies.subarray(ratings.movies[at]! * d)];
    return Array.from({ length: d }, (_, k) => x[k]! * y[k]!).reduce((sum, part) => sum + part, 0);
  });
  return products.reduce((sum, product) => sum + product, 0) / products.length;
};

test("products of users and movies come nearer to the weights with confidence than without", async () => {
  const options = { dimensions: 4, seed: 1, threads: 1 };
  const plain = await svdFactors(matrix, options);
  const confident = await confidentFactors(matrix, 100, options);
  for (const { dimensions, users, movies } of [plain, confident]) {
    expect([dimensions, users.length, movies.length]).toEqual([4, 60 * 4, 40 * 4]);
  }
  expect(meanWhereRated(plain, 4)).toBeLessThan(0.8);
  expect(meanWhereRated(confident, 4)).toBeGreaterThan(0.9);
});
