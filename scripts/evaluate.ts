/**
 * Measures the suggestions with simulated sessions of people the models have never seen, five user folds.
 * Usage: npm run evaluate -- --data data/downloads/ml-latest-small
 * Writes artifacts/comparison/sessions-<data set>.json; npm run report shows it.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { Command, Option } from "commander";
import { userFolds } from "../src/dataset/prepare/split.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { byColumn } from "../src/evaluation/by-column.ts";
import { likesByScore } from "../src/evaluation/calibration.ts";
import { sessionsSchema, written } from "../src/evaluation/comparisons.ts";
import { evaluateFolds } from "../src/evaluation/evaluate-folds.ts";
import { inWords } from "../src/evaluation/in-words.ts";
import { drawTestUsers } from "../src/evaluation/people.ts";
import { COLUMNS, PRODUCT, summarise } from "../src/evaluation/report.ts";
import type { Row } from "../src/evaluation/row.ts";
import { readPolicy } from "../src/recommender/policy.ts";
import { optionsFor, readModelOptions } from "../src/training/models/model-options.ts";
import { MODEL_NAMES, type ModelName } from "../src/training/models/registry.ts";
import { DEFAULT_DIMENSIONS } from "../src/training/train-model.ts";
import { atLeastOne, makeFolder, run, wholeNumber } from "./command-line.ts";

const FOLDS = 5;

interface Options {
  readonly data: string;
  readonly policy: string;
  readonly out: string;
  readonly dimensions: number;
  readonly people: number;
  readonly seed: number;
  readonly models: readonly ModelName[];
  readonly modelOptions: string;
}

function readOptions(args: readonly string[]): Options {
  return new Command("npm run evaluate --")
    .description(
      "Simulated sessions with people the models have never seen: Gaussian taste, EMA rule, others.",
    )
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option("--policy <file>", "coefficients of the ranking", "data/policy.yaml")
    .option("--out <folder>", "where the figures go, a JSON file for each data set", "artifacts/comparison")
    .option("--dimensions <d>", "length of an embedding", atLeastOne, DEFAULT_DIMENSIONS)
    .option(
      "--people <n>",
      "to test on in a fold, at most; drawn by chance where there are more",
      atLeastOne,
      600,
    )
    .option("--seed <n>", "parts the users into folds and breaks ties among favourites", wholeNumber, 1)
    .option("--model-options <file>", "as npm run tune:models writes them", "data/models.yaml")
    .addOption(
      new Option("--models <names...>", "to compare the product with, only these")
        .choices(MODEL_NAMES)
        .default(MODEL_NAMES),
    )
    .parse(args, { from: "user" })
    .opts<Options>();
}

async function main(args: readonly string[]): Promise<void> {
  const {
    data,
    policy: policyFile,
    out,
    dimensions,
    people: limit,
    seed,
    models,
    modelOptions,
  } = readOptions(args);
  if (!existsSync(data)) {
    throw new Error(
      `${data}: not there. Fetch it with: npm run data -- ml-latest-small (--from takes a copy at hand)`,
    );
  }
  await makeFolder(out);
  const { dataset } = await readDataset(data);
  const { ratings, movies } = dataset;
  const policy = await readPolicy(policyFile);
  const tuned = await readModelOptions(modelOptions);
  const rows: Row[] = [
    ...models.map((name) => ({ name, options: optionsFor(tuned, name, "lists") })),
    { name: "EMA rule", policy: { ...policy, user_model: "ema" as const } },
    { name: PRODUCT, policy: { ...policy, user_model: "gaussian" as const } },
  ];

  const tasks = userFolds(ratings.userIds.length, { folds: FOLDS, seed }).map((fold) => {
    return {
      ratings,
      movies,
      ...drawTestUsers(ratings, fold, { limit, seed }),
      rows,
      training: { dimensions },
      seed,
    };
  });
  const people = tasks.reduce((sum, { test }) => sum + test.length, 0);
  const bar = new SingleBar({ format: "Sessions {bar} {value} of {total} people, {eta_formatted} left" });
  bar.start(people, 0);
  const folds = await evaluateFolds(tasks, () => bar.increment()).finally(() => bar.stop());

  const report = summarise(folds, movies, seed);
  const comparison = sessionsSchema.parse({
    protocol: "sessions",
    dataset: dataset.name,
    seed,
    folds: FOLDS,
    people,
    peoplePerFold: limit,
    dimensions,
    policy,
    rows: report,
    calibration: likesByScore(folds.flatMap(({ scored }) => scored)),
  });
  await writeFile(join(out, `sessions-${dataset.name}.json`), written(comparison));
  console.table(
    Object.fromEntries(
      report.map(({ name, scores, lead, distinctShare, medianPopularity }) => [
        name,
        {
          ...byColumn(COLUMNS, (column) => inWords(scores[column], 3, lead?.[column])),
          "distinct movies": `${(100 * distinctShare).toFixed(1)} %`,
          "median ratings": medianPopularity,
        },
      ]),
    ),
  );
}

await run(main);
