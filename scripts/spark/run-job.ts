/** Runs the Spark job of this folder, job.py, in a Python process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync, readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { makeFolder } from "../../src/files/make-folder.ts";

/** As job.py reads them. */
export interface JobOptions {
  /** local[2], spark://host:7077, yarn ... */
  readonly master: string;
  /** Spark's own settings. */
  readonly conf: Readonly<Record<string, string>>;
  /** Ratings as CSV or Parquet: a file, a folder of parts, or an address that Spark reads. */
  readonly ratings: string;
  /** When that file last changed, where it lies on this machine: another time is another job. */
  readonly ratingsAtMs: number | null;
  /** A JSON list of the ids of all movies described; null: whatever is rated is known. */
  readonly movies: string | null;
  /** people.csv, which says as how many people each counts. */
  readonly people: string | null;
  readonly holdOut: number;
  readonly dimensions: number;
  readonly oversampling: number;
  readonly powerIterations: number;
  readonly seed: number;
  /** Implicit ALS of MLlib, to compare with. */
  readonly als: {
    readonly factors: number;
    readonly iterations: number;
    readonly confidence: number;
    readonly regularisation: number;
  } | null;
}

const PROGRAM = fileURLToPath(new URL("../../../scripts/spark/job.py", import.meta.url));
const lineSchema = z.union([
  z.object({ step: z.string(), share: z.number() }),
  z.object({ error: z.string() }),
]);

/**
 * What it came to lies in the folder then: job-outputs.ts. A job that was ended goes on there with the iterations it had done,
 * and one that had ended well is not run again.
 *
 * @throws Error with the job's own sentence, or with the last that Spark said and where the rest is
 */
export async function runJob(
  python: string,
  folder: string,
  options: JobOptions,
  onStep: (step: string, share: number) => void,
): Promise<void> {
  makeFolder(folder);
  const file = join(folder, "options.json");
  const log = join(folder, "spark.log");
  const wanted = JSON.stringify({ ...options, out: folder });
  const report = join(folder, "report.json");
  if (existsSync(report) && existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  await rm(report, { force: true });
  await writeFile(file, wanted);
  // it ends when its input does: a job does not outlive whoever started it
  const job = spawn(python, [PROGRAM, file], { stdio: ["pipe", "pipe", openSync(log, "w")] });
  const [complaint, [code]] = await Promise.all([followed(job, onStep), once(job, "exit")]);
  if (complaint !== undefined) throw new Error(complaint);
  if (code !== 0)
    throw new Error(`The Spark job failed: ${await lastWords(log)}. All that it said is in ${log}.`);
}

/** What the job says is to be mended; undefined where it says nothing. */
async function followed(
  { stdout }: Pick<ChildProcess, "stdout">,
  onStep: (step: string, share: number) => void,
): Promise<string | undefined> {
  let complaint: string | undefined;
  for await (const text of createInterface({ input: stdout! })) {
    if (!text.startsWith("{")) continue;
    const line = lineSchema.parse(JSON.parse(text));
    if ("error" in line) complaint = line.error;
    else onStep(line.step, line.share);
  }
  return complaint;
}

/** Where Java does not start, Python's last line says no more than that. */
const JAVA_IS_GONE = "JAVA_GATEWAY_EXITED";
const COMPLAINT = /exception|error|invalid|not found|not set/i;

/** What says most in a job's log: its last line that says anything, or Java's first complaint. */
async function lastWords(log: string): Promise<string> {
  const lines = (await readFile(log, "utf8"))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const last = lines.at(-1) ?? "it said nothing";
  return (last.includes(JAVA_IS_GONE) && lines.find((line) => COMPLAINT.test(line))) || last;
}
