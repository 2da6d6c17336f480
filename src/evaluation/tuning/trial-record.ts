import { existsSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { OBJECTIVES, TUNED_NAMES } from "../../models/model-options.ts";
import { type ModelTrial, trialName } from "./model-trials.ts";

const resultSchema = z.object({
  objective: z.enum(OBJECTIVES),
  model: z.enum(TUNED_NAMES),
  options: z.record(z.string(), z.number()),
  scores: z.array(z.number()),
  seconds: z.number(),
});

/** What came of a trial on validation data. */
export interface TrialResult extends ModelTrial {
  /** For lists the means of the sessions' columns; for stars the RMSE alone; for known users RANKING_COLUMNS. */
  readonly scores: readonly number[];
  /** Fitting and judging, all parts. */
  readonly seconds: number;
}

/** The results so far, in a file of JSON lines that a stopped run goes on with. */
export interface TrialRecord {
  has(trial: ModelTrial): boolean;
  add(result: TrialResult): Promise<void>;
  readonly results: readonly TrialResult[];
}

/**
 * @param key of what results depend on: data set, seed, protocol
 * @throws Error where the file belongs to another key
 */
export async function openTrialRecord(file: string, key: string): Promise<TrialRecord> {
  const header = `${JSON.stringify({ key })}\n`;
  if (!existsSync(file)) await writeFile(file, header);
  const text = await readFile(file, "utf8");
  if (!text.startsWith(header)) {
    throw new Error(
      `${file}: was made with other data or another seed. Move it away, or name another --record`,
    );
  }
  const whole = text.slice(0, text.lastIndexOf("\n") + 1); // a kill leaves at most the last line torn
  if (whole !== text) await writeFile(file, whole);
  const lines = whole.slice(header.length).split("\n").slice(0, -1);
  const results: TrialResult[] = lines.map((line) => resultSchema.parse(JSON.parse(line)));
  const idOf = (trial: ModelTrial) => `${trial.objective}: ${trialName(trial)}`;
  const done = new Set(results.map(idOf));
  return {
    results,
    has: (trial) => done.has(idOf(trial)),
    async add(result) {
      results.push(result);
      done.add(idOf(result));
      await appendFile(file, `${JSON.stringify(result)}\n`);
    },
  };
}
