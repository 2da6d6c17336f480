/**
 * Tries other values of the policy's coefficients, one at a time, and says which to take.
 * Usage: npx matinee tune --data data/downloads/ml-latest-small
 *
 * Nested: of each of the five folds that npm run evaluate tests on, another fold is held out for validation and
 * the model is trained on the other three. The winner of each fold's validation is then tested on that fold,
 * whose people had no part in choosing it; the five together are the honest figure. The policy itself takes the
 * values that win over all validations. Results are written as they come; a run that was stopped goes on.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { SingleBar } from "cli-progress";
import type { Dataset } from "../src/dataset/dataset.ts";
import { userFolds } from "../src/dataset/prepare/split.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { evaluateFolds } from "../src/evaluation/evaluate-folds.ts";
import { COLUMNS, summarise } from "../src/evaluation/report.ts";
import { command } from "../src/host/command.ts";
import { type Policy, type PolicyInput, policyFrom, readPolicy } from "../src/recommender/policy.ts";
import { DEFAULT_DIMENSIONS } from "../src/training/train-model.ts";
import { makeRoomFor, run, wholeNumber } from "./command-line.ts";

const FOLDS = 5;

/** Coefficient, by its path in the policy, and the values to try besides the policy's own. */
const TRIALS: readonly (readonly [path: string, values: readonly number[]])[] = [
  ["gaussian.prior_strength", [0.05, 0.2]],
  ["gaussian.unrated_weight", [0.2, 0.5]],
  ["gaussian.unrated_halfway", [30, 100]],
  ["gaussian.verdicts.favourite.weight", [1, 5]],
  ["gaussian.verdicts.like.weight", [2]],
  ["gaussian.verdicts.dislike.target", [0]],
  ["gaussian.verdicts.dislike.weight", [1]],
  ["gaussian.verdicts.skip.weight", [1.5]],
  ["ranking.genre_distance", [0.2]],
  ["ranking.popularity", [-0.1, 0.1]],
  ["ranking.diversity_boost", [0.2]],
  ["candidates.min_ratings", [0, 10]],
  ["candidates.min_genre_affinity", [0.1]],
  ["exploration_rate", [0.1]],
  ["dimensions", [64, 192]],
];

interface Options {
  readonly data: string;
  readonly policy: string;
  readonly out: string;
  readonly seed: number;
}

interface Trial {
  readonly name: string;
  readonly policy: Policy;
  readonly dimensions: number;
}

/** Means of the four columns on one fold. */
interface Result {
  readonly trial: string;
  readonly fold: number;
  readonly scores: readonly number[];
}

function readOptions(args: readonly string[]): Options {
  return command("tune", "matinee tune --data data/downloads/ml-latest-small")
    .description("Tries other values of the policy's coefficients, one at a time, and says which to take.")
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option("--policy <file>", "the coefficients to start from", "data/policy.yaml")
    .option("--out <file>", "the record; results that it holds are not computed again", "data/tuning.csv")
    .option("--seed <n>", "parts the users into folds, as in npm run evaluate", wholeNumber, 1)
    .parse(args, { from: "user" })
    .opts<Options>();
}

/** The policy as it is, then with one coefficient changed after the other. */
function trialsFrom(policy: Policy): Trial[] {
  const changed = TRIALS.flatMap(([path, values]) =>
    values.map((value): Trial => {
      const name = `${path} = ${value}`;
      if (path === "dimensions") return { name, policy, dimensions: value };
      return {
        name,
        policy: policyFrom(withValue(policy, path.split("."), value)),
        dimensions: DEFAULT_DIMENSIONS,
      };
    }),
  );
  return [{ name: "the policy as it is", policy, dimensions: DEFAULT_DIMENSIONS }, ...changed];
}

function withValue(policy: Policy, [key, ...rest]: readonly string[], value: number): PolicyInput {
  const inner = (policy as Record<string, unknown>)[key!];
  return { ...policy, [key!]: rest.length === 0 ? value : withValue(inner as Policy, rest, value) };
}

/** The record so far. @throws Error where it belongs to another policy, data set or seed */
async function openRecord(file: string, key: string): Promise<Result[]> {
  const header = `# ${key}\ntrial,fold,${COLUMNS.join(",")}\n`;
  if (!existsSync(file)) await writeFile(file, header);
  const text = await readFile(file, "utf8");
  if (!text.startsWith(header)) {
    throw new Error(
      `${file}: was made with another policy, data set or seed. Move it away, or name another --out`,
    );
  }
  const lines = text.slice(header.length).split("\n").slice(0, -1);
  return lines.map((line) => {
    const [trial = "", fold, ...scores] = line.split(",");
    return { trial, fold: Number(fold), scores: scores.map(Number) };
  });
}

async function main(args: readonly string[]): Promise<void> {
  const { data, policy: policyFile, out, seed } = readOptions(args);
  if (!existsSync(data))
    throw new Error(`${data}: not there. Fetch it with: npm run data -- ml-latest-small`);
  makeRoomFor(out);
  const { dataset } = await readDataset(data);
  const { ratings } = dataset;
  const policy = await readPolicy(policyFile);
  const key = createHash("sha256")
    .update(JSON.stringify(policy))
    .update(ratings.stars)
    .update(`${seed}`)
    .digest("hex");
  const results = await openRecord(out, key);
  const trials = trialsFrom(policy);
  const folds = userFolds(ratings.userIds.length, { folds: FOLDS, seed });

  const waiting = trials.filter(({ name }) => results.filter(({ trial }) => trial === name).length < FOLDS);
  const bar = new SingleBar({
    format: "Tuning {bar} {value} of {total} people's sessions, {eta_formatted} left",
  });
  bar.start((waiting.length + 1) * ratings.userIds.length, 0);
  for (const trial of waiting) {
    const tasks = folds.map((alsoHeldOut, fold) => {
      return { ...taskOf(dataset, trial, seed), test: folds[(fold + 1) % FOLDS]!, alsoHeldOut };
    });
    for (const [fold, scores] of (await scoresOf(tasks, seed, () => bar.increment())).entries()) {
      results.push({ trial: trial.name, fold, scores });
      await appendFile(out, `${[trial.name, fold, ...scores.map((score) => score.toFixed(4))].join(",")}\n`);
    }
  }
  const chosen = folds.map((_, fold) =>
    bestOn(
      results.filter((result) => result.fold === fold),
      trials,
    ),
  );
  const tests = folds.map((test, fold) => ({ ...taskOf(dataset, chosen[fold]!, seed), test }));
  const nested = await scoresOf(tests, seed, () => bar.increment());
  bar.stop();

  console.log(`Over all validations (${COLUMNS.join(", ")}, sum):`);
  for (const { name } of trials) {
    const scores = meanOf(results.filter(({ trial }) => trial === name).map((result) => result.scores));
    console.log(
      `  ${name.padEnd(44)} ${[...scores, sumOf(scores)].map((score) => score.toFixed(4)).join("  ")}`,
    );
  }
  console.log(`Chosen for each test fold: ${chosen.map(({ name }) => name).join("; ")}`);
  console.log(
    `Tested on it: ${meanOf(nested)
      .map((score) => score.toFixed(4))
      .join("  ")}`,
  );
}

const taskOf = ({ ratings, movies }: Dataset, { name, policy, dimensions }: Trial, seed: number) => {
  return { ratings, movies, rows: [{ name, policy }], training: { dimensions }, seed };
};

async function scoresOf(
  tasks: Parameters<typeof evaluateFolds>[0],
  seed: number,
  onPerson: () => void,
): Promise<number[][]> {
  const folds = await evaluateFolds(tasks, onPerson);
  return folds.map((fold) => {
    const [row] = summarise([fold], tasks[0]!.movies, seed);
    return COLUMNS.map((column) => row!.scores[column].mean);
  });
}

function bestOn(results: readonly Result[], trials: readonly Trial[]): Trial {
  const best = results.reduce((a, b) => (sumOf(b.scores) > sumOf(a.scores) ? b : a));
  return trials.find(({ name }) => name === best.trial)!;
}

const sumOf = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0);
const meanOf = (rows: readonly (readonly number[])[]): number[] =>
  COLUMNS.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length);

await run(main);
