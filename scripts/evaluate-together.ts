/**
 * Measures picks for several: groups of people the model has never seen spend ten evenings under each strategy.
 * Usage: npx matinee evaluate together --data data/downloads/ml-latest-small
 */
import { SingleBar } from "cli-progress";
import { userFolds } from "../src/dataset/prepare/split.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { tableInMarkdown } from "../src/evaluation/markdown.ts";
import { inThreads } from "../src/evaluation/threads.ts";
import { SIZES, type TogetherOutcomes, type TogetherTask } from "../src/evaluation/together/fold.ts";
import { type GroupsReport, summariseTogether } from "../src/evaluation/together/report.ts";
import { command } from "../src/host/command.ts";
import { readPolicy } from "../src/recommender/policy.ts";
import { DEFAULT_DIMENSIONS } from "../src/training/train-model.ts";
import { atLeastOne, run, wholeNumber } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

const FOLDS = 5;

interface Options {
  readonly data: string;
  readonly policy: string;
  readonly groups: number;
  readonly seed: number;
  readonly draws: number;
  readonly json?: true;
}

const readOptions = (args: readonly string[]): Options =>
  command("evaluate together", "matinee evaluate together --data data/downloads/ml-latest-small")
    .description("Picks for groups of people unknown to the model, by each strategy.")
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option("--policy <file>", "coefficients of the ranking", "data/policy.yaml")
    .option("--groups <n>", "of each size and kind in a fold", atLeastOne, 100)
    .option("--seed <n>", "parts users into folds and draws groups", wholeNumber, 1)
    .option("--draws <n>", "so often, by this seed and those that follow", atLeastOne, 1)
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();

async function main(args: readonly string[]): Promise<void> {
  const { data, seed, draws, groups, policy: file, json } = readOptions(args);
  const { line, result } = telling(json);
  const {
    dataset: { ratings, movies },
  } = await readDataset(data);
  const policy = await readPolicy(file);
  const training = { dimensions: DEFAULT_DIMENSIONS, threads: 1 };
  const tasks = Array.from({ length: draws }, (_, nth) => seed + nth).flatMap((drawn) =>
    userFolds(ratings.userIds.length, { folds: FOLDS, seed: drawn }).map(
      (test): TogetherTask => ({ ratings, movies, test, policy, training, groups, seed: drawn }),
    ),
  );
  const reports = summariseTogether(await played(tasks), seed);
  for (const report of reports) line(inWords(report));
  result(reports);
}

async function played(tasks: readonly TogetherTask[]): Promise<TogetherOutcomes[][]> {
  const bar = new SingleBar({ format: "Groups {bar} {value} of {total} kinds, {eta_formatted} left" });
  bar.start(tasks.length * SIZES.length * 2, 0);
  const worker = new URL("../src/evaluation/together/fold-worker.js", import.meta.url);
  return inThreads<TogetherTask, TogetherOutcomes[]>(worker, tasks, () => bar.increment()).finally(() =>
    bar.stop(),
  );
}

function inWords({ size, alike, groups, rows }: GroupsReport): string {
  const table = tableInMarkdown(
    ["strategy", "mean", "least", "nobody dislikes", "worst off"],
    rows.map(({ name, mean, least, undisliked, worstOff }) => [name, mean, least, undisliked, worstOff]),
  );
  return `\nGroups of ${size}, ${alike ? "alike" : "by chance"} (${groups})\n\n${table}`;
}

await run(main);
