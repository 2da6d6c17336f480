import { inverse, Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { ratingTable } from "../dataset/testing/table.ts";
import { generateWorld } from "../dataset/testing/world.ts";
import { type EasePlan, fitEase } from "./ease.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";

fittedModelContract("EASE", (data, options) => fitEase(data, { regularisation: 20, ...options }));

test("EASE is the closed form, computed the obvious way", async () => {
  const { dataset } = generateWorld({ users: 50, movies: 80, groups: 2, ratingsPerUser: 30, seed: 3 });
  const { users, movies, stars } = dataset.ratings;
  const x = Matrix.zeros(50, 80);
  stars.forEach((r, row) => {
    x.set(users[row]!, movies[row]!, Math.min(1, Math.max(0.05, (r - 2) / 3)));
  });
  const p = inverse(x.transpose().mmul(x).add(Matrix.eye(80).mul(5)));
  const model = await fitEase(dataset, { regularisation: 5, minRatings: 1, threads: 1 });
  const scores = model.score(model.foldIn({ rows: Int32Array.of(3, 11), stars: Float32Array.of(5, 3.5) }));
  for (let i = 0; i < 80; i++) {
    const part = (j: number, weight: number) => (i === j ? 0 : (-weight * p.get(j, i)) / p.get(i, i));
    expect(scores[i]).toBeCloseTo(part(3, 1) + part(11, 0.5), 5);
  }
});

test("EASE leaves out movies with few ratings, and says before it starts what it will take", async () => {
  const ratings = ratingTable([
    [0, 0, 5],
    [1, 0, 5],
    [0, 1, 5],
    [1, 1, 5],
    [1, 2, 5],
    [2, 3, 5],
    [0, 3, 5],
  ]);
  const plans: EasePlan[] = [];
  const onPlan = (plan: EasePlan) => plans.push(plan);
  const model = await fitEase({ ratings }, { minRatings: 2, mostMovies: 2, regularisation: 1, onPlan });
  expect(plans).toHaveLength(1);
  expect(plans[0]!.movies).toBe(2);
  expect(plans[0]!.bytes).toBeGreaterThanOrEqual(8 * 64 * 64);
  const scores = model.score(model.foldIn({ rows: Int32Array.of(0, 2), stars: Float32Array.of(5, 5) }));
  expect(scores[1]).toBeGreaterThan(0.1);
  expect(scores[2]).toBeLessThan(1e-5);
  expect(scores[3]).toBeLessThan(1e-5);
  await expect(fitEase({ ratings }, { minRatings: 9 })).rejects.toThrow("no movie has 9 ratings");
});
