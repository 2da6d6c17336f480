import { expect, test } from "vitest";
import { generateWorld } from "../dataset/testing/world.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { fittedModelContract } from "../training/models/fitted-model.contract.ts";
import { trainModel } from "../training/train-model.ts";
import { fitGaussianTaste } from "./gaussian-model.ts";

const policy = policyFrom({});

fittedModelContract("the Gaussian taste", (data, options) =>
  fitGaussianTaste(data, policy.gaussian, { dimensions: 4, ...options }),
);

test("makes of full marks what the recommender makes of likes", async () => {
  const { ratings, movies } = generateWorld({
    users: 60,
    movies: 40,
    groups: 2,
    ratingsPerUser: 12,
    seed: 3,
  }).dataset;
  const options = { dimensions: 6, seed: 1, threads: 1 };
  const fitted = await fitGaussianTaste({ ratings, movies }, policy.gaussian, options);
  const recommender = createRecommender(await trainModel({ ratings, movies }, options), policy);
  const rows = [3, 8, 20];
  const liked = rows.map((row) => ({ movie: recommender.movie(row).id, verdict: "like" as const, atMs: 0 }));
  const { embedding } = recommender.taste(liked);
  const folded = fitted.foldIn({ rows: Int32Array.from(rows), stars: Float32Array.of(5, 5, 5) });
  expect(folded).toMatchObject({ embedding });
});
