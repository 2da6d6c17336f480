/**
 * Makes a data set of what people answered: feedback.jsonl, and the ratings in it as MovieLens has them.
 * Usage: npx matinee harvest --out harvest
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { describedBy, mixed, NO_DATASET } from "../src/dataset/mix.ts";
import { writeDataset } from "../src/dataset/write-dataset.ts";
import { readJsonLines } from "../src/files/json-lines.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { type FeedbackLine, feedbackLineSchema } from "../src/operations/harvest/feedback-line.ts";
import { linesOf, ratingsOf } from "../src/operations/harvest/harvest.ts";
import { isPostgres } from "../src/store/address.ts";
import { readAnswers } from "../src/store/answers.ts";
import { makeRoom, moment, mustBeFile, run } from "./command-line.ts";

const OWNER_ALONE = 0o600;

interface Options {
  readonly db: string;
  readonly artifacts: string;
  readonly also: readonly string[];
  readonly until?: number;
  readonly out: string;
  readonly json?: true;
}

await run(async (args) => {
  const config = readConfig();
  const { db, artifacts, also, until, out, json } = command("harvest", "matinee harvest --out harvest")
    .description("Makes a data set of what people answered who did not opt out. Their names are not in it.")
    .option("--db <where>", "where people are remembered", config.database)
    .option("--artifacts <folder>", "the model, which knows the films", config.MATINEE_ARTIFACTS)
    .option("--also <files...>", "feedback.jsonl of other people", [])
    .option("--until <moment>", "leave out what was said or shown later", moment)
    .requiredOption("--out <folder>", "where the data set goes; its owner's alone")
    .option("--json", "tell what was made as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  for (const file of isPostgres(db) ? also : [db, ...also]) mustBeFile(file, "one that is there");
  makeRoom(out);
  const lines: FeedbackLine[] = [];
  let people = 0;
  await readAnswers(db, config.MATINEE_LEARN_FROM, (answers) => {
    const own = linesOf(answers, until);
    if (own.length > 0) people++;
    lines.push(...own);
  });
  for (const [nth, file] of also.entries()) {
    const others = await readJsonLines(file, feedbackLineSchema);
    people += new Set(others.map(({ person }) => person)).size;
    lines.push(...others.map((line) => ({ ...line, person: `${nth + 1}-${line.person}` })));
  }
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  await writeFile(join(out, "feedback.jsonl"), text, { mode: OWNER_ALONE });
  const { movies } = await readArtifacts(artifacts);
  const dataset = mixed(NO_DATASET, ratingsOf(lines), describedBy(movies));
  await writeDataset(out, dataset);
  const told = {
    people,
    lines: lines.length,
    ratings: dataset.ratings.stars.length,
    films: dataset.movies.length,
  };
  if (json) console.log(JSON.stringify(told));
  else
    console.log(
      `${told.people} people, ${told.lines} answers and suggestions, ${told.ratings} ratings of ${told.films} films in ${out}.`,
    );
});
