/** A pipeline run from the command line: at most one at a time in a folder, with a view of it, and an exit code. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { inProject, versionOfMatinee } from "../../src/host/config.ts";
import { holdAlone } from "../../src/operations/lock.ts";
import { readPipeline, stepsFor } from "../../src/operations/pipeline/definition.ts";
import {
  type PipelineEnd,
  REFUSED,
  type RunOptions,
  runPipeline,
} from "../../src/operations/pipeline/run-pipeline.ts";
import { isPostgres } from "../../src/store/address.ts";
import { mustBeFile } from "../command-line.ts";
import { createView } from "./view.ts";

const MATINEE = fileURLToPath(new URL("../matinee.js", import.meta.url));
/** The steps as they come with Matinee. */
export const STEPS_FILE = inProject("data/pipeline.yaml");

/** In the middle between what people wait for and what nobody does. */
const BEHIND_BOTS = 10;

export type Asked = Pick<RunOptions, "folder" | "targets" | "again" | "given" | "jobs"> & {
  readonly file: string;
  /** In the place of those in the file; the database always, as it is seen from where this was typed. */
  readonly settings: Readonly<Record<string, string>> & { readonly db: string };
  readonly json?: true | undefined;
};

/**
 * Commands work in Matinee's own folder, wherever this was typed, for that is where the words and lists lie that they go by.
 *
 * @throws Error where another run is under way, or the definition is not to be followed
 */
export async function runHere({
  file,
  folder,
  given = {},
  settings,
  json,
  ...asked
}: Asked): Promise<PipelineEnd> {
  mustBeFile(file, "the steps of a pipeline, such as data/pipeline.yaml");
  const pipeline = readPipeline(await readFile(file, "utf8"), file);
  const unknown = Object.keys(settings).find((name) => name !== "db" && !(name in pipeline.settings));
  if (unknown !== undefined)
    throw new Error(
      `There is no setting "${unknown}". The settings are ${Object.keys(pipeline.settings).join(", ")}.`,
    );
  const { targets = [], again = [] } = asked;
  stepsFor(pipeline, [...targets, ...again, ...Object.keys(given)]); // that they are there, before anything is made
  const letGo = holdAlone(join(folder, "lock.db"));
  if (!letGo)
    throw new Error(
      `Another run is under way in ${folder}. Wait for it; matinee pipeline show tells how far it is.`,
    );
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  const view = createView(process.stderr, Date.now);
  try {
    const end = await runPipeline(pipeline, {
      ...asked,
      home: inProject("."),
      folder: resolve(folder),
      given: Object.fromEntries(Object.entries(given).map(([step, at]) => [step, resolve(at)])),
      settings: { ...settings, db: isPostgres(settings.db) ? settings.db : resolve(settings.db) },
      program: [process.execPath, MATINEE],
      version: versionOfMatinee(),
      niceness: BEHIND_BOTS,
      signal: stopping.signal,
      now: Date.now,
      onStep: view.show,
    });
    view.stop();
    if (json) console.log(JSON.stringify(end));
    else console.log(told(end, folder));
    process.exitCode = { done: 0, running: 1, failed: 1, refused: REFUSED }[end.state];
    return end;
  } catch (error) {
    if (stopping.signal.aborted)
      throw new Error("Stopped. What was finished is kept; the same command goes on from there.");
    throw error;
  } finally {
    view.stop();
    letGo();
  }
}

function told({ run, state, steps }: PipelineEnd, folder: string): string {
  const failed = steps.find((step) => step.state === "failed");
  if (failed)
    return `Run ${run} failed in ${failed.step}: ${join(folder, "logs", `${run}-${failed.step}.log`)} has what it said. Mend that: the same command goes on from there.`;
  const refused = steps.find((step) => step.state === "refused");
  if (state === "refused" && refused)
    return `Run ${run} ended at ${refused.step}, which said no.${refused.reason === null ? "" : ` ${refused.reason}`} Nothing was changed.`;
  const made = steps.filter((step) => step.state === "done").length;
  return `Run ${run} is done: ${made} of ${steps.length} steps had to be.`;
}
