import { expect, test } from "vitest";
import { userFolds } from "../dataset/prepare/split.ts";
import { generateWorld } from "../dataset/testing/world.ts";
import { type PolicyInput, policyFrom } from "../recommender/policy.ts";
import { evaluateFolds } from "./evaluate-folds.ts";
import { summarise } from "./report.ts";
import type { Row } from "./row.ts";

const { ratings, movies } = generateWorld({
  users: 120,
  movies: 90,
  groups: 3,
  ratingsPerUser: 30,
  seed: 1,
}).dataset;
const rows: Row[] = [{ name: "popularity" }, { name: "Gaussian taste", policy: policyFrom({}) }];
const tasks = userFolds(120, { folds: 3, seed: 1 }).map((test) => {
  return { ratings, movies, test, rows, training: { dimensions: 8 }, seed: 1 };
});

test("in a world of three tastes the taste model beats popularity, for everybody once, and the report says so", async () => {
  let people = 0;
  const report = summarise(await evaluateFolds(tasks, () => people++), movies, 1);
  expect(people).toBe(120);
  const [popular, gaussian] = report;
  for (const column of ["knownPool", "openHits", "ndcg10", "recall20"] as const) {
    const { mean, interval } = gaussian!.scores[column];
    expect(mean).toBeGreaterThan(popular!.scores[column].mean);
    expect(interval[0]).toBeLessThan(mean);
    expect(interval[1]).toBeGreaterThan(mean);
  }
  expect(gaussian!.distinctShare).toBeGreaterThan(popular!.distinctShare);
});

test("every coefficient that a policy has reaches the sessions", async () => {
  const played = async (policy: PolicyInput) => {
    const [fold] = await evaluateFolds(
      [{ ...tasks[0]!, rows: [{ name: "one", policy: policyFrom(policy) }] }],
      () => {},
      1,
    );
    return fold!.outcomes.get("one");
  };
  const standard = await played({});
  for (const changed of [
    { ranking: { genre_distance: 2 } },
    { ranking: { diversity_boost: 2 } },
    { exploration_rate: 1 },
  ]) {
    expect(await played(changed)).not.toEqual(standard);
  }
});

test("what people ask for each time reaches the sessions: less obvious films are less known, and surprises are others", async () => {
  const policy = policyFrom({});
  const asked: Row[] = [
    { name: "nothing", policy },
    { name: "less", policy, asked: { obviousness: -2 } },
    { name: "surprise", policy, asked: { surprise: true } },
  ];
  const folds = await evaluateFolds([{ ...tasks[0]!, rows: asked }], () => {}, 1);
  const [nothing, less] = summarise(folds, movies, 1);
  expect(less!.popularityGap.mean).toBeLessThan(nothing!.popularityGap.mean);
  const suggested = (name: string) => folds[0]!.outcomes.get(name)!.map((outcome) => outcome.suggested);
  expect(suggested("surprise")).not.toEqual(suggested("nothing"));
});

test("the same folds on one thread or two give the same outcomes", async () => {
  const one = await evaluateFolds(tasks.slice(0, 2), () => {}, 1);
  const two = await evaluateFolds(tasks.slice(0, 2), () => {}, 2);
  expect(two).toEqual(one);
});
