import { expect, test } from "vitest";
import { holdOutWithinUsers, ratingFolds } from "../dataset/prepare/rating-folds.ts";
import { generateWorld } from "../dataset/testing/world.ts";
import { policyFrom } from "../recommender/policy.ts";
import { standing } from "./bootstrap.ts";
import { compareRankings, compareRatings } from "./compare.ts";
import { PRODUCT } from "./report.ts";

const { ratings, movies } = generateWorld({
  users: 120,
  movies: 60,
  groups: 3,
  ratingsPerUser: 24,
  seed: 2,
}).dataset;
const product = { name: PRODUCT, policy: policyFrom({}) };

test("models that know tastes predict stars better than the average of all, and silent ones have no row", async () => {
  let judged = 0;
  const rows = await compareRatings({
    rows: [{ name: "popularity" }, { name: "Bayesian average" }, { name: "biased MF" }, product],
    holdouts: ratingFolds(ratings, { folds: 2, seed: 1 }),
    movies,
    seed: 1,
    onJudged: () => judged++,
  });
  expect(judged).toBe(8);
  expect(rows.map(({ name }) => name)).toEqual(["Bayesian average", "biased MF"]);
  const [average, factors] = rows;
  expect(factors!.rmse.interval[1]).toBeLessThan(average!.rmse.mean);
  expect(factors!.mae.mean).toBeLessThan(factors!.rmse.mean);
});

test("models that know tastes rank better than popularity, and reach more of the catalogue", async () => {
  const [popularity, neighbours, taste] = await compareRankings({
    rows: [{ name: "popularity" }, { name: "item-item" }, product],
    holdouts: [holdOutWithinUsers(ratings, { testShare: 0.25, seed: 1 })],
    movies,
    seed: 1,
  });
  expect(neighbours!.scores.ndcg10.interval[0]).toBeGreaterThan(popularity!.scores.ndcg10.mean);
  expect(taste!.scores.ndcg10.interval[0]).toBeGreaterThan(popularity!.scores.ndcg10.mean);
  expect(neighbours!.coverage).toBeGreaterThan(popularity!.coverage);
  expect(standing(popularity!.lead!.ndcg10)).toBe("ahead");
  expect(popularity!.lead!.map10.mean).toBeCloseTo(taste!.scores.map10.mean - popularity!.scores.map10.mean);
  expect(taste!.lead).toBeUndefined();
});
