/**
 * Learns from what people answered since the last time: harvest, training, gate, promotion, one step after the other behind everything else
 * that runs here. Nothing is done where too little is new.
 * Usage: npx matinee retrain
 * Exit codes: 0 promoted or nothing to do, 3 the gate said no, 1 something failed.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { command } from "../src/host/command.ts";
import { filesBeside, inProject, readConfig } from "../src/host/config.ts";
import { modelsBeside, readServing } from "../src/operations/models/models-folder.ts";
import { decidingOn } from "../src/operations/models/shared-serving.ts";
import { checkTrial } from "../src/operations/models/trial.ts";
import { readRuns } from "../src/operations/pipeline/records.ts";
import { answersSince } from "../src/store/tallies-by-model.ts";
import { mustBeDatabase, run, share, wholeNumber } from "./command-line.ts";
import { runHere, STEPS_FILE } from "./pipeline/run-here.ts";

interface Options {
  readonly db: string;
  readonly artifacts: string;
  readonly data: string;
  readonly file: string;
  readonly fewestNew: number;
  readonly share: number;
  readonly days: number;
  readonly json?: true;
}

const DAY_MS = 86_400_000;
const TARGETS = ["promote"];

await run(main);

async function main(args: readonly string[]): Promise<void> {
  const config = readConfig();
  const { db, artifacts, data, file, json, ...options } = command(
    "retrain",
    "matinee retrain --fewest-new 500",
  )
    .description(
      "Trains a model on what people answered and on public ratings, and has people served by it where it is better.",
    )
    .option("--db <where>", "where people are remembered", config.database)
    .option("--artifacts <folder>", "the model whose films are taken over", config.MATINEE_ARTIFACTS)
    .option(
      "--data <folder>",
      "where the public ratings lie, in a folder by their name; fetched where they do not",
      inProject("data/downloads"),
    )
    .option("--file <yaml>", "the steps", STEPS_FILE)
    .option(
      "--fewest-new <n>",
      "do nothing where fewer answers came in since the last time",
      wholeNumber,
      200,
    )
    .option(
      "--share <share>",
      "of people to try the model with first; 0: all are served by it at once",
      share,
      0,
    )
    .option("--days <n>", "that a model stands on trial before it serves all", wholeNumber, 3)
    .option("--json", "tell what was done as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  mustBeDatabase(db);
  const folder = `${filesBeside(db)}-pipeline`;
  const models = modelsBeside(filesBeside(db));
  await decidingOn(db, models, () => checkTrial(models, db, Date.now(), options.days * DAY_MS));
  const { challenger } = await readServing(models);
  if (challenger) return nothing(`${challenger.version} is still on trial`);
  const last = lastRun(folder);
  const fresh = await answersSince(db, last.sinceMs);
  if (!last.isKilled && fresh < options.fewestNew)
    return nothing(`${fresh} answers are new, of ${options.fewestNew} that it takes`);
  await runHere({
    file,
    folder,
    targets: TARGETS,
    jobs: 1, // one at a time is half the memory
    again: [],
    given: { index: artifacts, ...(existsSync(data) && { data }) },
    settings: { db, ...(options.share > 0 && { share: String(options.share) }) },
    json,
  });

  function nothing(why: string): void {
    console.log(json ? JSON.stringify({ state: "nothing", why }) : `Nothing was done: ${why}.`);
  }
}

/** When what was learned from last was harvested, and whether a run was killed and is to be gone on with. */
function lastRun(folder: string): { readonly sinceMs: number; readonly isKilled: boolean } {
  const file = join(folder, "runs.db");
  if (!existsSync(file)) return { sinceMs: 0, isKilled: false };
  const runs = readRuns(file, 100).filter(({ targets }) => targets === JSON.stringify(TARGETS));
  const ended = runs.find(({ state }) => state === "done" || state === "refused");
  return { sinceMs: ended?.startedMs ?? 0, isKilled: runs[0]?.state === "running" };
}
