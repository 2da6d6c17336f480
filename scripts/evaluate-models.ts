/**
 * Every model side by side, on users whom it knows: how far predicted stars are off, or how well it ranks what they
 * rated later or elsewhere.
 * Usage: npm run evaluate:ratings -- --data <folder>    npm run evaluate:known -- --data <folder> --split random
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { Command, InvalidArgumentError, Option } from "commander";
import type { Dataset } from "../src/dataset/dataset.ts";
import { type Holdout, holdOutWithinUsers, ratingFolds } from "../src/dataset/prepare/rating-folds.ts";
import { splitByTime } from "../src/dataset/prepare/split.ts";
import { hasPublishedFolds, publishedFolds } from "../src/dataset/published-folds.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { byColumn } from "../src/evaluation/by-column.ts";
import {
  type Comparison,
  compareRankings,
  compareRatings,
  RANKING_COLUMNS,
} from "../src/evaluation/compare.ts";
import { comparisonSchema, written } from "../src/evaluation/comparisons.ts";
import { inWords } from "../src/evaluation/in-words.ts";
import { PRODUCT } from "../src/evaluation/report.ts";
import type { Row } from "../src/evaluation/row.ts";
import { readPolicy } from "../src/recommender/policy.ts";
import { fitClassicSvd } from "../src/training/models/classic-svd.ts";
import { type Objective, optionsFor, readModelOptions } from "../src/training/models/model-options.ts";
import { MODEL_NAMES, type ModelName } from "../src/training/models/registry.ts";

interface Options {
  readonly data: string;
  readonly out: string;
  readonly seed: number;
  readonly models: readonly string[];
  readonly modelOptions: string;
  readonly policy: string;
}

/** How the ratings of each user are parted, by the name that the report calls it by. */
const SPLITS = {
  /** A quarter of each user's ratings by chance, as in the published figures of ML-100K. */
  quarter: ({ ratings }: Dataset, seed: number): Holdout[] => [
    holdOutWithinUsers(ratings, { testShare: 0.25, seed }),
  ],
  /** A fifth of all ratings by chance. */
  random: ({ ratings }: Dataset, seed: number): Holdout[] =>
    ratingFolds(ratings, { folds: 5, seed }).slice(0, 1),
  /** Each user's latest 15 %; the 15 % before are for tuning, and so neither trained nor tested on. */
  time: ({ ratings }: Dataset): Holdout[] => [splitByTime(ratings)],
  /** Of each user's ratings by chance a fifth to judge on, and a fifth for tuning, neither trained nor tested on. */
  hybrid: ({ ratings }: Dataset, seed: number): Holdout[] => {
    const { train, test } = holdOutWithinUsers(ratings, { testShare: 0.2, seed });
    return [{ train: holdOutWithinUsers(train, { testShare: 0.25, seed }).train, test }];
  },
};

/** The models, and the product. */
const NAMES: readonly string[] = [...MODEL_NAMES, PRODUCT];

const program = new Command("npm run evaluate:ratings -- / npm run evaluate:known --");
const command = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option(
      "--out <folder>",
      "where the figures go, a JSON file for each data set and split",
      "artifacts/comparison",
    )
    .option("--policy <file>", "coefficients of the product's taste", "data/policy.yaml")
    .option("--seed <n>", "of splits and models", wholeNumber, 1)
    .option("--model-options <file>", "as npm run tune:models writes them", "data/models.yaml")
    .addOption(new Option("--models <names...>", "only these").choices(NAMES).default(NAMES));

command(
  "ratings",
  "How far predicted stars are off: the published folds of MovieLens 100K, else five by chance.",
).action(async (options: Options) => {
  const { dataset } = await readDataset(options.data);
  const { ratings } = dataset;
  const isPublished = hasPublishedFolds(options.data);
  const holdouts = isPublished
    ? await publishedFolds(options.data, ratings)
    : ratingFolds(ratings, { folds: 5, seed: options.seed });
  const rows = await compared(dataset, holdouts, options, compareRatings, "stars");
  const classicSvd = await fitClassicSvd(dataset, { seed: options.seed });
  await write(options, `ratings-${dataset.name}`, {
    protocol: "rating prediction",
    split: isPublished ? "u1..u5 as published" : "five folds of all ratings, by chance",
    dataset: dataset.name,
    rows,
    /** By the recipe's own split and transform: no error in stars. */
    classicSvdValidationRmse: classicSvd.validationRmse,
  });
  print(rows.map(({ name, rmse, mae }) => [name, { RMSE: inWords(rmse, 4), MAE: inWords(mae, 4) }]));
  console.log(
    `Classic SVD predicts no stars; its RMSE against transformed validation ratings: ${classicSvd.validationRmse.toFixed(4)}`,
  );
});

command(
  "known",
  "How well the held-out movies of users whom a model knows are ranked, over the whole catalogue.",
)
  .addOption(
    new Option("--split <name>", "how ratings are held out").choices(Object.keys(SPLITS)).default("random"),
  )
  .action(async (options: Options & { split: keyof typeof SPLITS }) => {
    const { dataset } = await readDataset(options.data);
    const holdouts = SPLITS[options.split](dataset, options.seed);
    const rows = await compared(dataset, holdouts, options, compareRankings, "lists");
    await write(options, `known-${dataset.name}-${options.split}`, {
      protocol: "ranking for known users",
      split: options.split,
      dataset: dataset.name,
      rows,
    });
    print(
      rows.map(({ name, scores, lead, coverage }) => [
        name,
        {
          ...byColumn(RANKING_COLUMNS, (column) => inWords(scores[column], 3, lead?.[column])),
          coverage: `${(100 * coverage).toFixed(1)} %`,
        },
      ]),
    );
  });

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

async function compared<Compared>(
  { movies }: Dataset,
  holdouts: readonly Holdout[],
  { models, modelOptions, policy: policyFile, seed }: Options,
  compare: (comparison: Comparison) => Promise<Compared[]>,
  objective: Objective,
): Promise<Compared[]> {
  const policy = await readPolicy(policyFile);
  const tuned = await readModelOptions(modelOptions);
  const isModel = (name: string): name is ModelName => MODEL_NAMES.some((model) => model === name);
  const rows = models.map(
    (name): Row => (isModel(name) ? { name, options: optionsFor(tuned, name, objective) } : { name, policy }),
  );
  const bar = new SingleBar({ format: "Models {bar} {value} of {total} fits, {eta_formatted} left" });
  bar.start(models.length * holdouts.length, 0);
  const onJudged = () => bar.increment();
  return compare({ rows, holdouts, movies, seed, onJudged }).finally(() => bar.stop());
}

async function write({ out, seed }: Options, name: string, figures: object): Promise<void> {
  await mkdir(out, { recursive: true });
  const comparison = comparisonSchema.parse({ ...figures, seed });
  await writeFile(join(out, `${name}.json`), written(comparison));
}

const print = (rows: readonly (readonly [string, object])[]): void => console.table(Object.fromEntries(rows));

try {
  await program.parseAsync(process.argv.slice(2), { from: "user" });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
