/**
 * Tells what a pipeline's runs came to.
 * Usage: npx matinee pipeline show --runs 3
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { command } from "../src/host/command.ts";
import { type RunRecord, readRuns } from "../src/operations/pipeline/records.ts";
import { atLeastOne, run } from "./command-line.ts";
import { pipelineFolder } from "./pipeline/options.ts";
import { lineOf } from "./pipeline/view.ts";

interface Options {
  readonly folder: string;
  readonly runs: number;
  readonly json?: true;
}

await run(async (args) => {
  const { folder, runs, json } = command("pipeline show", "matinee pipeline show --runs 3")
    .description("Tells what was run, when, and what came of every step.")
    .option("--folder <folder>", "where outputs, records and logs lie", pipelineFolder())
    .option("--runs <n>", "so many, latest first", atLeastOne, 1)
    .option("--json", "as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  const file = join(folder, "runs.db");
  if (!existsSync(file)) throw new Error(`Nothing was run in ${folder}. Run matinee pipeline run.`);
  const latest = readRuns(file, runs);
  if (json) console.log(JSON.stringify(latest));
  else for (const one of latest) console.log(told(one));
});

function told({ id, startedMs, endedMs, state, targets, steps }: RunRecord): string {
  const asked: unknown[] = JSON.parse(targets);
  const began = new Date(startedMs).toISOString().slice(0, 16).replace("T", " ");
  const ended =
    endedMs === null ? "not ended" : `${state} after ${Math.round((endedMs - startedMs) / 1_000)} s`;
  const lines = steps.map((step) => `  ${lineOf(step)}`);
  return [
    `Run ${id}, ${began} UTC, ${asked.length > 0 ? asked.join(" ") : "all steps"}: ${ended}`,
    ...lines,
  ].join("\n");
}
