/**
 * Every model side by side, on users whom it knows: how far predicted stars are off, or how well it ranks what they
 * rated later or elsewhere.
 * Usage: npx matinee evaluate ratings --data <folder>    npx matinee evaluate known --data <folder> --split random
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { Option } from "commander";
import type { Dataset } from "../src/dataset/dataset.ts";
import { type Holdout, ratingFolds } from "../src/dataset/prepare/rating-folds.ts";
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
import { KNOWN_SPLIT_NAMES, KNOWN_SPLITS, type KnownSplit } from "../src/evaluation/known-splits.ts";
import { PRODUCT } from "../src/evaluation/report.ts";
import type { Row } from "../src/evaluation/row.ts";
import { command } from "../src/host/command.ts";
import { fitClassicSvd } from "../src/models/classic-svd.ts";
import type { ModelOptions } from "../src/models/fit.ts";
import {
  optionsFor,
  readModelOptions,
  type TunedName,
  type TunedOptions,
} from "../src/models/model-options.ts";
import { MODEL_NAMES } from "../src/models/registry.ts";
import { readPolicy } from "../src/recommender/policy.ts";
import { makeRoom, run, wholeNumber } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

interface Options {
  readonly data: string;
  readonly out: string;
  readonly seed: number;
  readonly models: readonly TunedName[];
  readonly modelOptions: string;
  readonly policy: string;
  readonly json?: true;
}

/** The models, and the product. */
const NAMES: readonly TunedName[] = [...MODEL_NAMES, PRODUCT];

const program = command("evaluate");
const protocol = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .addHelpText("after", `\nExample:\n  matinee evaluate ${name} --data data/downloads/ml-latest-small`)
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option(
      "--out <folder>",
      "where the figures go, a JSON file for each data set and split",
      "artifacts/comparison",
    )
    .option("--policy <file>", "coefficients of the product's taste", "data/policy.yaml")
    .option("--seed <n>", "of splits and models", wholeNumber, 1)
    .option("--model-options <file>", "as npx matinee tune models writes them", "data/models.yaml")
    .addOption(new Option("--models <names...>", "only these").choices(NAMES).default(NAMES))
    .option(...JSON_FIGURES);

protocol(
  "ratings",
  "How far predicted stars are off: the published folds of MovieLens 100K, else five by chance.",
).action(async (options: Options) => {
  makeRoom(options.out);
  const { dataset } = await readDataset(options.data);
  const { ratings } = dataset;
  const isPublished = hasPublishedFolds(options.data);
  const holdouts = isPublished
    ? await publishedFolds(options.data, ratings)
    : ratingFolds(ratings, { folds: 5, seed: options.seed });
  const rows = await compared(dataset, holdouts, options, compareRatings, (tuned, name) =>
    optionsFor(tuned, name, "stars"),
  );
  const classicSvd = await fitClassicSvd(dataset, { seed: options.seed });
  const { line, table, result } = telling(options.json);
  const comparison = await write(options, `ratings-${dataset.name}`, {
    protocol: "rating prediction",
    split: isPublished ? "u1..u5 as published" : "five folds of all ratings, by chance",
    dataset: dataset.name,
    rows,
    /** By the recipe's own split and transform: no error in stars. */
    classicSvdValidationRmse: classicSvd.validationRmse,
  });
  table(
    Object.fromEntries(
      rows.map(({ name, rmse, mae }) => [name, { RMSE: inWords(rmse, 4), MAE: inWords(mae, 4) }]),
    ),
  );
  line(
    `Classic SVD predicts no stars; its RMSE against transformed validation ratings: ${classicSvd.validationRmse.toFixed(4)}`,
  );
  result(comparison);
});

protocol(
  "known",
  "How well the held-out movies of users whom a model knows are ranked, over the whole catalogue.",
)
  .addOption(
    new Option("--split <name>", "how ratings are held out").choices(KNOWN_SPLIT_NAMES).default("random"),
  )
  .action(async (options: Options & { split: KnownSplit }) => {
    makeRoom(options.out);
    const { dataset } = await readDataset(options.data);
    const holdout = KNOWN_SPLITS[options.split](dataset.ratings, options.seed);
    const optionsOf = (tuned: TunedOptions, name: TunedName) =>
      optionsFor(tuned, name, "known", `${dataset.name} ${options.split}`);
    const rows = await compared(dataset, [holdout], options, compareRankings, optionsOf);
    const { table, result } = telling(options.json);
    const comparison = await write(options, `known-${dataset.name}-${options.split}`, {
      protocol: "ranking for known users",
      split: options.split,
      dataset: dataset.name,
      rows,
    });
    table(
      Object.fromEntries(
        rows.map(({ name, scores, lead, coverage }) => [
          name,
          {
            ...byColumn(RANKING_COLUMNS, (column) => inWords(scores[column], 3, lead?.[column])),
            coverage: `${(100 * coverage).toFixed(1)} %`,
          },
        ]),
      ),
    );
    result(comparison);
  });

async function compared<Compared>(
  { movies }: Dataset,
  holdouts: readonly Holdout[],
  { models, modelOptions, policy: policyFile, seed }: Options,
  compare: (comparison: Comparison) => Promise<Compared[]>,
  optionsOf: (tuned: TunedOptions, name: TunedName) => ModelOptions,
): Promise<Compared[]> {
  const policy = await readPolicy(policyFile);
  const tuned = await readModelOptions(modelOptions);
  const rows = models.map((name): Row => {
    const options = optionsOf(tuned, name);
    return name === PRODUCT ? { name, options, policy } : { name, options };
  });
  const bar = new SingleBar({ format: "Models {bar} {value} of {total} fits, {eta_formatted} left" });
  bar.start(models.length * holdouts.length, 0);
  const onJudged = () => bar.increment();
  return compare({ rows, holdouts, movies, seed, onJudged }).finally(() => bar.stop());
}

async function write({ out, seed }: Options, name: string, figures: object): Promise<unknown> {
  const comparison = comparisonSchema.parse({ ...figures, seed });
  await writeFile(join(out, `${name}.json`), written(comparison));
  return comparison;
}

await run((args) => program.parseAsync(args, { from: "user" }));
