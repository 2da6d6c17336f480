/**
 * Measures the suggestions with simulated sessions of people the model has never seen, five user folds.
 * Usage: npm run evaluate -- --data data/downloads/ml-latest-small
 * Writes artifacts/evaluation.json and artifacts/evaluation.svg.
 */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { Command, InvalidArgumentError, Option } from "commander";
import { userFolds } from "../src/dataset/prepare/split.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { byColumn } from "../src/evaluation/by-column.ts";
import { chartOf } from "../src/evaluation/chart.ts";
import { evaluateFolds } from "../src/evaluation/evaluate-folds.ts";
import { inWords } from "../src/evaluation/in-words.ts";
import { COLUMNS, PRODUCT, summarise } from "../src/evaluation/report.ts";
import { readPolicy } from "../src/recommender/policy.ts";
import { MODEL_NAMES, type ModelName } from "../src/training/models/registry.ts";
import { DEFAULT_DIMENSIONS } from "../src/training/train-model.ts";

const FOLDS = 5;

interface Options {
  readonly data: string;
  readonly policy: string;
  readonly out: string;
  readonly dimensions: number;
  readonly seed: number;
  readonly models: readonly ModelName[];
}

function readOptions(args: readonly string[]): Options {
  return new Command("npm run evaluate --")
    .description(
      "Simulated sessions with people the model has never seen: other models, EMA rule, Gaussian taste.",
    )
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option("--policy <file>", "coefficients of the ranking", "data/policy.yaml")
    .option("--out <folder>", "where evaluation.json and evaluation.svg go", "artifacts")
    .option("--dimensions <d>", "length of an embedding", wholeNumber, DEFAULT_DIMENSIONS)
    .option("--seed <n>", "parts the users into folds and breaks ties among favourites", wholeNumber, 1)
    .addOption(
      new Option("--models <names...>", "to compare the product with")
        .choices(MODEL_NAMES)
        .default(["popularity"]),
    )
    .parse(args, { from: "user" })
    .opts<Options>();
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

async function main(args: readonly string[]): Promise<void> {
  const { data, policy: policyFile, out, dimensions, seed, models } = readOptions(args);
  if (!existsSync(data)) {
    throw new Error(
      `${data}: not there. Fetch it with: npm run data -- ml-latest-small (--from takes a copy at hand)`,
    );
  }
  const { dataset } = await readDataset(data);
  const { ratings } = dataset;
  const policy = await readPolicy(policyFile);
  const rows = [
    ...models.map((name) => ({ name })),
    { name: "EMA rule", policy: { ...policy, user_model: "ema" as const } },
    { name: PRODUCT, policy: { ...policy, user_model: "gaussian" as const } },
  ];

  const bar = new SingleBar({ format: "Sessions {bar} {value} of {total} people, {eta_formatted} left" });
  bar.start(ratings.userIds.length, 0);
  const tasks = userFolds(ratings.userIds.length, { folds: FOLDS, seed }).map((test) => {
    return { ratings, movies: dataset.movies, test, rows, training: { dimensions }, seed };
  });
  const folds = await evaluateFolds(tasks, () => bar.increment()).finally(() => bar.stop());

  const report = summarise(folds, dataset.movies, seed);
  await mkdir(out, { recursive: true });
  const json = { dataset: dataset.name, folds: FOLDS, seed, dimensions, policy, rows: report };
  await writeFile(join(out, "evaluation.json"), `${JSON.stringify(json, undefined, 2)}\n`);
  await writeFile(
    join(out, "evaluation.svg"),
    chartOf(report, "Suggestions to people the model has never seen"),
  );
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

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
