/**
 * Tries settings of every model on validation data, and writes which to take.
 * Usage: npm run tune:models -- --data data/downloads/ml-latest-small
 *
 * Writes data/models.yaml, which evaluations read, and data/models-tuning.md, the record of every trial. Results are
 * kept as they come: a run that was stopped goes on.
 */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { SingleBar } from "cli-progress";
import { Command, InvalidArgumentError } from "commander";
import { ratingFolds } from "../src/dataset/prepare/rating-folds.ts";
import { hasPublishedFolds, publishedFolds } from "../src/dataset/published-folds.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { bestTrials, chosenOptions, trialsInWords } from "../src/evaluation/tuning/best-trials.ts";
import { MODEL_TRIALS, trialName } from "../src/evaluation/tuning/model-trials.ts";
import { openTrialRecord } from "../src/evaluation/tuning/trial-record.ts";
import { tryModel } from "../src/evaluation/tuning/try-model.ts";
import { fitClassicSvd } from "../src/training/models/classic-svd.ts";
import { writtenOptions } from "../src/training/models/model-options.ts";

interface Options {
  readonly data: string;
  readonly out: string;
  readonly words: string;
  readonly record: string;
  readonly seed: number;
}

function readOptions(args: readonly string[]): Options {
  return new Command("npm run tune:models --")
    .description("Tries settings of every model on validation data, and writes which to take.")
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option("--out <file>", "the chosen options", "data/models.yaml")
    .option("--words <file>", "every trial with its figures", "data/models-tuning.md")
    .option("--record <file>", "results that it holds are not computed again", "data/models-tuning.jsonl")
    .option("--seed <n>", "parts users and ratings, as in the evaluations", wholeNumber, 1)
    .parse(args, { from: "user" })
    .opts<Options>();
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

async function main(args: readonly string[]): Promise<void> {
  const { data, out, words, record: recordFile, seed } = readOptions(args);
  const { dataset } = await readDataset(data);
  const { ratings } = dataset;
  const starsHoldouts = hasPublishedFolds(data)
    ? await publishedFolds(data, ratings)
    : ratingFolds(ratings, { folds: 5, seed });
  const validation = { dataset, starsTraining: starsHoldouts[0]!.train, seed };

  const key = createHash("sha256").update(ratings.stars).update(`${seed}`).digest("hex");
  const record = await openTrialRecord(recordFile, key);
  const waiting = MODEL_TRIALS.filter((trial) => !record.has(trial));
  const bar = new SingleBar({
    format: "Tuning {bar} {value} of {total} settings, {eta_formatted} left: {now}",
  });
  bar.start(MODEL_TRIALS.length, MODEL_TRIALS.length - waiting.length, { now: "" });
  for (const trial of waiting) {
    bar.update({ now: trialName(trial) });
    await record.add(await tryModel(trial, validation));
    bar.increment();
  }
  bar.stop();

  const { validationRmse } = await fitClassicSvd(dataset, { seed });
  const best = bestTrials(MODEL_TRIALS, record.results);
  await writeFile(
    out,
    writtenOptions(
      chosenOptions(best),
      `Chosen by npm run tune:models on ${dataset.name}, seed ${seed}; models-tuning.md is the record.\nWhat is left out has its default. Stars are predicted with the options under stars, by the models that are there.`,
    ),
  );
  const parts = [
    "# The record of the models' tuning",
    introduction(dataset.name, seed),
    trialsInWords(MODEL_TRIALS, record.results),
    recipe(validationRmse),
  ];
  const text = `${parts.join("\n\n")}\n`;
  await writeFile(words, text);
  console.log(text);
}

const introduction = (
  dataset: string,
  seed: number,
): string => `What \`npm run tune:models\` measured on ${dataset}, seed ${seed}. The settings chosen are in bold, and in models.yaml.

- Lists: sessions, as npm run evaluate plays them, with the people of two of the five user folds, whose models were trained without
  them and without one more fold. The setting with the highest sum of the four columns is taken, where it is more than .004 above
  those tried before it: less is noise. These people are among those whom npm run evaluate tests on, with other models: what
  is chosen here leans to the bright side, in favour of the models that the product is compared with.
- Stars: two tenths of the training ratings of the first split, each held out from the rest. The setting with the lowest RMSE is taken,
  where it is more than .0005 below those tried before it. No test rating of that split has a part in it.`;

const recipe = (rmse: number): string => `## The recipe of the classic SVD

Users with 20 ratings, movies with 50; each user's oldest 70 % to train on, the next 15 % to validate on; stars less the user's mean,
times count^-1/2 and the decay of a half-life of 365 days; 50 dimensions. RMSE against the transformed validation rating: ${rmse.toFixed(4)}.`;

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
