/**
 * Measures the suggestions with simulated sessions of people the models have never seen, five user folds.
 * Usage: npm run evaluate -- --data data/downloads/ml-latest-small
 * Writes artifacts/comparison/sessions-<data set>.json; npm run report shows it. With --from-nothing people name no favourites,
 * with --dials they ask each time for less or more obvious films or to be surprised, and the figures are printed alone.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { Option } from "commander";
import type { Dataset } from "../src/dataset/dataset.ts";
import { userFolds } from "../src/dataset/prepare/split.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { byColumn } from "../src/evaluation/by-column.ts";
import { likesByScore } from "../src/evaluation/calibration.ts";
import { sessionsSchema, written } from "../src/evaluation/comparisons.ts";
import type { FoldTask } from "../src/evaluation/evaluate-fold.ts";
import { evaluateFolds } from "../src/evaluation/evaluate-folds.ts";
import type { FoldResult } from "../src/evaluation/fold-result.ts";
import { inWords } from "../src/evaluation/in-words.ts";
import { sumOf } from "../src/evaluation/mean.ts";
import { drawTestUsers } from "../src/evaluation/people.ts";
import { COLUMNS, PRODUCT, type RowReport, summarise } from "../src/evaluation/report.ts";
import type { Row } from "../src/evaluation/row.ts";
import { command } from "../src/host/command.ts";
import { optionsFor, readModelOptions, type TunedOptions } from "../src/models/model-options.ts";
import { MODEL_NAMES, type ModelName } from "../src/models/registry.ts";
import { LEAST_OBVIOUS, MOST_OBVIOUS } from "../src/recommender/obviousness.ts";
import { type Policy, readPolicy } from "../src/recommender/policy.ts";
import { DEFAULT_DIMENSIONS } from "../src/training/train-model.ts";
import { atLeastOne, makeRoom, run, wholeNumber } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

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
  readonly fromNothing?: true;
  readonly dials?: true;
  readonly json?: true;
}

function readOptions(args: readonly string[]): Options {
  return command("evaluate sessions", "matinee evaluate sessions --data data/downloads/ml-latest-small")
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
    .option("--model-options <file>", "as npx matinee tune models writes them", "data/models.yaml")
    .addOption(
      new Option("--models <names...>", "to compare the product with, only these")
        .choices(MODEL_NAMES)
        .default(MODEL_NAMES),
    )
    .option("--from-nothing", "people of whom nothing is known: they name no favourites")
    .addOption(
      new Option(
        "--dials",
        "what it costs to ask each time for less or more obvious films, or to be surprised",
      ).conflicts("fromNothing"),
    )
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();
}

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const { data, out, dimensions, people: limit, seed } = options;
  const { line, table, result } = telling(options.json);
  if (!existsSync(data)) {
    throw new Error(
      `${data}: not there. Fetch it with: npm run data -- ml-latest-small (--from takes a copy at hand)`,
    );
  }
  makeRoom(out);
  const { dataset } = await readDataset(data);
  const policy = await readPolicy(options.policy);
  const tuned = await readModelOptions(options.modelOptions);
  const rows = options.fromNothing ? beginners : options.dials ? dialled : rowsOf;
  const tasks = foldTasks(dataset, rows(options.models, tuned, policy), options);
  const folds = await played(tasks);
  const report = summarise(folds, dataset.movies, seed);
  if (report.some(({ byAnswers }) => byAnswers.some(({ mean }) => Number.isNaN(mean))))
    throw new Error(`${data} is too small: people in it have rated too few films to play sessions with.`);
  if (options.fromNothing) {
    table(inTable(report));
    const different = report.map(({ name }) => ({ name, movies: differentAmongFirst(folds, name) }));
    for (const { name, movies } of different)
      line(`${name}: ${movies} different movies among the first five of 100 people`);
    result({ rows: report, different });
    return;
  }
  if (options.dials) {
    table(inTable(report));
    result({ rows: report });
    return;
  }
  const comparison = sessionsSchema.parse({
    protocol: "sessions",
    dataset: dataset.name,
    seed,
    folds: FOLDS,
    people: peopleIn(tasks),
    peoplePerFold: limit,
    dimensions,
    policy,
    rows: report,
    calibration: likesByScore(folds.flatMap(({ scored }) => scored)),
  });
  await writeFile(join(out, `sessions-${dataset.name}.json`), written(comparison));
  table(inTable(report));
  result(comparison);
}

/** The models asked for, then the product's taste both ways. */
const rowsOf = (models: readonly ModelName[], tuned: TunedOptions, policy: Policy): Row[] => [
  ...models.map((name) => ({ name, options: optionsFor(tuned, name, "lists") })),
  { name: "EMA rule", policy: { ...policy, user_model: "ema" } },
  { name: PRODUCT, policy: { ...policy, user_model: "gaussian" } },
];

/** The models asked for, then the product with and without what it does for newcomers. */
const beginners = (models: readonly ModelName[], tuned: TunedOptions, policy: Policy): Row[] => [
  ...models.map((name) => ({ name, options: optionsFor(tuned, name, "lists") })),
  { name: "always the best", policy: { ...policy, cold_start: { ...policy.cold_start, cards: 0 } } },
  { name: PRODUCT, policy },
];

/** The product as people get it who ask for nothing, and as they get it with each step of the dial and surprised. */
const dialled = (_: readonly ModelName[], __: TunedOptions, policy: Policy): Row[] => [
  { name: "two steps more obvious", policy, asked: { obviousness: MOST_OBVIOUS } },
  { name: "more obvious", policy, asked: { obviousness: 1 } },
  { name: PRODUCT, policy },
  { name: "less obvious", policy, asked: { obviousness: -1 } },
  { name: "two steps less obvious", policy, asked: { obviousness: LEAST_OBVIOUS } },
  { name: "surprise me", policy, asked: { surprise: true } },
];

const differentAmongFirst = (folds: readonly FoldResult[], name: string): number =>
  new Set(
    folds
      .flatMap(({ outcomes }) => outcomes.get(name)!)
      .slice(0, 100)
      .flatMap(({ suggested }) => suggested.slice(0, 5)),
  ).size;

const foldTasks = (
  { ratings, movies }: Dataset,
  rows: readonly Row[],
  { dimensions, people: limit, seed, fromNothing }: Options,
): FoldTask[] =>
  userFolds(ratings.userIds.length, { folds: FOLDS, seed }).map((fold) => ({
    ratings,
    movies,
    ...drawTestUsers(ratings, fold, { limit, seed }),
    rows,
    ...(fromNothing && { favourites: 0 }),
    training: { dimensions },
    seed,
  }));

const peopleIn = (tasks: readonly FoldTask[]): number => sumOf(tasks.map(({ test }) => test.length));

async function played(tasks: readonly FoldTask[]): Promise<FoldResult[]> {
  const bar = new SingleBar({ format: "Sessions {bar} {value} of {total} people, {eta_formatted} left" });
  bar.start(peopleIn(tasks), 0);
  return evaluateFolds(tasks, () => bar.increment()).finally(() => bar.stop());
}

const inTable = (report: readonly RowReport[]) =>
  Object.fromEntries(
    report.map(({ name, scores, lead, distinctShare, medianPopularity, popularityGap, diversity }) => [
      name,
      {
        ...byColumn(COLUMNS, (column) => inWords(scores[column], 3, lead?.[column])),
        "distinct movies": `${(100 * distinctShare).toFixed(1)} %`,
        "median ratings": medianPopularity,
        "known, to liked": Math.exp(popularityGap.mean).toFixed(1),
        diversity: diversity.toFixed(3),
      },
    ]),
  );

await run(main);
