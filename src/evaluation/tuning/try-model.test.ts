import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ratingFolds } from "../../dataset/prepare/rating-folds.ts";
import { temporaryFolder } from "../../dataset/testing/temporary-folder.ts";
import { generateWorld } from "../../dataset/testing/world.ts";
import { readModelOptions, writtenOptions } from "../../models/model-options.ts";
import { policyFrom } from "../../recommender/policy.ts";
import { validationHoldout } from "../known-splits.ts";
import { KNOWN_TRIALS, MODEL_TRIALS, type ModelTrial, trialName } from "./model-trials.ts";
import { tryModel } from "./try-model.ts";

const { dataset } = generateWorld({ users: 100, movies: 60, groups: 3, ratingsPerUser: 24, seed: 1 });
const validation = {
  dataset,
  starsTraining: ratingFolds(dataset.ratings, { folds: 5, seed: 1 })[0]!.train,
  knownHoldout: validationHoldout(dataset.ratings, "random", 1),
  policy: policyFrom({}),
  seed: 1,
};
const scoresOf = async (trial: ModelTrial) => (await tryModel(trial, validation)).scores;

test("in a world of three tastes, lists are better with three dimensions than with one", async () => {
  const [one, three] = await Promise.all(
    [1, 3].map((dimensions) => scoresOf({ objective: "lists", model: "PureSVD", options: { dimensions } })),
  );
  expect(one).toHaveLength(4);
  for (const [at, score] of three!.entries()) expect(score).toBeGreaterThan(one![at]!);
});

test("stars are further off with a penalty that leaves no room for tastes", async () => {
  const [fair, hard] = await Promise.all(
    [1, 30].map((factorPenalty) =>
      scoresOf({ objective: "stars", model: "biased MF", options: { factorPenalty, dimensions: 5 } }),
    ),
  );
  expect(fair![0]).toBeLessThan(hard![0]!);
});

test("the product's taste ranks better for users it knows with three dimensions than with one", async () => {
  const [one, three] = await Promise.all(
    [1, 3].map((dimensions) =>
      scoresOf({ objective: "known", model: "Gaussian taste", options: { dimensions } }),
    ),
  );
  expect(one).toHaveLength(4);
  for (const [at, score] of three!.entries()) expect(score).toBeGreaterThan(one![at]!);
});

test("every setting that is tried may stand in a file of options, and is tried once", async () => {
  const file = join(await temporaryFolder(), "models.yaml");
  const trials = [...MODEL_TRIALS, ...KNOWN_TRIALS];
  for (const { objective, model, options } of trials) {
    const chosen = { [model]: options };
    const part = objective === "known" ? { known: { "data split": chosen } } : { [objective]: chosen };
    const tuned = { lists: {}, stars: {}, known: {}, ...part };
    await writeFile(file, writtenOptions(tuned, "One setting."));
    expect(await readModelOptions(file)).toEqual(tuned);
  }
  const names = trials.map((trial) => `${trial.objective} ${trialName(trial)}`);
  expect(new Set(names).size).toBe(names.length);
});
