/**
 * Tries other values of the policy's coefficients, one at a time, on validation users.
 * Usage: npm run tune -- --data data/downloads/ml-latest-small
 *
 * Of each of the five folds that npm run evaluate tests on, another fold is held out for validation, and the
 * model is trained on the other three: no figure here has seen the fold's test users. Writes each result to
 * data/tuning.csv as it comes; a run that was stopped goes on where it was.
 */
import { existsSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { SingleBar } from "cli-progress";
import { Command, InvalidArgumentError } from "commander";
import { userFolds } from "../src/dataset/prepare/split.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { evaluateFolds } from "../src/evaluation/evaluate-folds.ts";
import { COLUMNS, summarise } from "../src/evaluation/report.ts";
import { type Policy, type PolicyInput, policyFrom, readPolicy } from "../src/recommender/policy.ts";
import { DEFAULT_DIMENSIONS } from "../src/training/train-model.ts";

const FOLDS = 5;

/** Coefficient, by its path in the policy, and the values to try besides the policy's own. */
const TRIALS: readonly (readonly [path: string, values: readonly number[]])[] = [
  ["gaussian.prior_strength", [0.05, 0.2]],
  ["gaussian.unrated_weight", [0.005, 0.05, 0.1]],
  ["gaussian.verdicts.favourite.weight", [1, 2, 5]],
  ["gaussian.verdicts.like.weight", [0.5, 2]],
  ["gaussian.verdicts.dislike.target", [-0.6, -0.1, 0]],
  ["gaussian.verdicts.dislike.weight", [0.5, 2]],
  ["gaussian.verdicts.skip.target", [-0.1, 0.1]],
  ["gaussian.verdicts.skip.weight", [0.5, 1.5]],
  ["ranking.genre_distance", [0.2, 0.5]],
  ["ranking.popularity", [-0.1, 0.1]],
  ["ranking.diversity_boost", [0.2]],
  ["candidates.min_ratings", [0, 10]],
  ["candidates.min_genre_affinity", [0.1]],
  ["exploration_rate", [0.1]],
  ["dimensions", [64, 96, 192]],
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

function readOptions(args: readonly string[]): Options {
  return new Command("npm run tune --")
    .description("Tries other values of the policy's coefficients, one at a time, on validation users.")
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option("--policy <file>", "the coefficients to start from", "data/policy.yaml")
    .option("--out <file>", "the record; results that it holds are not computed again", "data/tuning.csv")
    .option("--seed <n>", "parts the users into folds, as in npm run evaluate", wholeNumber, 1)
    .parse(args, { from: "user" })
    .opts<Options>();
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
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

async function main(args: readonly string[]): Promise<void> {
  const { data, policy: policyFile, out, seed } = readOptions(args);
  if (!existsSync(data))
    throw new Error(`${data}: not there. Fetch it with: npm run data -- ml-latest-small`);
  const { ratings } = (await readDataset(data)).dataset;
  if (!existsSync(out)) await writeFile(out, `trial,${COLUMNS.join(",")},sum\n`);
  const record = await readFile(out, "utf8");
  const trials = trialsFrom(await readPolicy(policyFile)).filter(
    ({ name }) => !record.includes(`\n${name},`),
  );

  const folds = userFolds(ratings.userIds.length, { folds: FOLDS, seed });
  const bar = new SingleBar({ format: "Tuning {bar} {value} of {total} sessions, {eta_formatted} left" });
  bar.start(trials.length * ratings.userIds.length, 0);
  for (const { name, policy, dimensions } of trials) {
    const tasks = folds.map((alsoHeldOut, fold) => {
      const test = folds[(fold + 1) % FOLDS]!;
      return { ratings, test, alsoHeldOut, rows: [{ name, policy }], training: { dimensions }, seed };
    });
    const [row] = summarise(await evaluateFolds(tasks, () => bar.increment()), seed);
    const means = COLUMNS.map((column) => row!.scores[column].mean);
    const sum = means.reduce((total, mean) => total + mean, 0);
    await appendFile(out, `${[name, ...[...means, sum].map((value) => value.toFixed(4))].join(",")}\n`);
  }
  bar.stop();
  console.log(await readFile(out, "utf8"));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
