/**
 * Does the steps of a pipeline that are not done yet, and no others.
 * Usage: npx matinee pipeline run, npx matinee pipeline run train --use data=/mnt/ratings
 * Exit codes: 0 done, 1 something failed, 3 the gate said no.
 */
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { atLeastOne, run } from "./command-line.ts";
import { named, pipelineFolder } from "./pipeline/options.ts";
import { runHere, STEPS_FILE } from "./pipeline/run-here.ts";

interface Options {
  readonly file: string;
  readonly folder: string;
  readonly jobs: number;
  readonly again: readonly string[];
  readonly use: Readonly<Record<string, string>>;
  readonly set: Readonly<Record<string, string>>;
  readonly json?: true;
}

await run(async (args) => {
  const program = command("pipeline run", "matinee pipeline run gate --use data=/mnt/ratings")
    .description(
      "Does the steps that are named and all that they need, unless they were done with the same inputs.",
    )
    .argument("[steps...]", "default: all")
    .option("--file <yaml>", "the steps", STEPS_FILE)
    .option("--folder <folder>", "where outputs, records and logs lie", pipelineFolder())
    .option("--jobs <n>", "so many steps at a time", atLeastOne, 2)
    .option("--again <steps...>", "do these although they were done", [])
    .option(
      "--use <step=folder>",
      "take a folder at hand for what a step would write; may be given again",
      named,
      {},
    )
    .option("--set <name=value>", "another value for a setting of the file; may be given again", named, {})
    .option("--json", "tell what was done as JSON")
    .parse(args, { from: "user" });
  const { again, use, set, ...asked } = program.opts<Options>();
  await runHere({
    ...asked,
    targets: program.args,
    again,
    given: use,
    settings: { db: readConfig().database, ...set },
  });
});
