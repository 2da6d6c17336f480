/**
 * Draws what is in a data set on one page: stars, activity, the long tail, genres together, cold starts, time, decades and countries.
 * Usage: npx matinee data describe --data data/downloads/ml-latest-small --out ml-latest-small.html
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { readKnowledge } from "../src/artifacts/read-knowledge.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { explore } from "../src/evaluation/exploration/facts.ts";
import { explorationPage } from "../src/evaluation/exploration/page.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { makeRoomFor, run } from "./command-line.ts";

interface Options {
  readonly data: string;
  readonly artifacts: string;
  readonly out: string;
  readonly json?: true;
}

await run(async (args) => {
  const { data, artifacts, out, json } = command(
    "data describe",
    "matinee data describe --data data/downloads/ml-latest-small --out page.html",
  )
    .description("Draws what is in a data set on one page.")
    .option("--data <folder>", "the data set", "data/downloads/ml-latest-small")
    .option(
      "--artifacts <folder>",
      "a model, which knows where films are from",
      readConfig().MATINEE_ARTIFACTS,
    )
    .option("--out <file>", "where the page goes", "describe.html")
    .option("--json", "print the figures as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  makeRoomFor(out);
  const { dataset } = await readDataset(data);
  const knowledge = existsSync(artifacts) ? await readKnowledge(artifacts) : undefined;
  const found = explore(dataset, (movie) => knowledge?.factsOf(movie)?.countries?.value);
  await writeFile(out, explorationPage(found));
  console.log(
    json
      ? JSON.stringify(found)
      : `${out}: ${found.ratings} ratings by ${found.users} people of ${found.movies} movies.`,
  );
});
