import { expect, test } from "vitest";
import { generateWorld } from "../dataset/testing/world.ts";
import { fittedModelContract } from "../models/fitted-model.contract.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { trainModel } from "../training/train-model.ts";
import { fitGaussianTaste } from "./gaussian-model.ts";

const policy = policyFrom({});

fittedModelContract("the Gaussian taste", (data, options) =>
  fitGaussianTaste(data, policy.gaussian, { dimensions: 4, ...options }),
);

fittedModelContract("the Gaussian taste over alternating least squares", (data, options) =>
  fitGaussianTaste(data, policy.gaussian, {
    dimensions: 4,
    confidence: 10,
    regularisation: 1,
    unratedWeight: 1,
    unratedHalfway: 1,
    ...options,
  }),
);

const { ratings, movies } = generateWorld({
  users: 60,
  movies: 40,
  groups: 2,
  ratingsPerUser: 12,
  seed: 3,
}).dataset;
const options = { dimensions: 6, seed: 1, threads: 1 };

test("makes of its options what the policy and the training make of them", async () => {
  const history = { rows: Int32Array.of(2, 9), stars: Float32Array.of(4, 1) };
  const embeddingOf = (fitted: Awaited<ReturnType<typeof fitGaussianTaste>>) =>
    (fitted.foldIn(history) as { embedding: Float64Array }).embedding;
  const own = { priorStrength: 0.7, unratedWeight: 2, unratedHalfway: 3 };
  const asOptions = await fitGaussianTaste({ ratings }, policy.gaussian, { ...options, ...own });
  const asPolicy = await fitGaussianTaste(
    { ratings },
    { ...policy.gaussian, prior_strength: 0.7, unrated_weight: 2, unrated_halfway: 3 },
    options,
  );
  expect(embeddingOf(asOptions)).toEqual(embeddingOf(asPolicy));

  // With all stars made alike, one star is as good as four.
  const alike = await fitGaussianTaste({ ratings }, policy.gaussian, { ...options, indifferentStars: -1e6 });
  const scores = alike.score(alike.foldIn(history));
  const turned = alike.score(alike.foldIn({ ...history, stars: Float32Array.of(1, 4) }));
  scores.forEach((score, row) => {
    expect(turned[row]).toBeCloseTo(score, 4);
  });
});

test("makes of full marks what the recommender makes of likes", async () => {
  const fitted = await fitGaussianTaste({ ratings, movies }, policy.gaussian, options);
  const recommender = createRecommender(await trainModel({ ratings, movies }, options), policy);
  const rows = [3, 8, 20];
  const liked = rows.map((row) => ({ movie: recommender.movie(row).id, verdict: "like" as const, atMs: 0 }));
  const { embedding } = recommender.taste(liked);
  const folded = fitted.foldIn({ rows: Int32Array.from(rows), stars: Float32Array.of(5, 5, 5) });
  expect(folded).toMatchObject({ embedding });
});
