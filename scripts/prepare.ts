/**
 * Mixes what people answered with public ratings: one data set to train on and to be judged by.
 * Usage: npx matinee prepare --data data/downloads/ml-latest-small --feedback harvest/feedback.jsonl --out prepared
 */
import { InvalidArgumentError } from "commander";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { describedBy, mixed } from "../src/dataset/mix.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { writeDataset } from "../src/dataset/write-dataset.ts";
import { readJsonLines } from "../src/files/json-lines.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { feedbackLineSchema } from "../src/operations/harvest/feedback-line.ts";
import { OWN, ratingsOf } from "../src/operations/harvest/harvest.ts";
import { atLeastOne, makeRoom, mustBeFile, run } from "./command-line.ts";
import { JSON_DONE, telling } from "./telling.ts";

interface Options {
  readonly data: string;
  readonly feedback: string;
  readonly artifacts: string;
  readonly weight: number;
  readonly fewest: number;
  readonly out: string;
  readonly json?: true;
}

function weight(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1_000))
    throw new InvalidArgumentError("Expected a number from 0 to 1000.");
  return value;
}

await run(async (args) => {
  const options = command("prepare", "matinee prepare --feedback harvest/feedback.jsonl --out prepared")
    .description("Mixes what people answered with public ratings, film by film.")
    .option("--data <folder>", "the public ratings", "data/downloads/ml-latest-small")
    .requiredOption("--feedback <file>", "as npx matinee harvest writes it")
    .option("--artifacts <folder>", "the model, which knows the films", readConfig().MATINEE_ARTIFACTS)
    .option("--weight <n>", "as how many people of the public ratings one of our own counts", weight, 1)
    .option("--fewest <n>", "people who rated fewer films are left out", atLeastOne, 5)
    .requiredOption("--out <folder>", "where the data set goes; its owner's alone")
    .option(...JSON_DONE)
    .parse(args, { from: "user" })
    .opts<Options>();
  const { data, feedback, artifacts, fewest, out } = options;
  mustBeFile(feedback, "feedback.jsonl, as npx matinee harvest writes it");
  makeRoom(out);
  const { dataset } = await readDataset(data);
  const { movies } = await readArtifacts(artifacts);
  const own = ratingsOf(await readJsonLines(feedback, feedbackLineSchema), fewest);
  const both = mixed(dataset, own, describedBy(movies));
  const weights = Float64Array.from(both.ratings.userIds, (id) => (id.startsWith(OWN) ? options.weight : 1));
  await writeDataset(out, both, weights);
  const people = both.ratings.userIds.length - dataset.ratings.userIds.length;
  const added = both.ratings.stars.length - dataset.ratings.stars.length;
  const { line, result } = telling(options.json);
  line(
    `${dataset.ratings.userIds.length} people of ${dataset.name} and ${people} of our own with ${added} ratings, each counted as ${options.weight}, in ${out}.`,
  );
  result({
    folder: out,
    people: { public: dataset.ratings.userIds.length, own: people },
    ratings: { public: dataset.ratings.stars.length, own: added },
    weight: options.weight,
  });
});
