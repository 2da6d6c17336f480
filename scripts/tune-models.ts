/**
 * Tries settings of every model on validation data, and writes which to take.
 * Usage: npx matinee tune models --data data/downloads/ml-latest-small
 *        npx matinee tune models --known quarter --data data/downloads/ml-100k
 *
 * Writes its part of data/models.yaml, which evaluations read, and of data/models-tuning.md, the record of every trial.
 * Results are kept as they come: a run that was stopped goes on.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { SingleBar } from "cli-progress";
import { Option } from "commander";
import { ratingFolds } from "../src/dataset/prepare/rating-folds.ts";
import { hasPublishedFolds, publishedFolds } from "../src/dataset/published-folds.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { KNOWN_SPLIT_NAMES, type KnownSplit, validationHoldout } from "../src/evaluation/known-splits.ts";
import { bestTrials, chosenOptions, trialsInWords } from "../src/evaluation/tuning/best-trials.ts";
import {
  KNOWN_TRIALS,
  MODEL_TRIALS,
  type ModelTrial,
  trialName,
} from "../src/evaluation/tuning/model-trials.ts";
import { withSection } from "../src/evaluation/tuning/sections.ts";
import { openTrialRecord, type TrialResult } from "../src/evaluation/tuning/trial-record.ts";
import { tryModel, type ValidationData } from "../src/evaluation/tuning/try-model.ts";
import { command } from "../src/host/command.ts";
import { fitClassicSvd } from "../src/models/classic-svd.ts";
import { readModelOptions, type TunedOptions, writtenOptions } from "../src/models/model-options.ts";
import { readPolicy } from "../src/recommender/policy.ts";
import { makeRoomFor, run, wholeNumber } from "./command-line.ts";

interface Options {
  readonly data: string;
  readonly known?: KnownSplit;
  readonly out: string;
  readonly words: string;
  readonly record?: string;
  readonly policy: string;
  readonly seed: number;
}

function readOptions(args: readonly string[]): Options {
  return command("tune models", "matinee tune models --data data/downloads/ml-latest-small")
    .description("Tries settings of every model on validation data, and writes which to take.")
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .addOption(
      new Option("--known <split>", "for users whom the models know, not for newcomers and stars").choices(
        KNOWN_SPLIT_NAMES,
      ),
    )
    .option("--out <file>", "the chosen options", "data/models.yaml")
    .option("--words <file>", "every trial with its figures", "data/models-tuning.md")
    .option(
      "--record <file>",
      "results that it holds are not computed again (default: data/models-tuning.jsonl; of known users data/models-tuning-<data set>-<split>.jsonl)",
    )
    .option("--policy <file>", "coefficients of the product's taste", "data/policy.yaml")
    .option("--seed <n>", "parts users and ratings, as in the evaluations", wholeNumber, 1)
    .parse(args, { from: "user" })
    .opts<Options>();
}

async function main(args: readonly string[]): Promise<void> {
  const { data, known, out, words, policy, seed, ...options } = readOptions(args);
  for (const file of [out, words]) makeRoomFor(file);
  const { dataset } = await readDataset(data);
  const { ratings } = dataset;
  const starsHoldouts = hasPublishedFolds(data)
    ? await publishedFolds(data, ratings)
    : ratingFolds(ratings, { folds: 5, seed });
  const validation: ValidationData = {
    dataset,
    starsTraining: starsHoldouts[0]!.train,
    knownHoldout: validationHoldout(ratings, known ?? "random", seed),
    policy: await readPolicy(policy),
    seed,
  };

  const key = createHash("sha256").update(ratings.stars).update(`${seed}`);
  if (known) key.update(known);
  const name = `${dataset.name} ${known}`;
  const recordFile = options.record ?? `data/models-tuning${known ? `-${dataset.name}-${known}` : ""}.jsonl`;
  const trials = known ? KNOWN_TRIALS : MODEL_TRIALS;
  const results = await tryAll(trials, validation, recordFile, key.digest("hex"));

  const best = bestTrials(trials, results);
  const before: TunedOptions = existsSync(out)
    ? await readModelOptions(out)
    : { lists: {}, stars: {}, known: {} };
  const tuned: TunedOptions = known
    ? { ...before, known: { ...before.known, [name]: chosenOptions(best, "known") } }
    : { ...before, lists: chosenOptions(best, "lists"), stars: chosenOptions(best, "stars") };
  await writeFile(out, writtenOptions(tuned, HEADING));

  const section = known
    ? [
        `# Known users, ${dataset.name}, ${known} split`,
        knownIntroduction(known, seed),
        trialsInWords(trials, results, "known"),
      ]
    : [
        "# The record of the models' tuning",
        introduction(dataset.name, seed),
        "## Lists",
        trialsInWords(trials, results, "lists"),
        "## Stars",
        trialsInWords(trials, results, "stars"),
        recipe((await fitClassicSvd(dataset, { seed })).validationRmse),
      ];
  const text = section.join("\n\n");
  await writeFile(words, withSection(existsSync(words) ? await readFile(words, "utf8") : "", text));
  console.log(text);
}

/** What came of all trials: those that the record has, and the others now. */
async function tryAll(
  trials: readonly ModelTrial[],
  validation: ValidationData,
  recordFile: string,
  key: string,
): Promise<readonly TrialResult[]> {
  const record = await openTrialRecord(recordFile, key);
  const waiting = trials.filter((trial) => !record.has(trial));
  const bar = new SingleBar({
    format: "Tuning {bar} {value} of {total} settings, {eta_formatted} left: {now}",
  });
  bar.start(trials.length, trials.length - waiting.length, { now: "" });
  for (const trial of waiting) {
    bar.update({ now: trialName(trial) });
    await record.add(await tryModel(trial, validation));
    bar.increment();
  }
  bar.stop();
  return record.results;
}

const HEADING = `Chosen by npx matinee tune models; models-tuning.md is the record.
Models have their defaults where nothing is said. Stars, and lists for known users, take the options under lists where a
model has none there. Known users go by data set and split; one that is not there takes those of ml-latest-small random.`;

const knownIntroduction = (
  split: KnownSplit,
  seed: number,
): string => `What \`npx matinee tune models --known ${split}\` measured, seed ${seed}: NDCG@10 over the whole catalogue as npx matinee evaluate known
has it, every rating held out being relevant. What the split trains on is split again the same way; no test rating has a part in it. The
setting with the highest NDCG@10 is taken, where it is more than .002 above those tried before it. Gaussian taste without options is
as the chat has it. Settings were added beside the best of each model as results came in; Gaussian taste, which has the most options, was
tried with the most of them.`;

const introduction = (
  dataset: string,
  seed: number,
): string => `What \`npx matinee tune models\` measured on ${dataset}, seed ${seed}. The settings chosen are in bold, and in models.yaml.

- Lists: sessions, as npm run evaluate plays them, with the people of two of the five user folds, whose models were trained without
  them and without one more fold. The setting with the highest sum of the four columns is taken, where it is more than .004 above
  those tried before it: less is noise. These people are among those whom npm run evaluate tests on, with other models: what
  is chosen here leans to the bright side, in favour of the models that the product is compared with.
- Stars: two tenths of the training ratings of the first split, each held out from the rest. The setting with the lowest RMSE is taken,
  where it is more than .0005 below those tried before it. No test rating of that split has a part in it.`;

const recipe = (rmse: number): string => `## The recipe of the classic SVD

Users with 20 ratings, movies with 50; each user's oldest 70 % to train on, the next 15 % to validate on; stars less the user's mean,
times count^-1/2 and the decay of a half-life of 365 days; 50 dimensions. RMSE against the transformed validation rating: ${rmse.toFixed(4)}.`;

await run(main);
