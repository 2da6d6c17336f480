import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../dataset/testing/temporary-folder.ts";
import type { ModelTrial } from "./model-trials.ts";
import { openTrialRecord } from "./trial-record.ts";

const trial: ModelTrial = { objective: "lists", model: "EASE", options: { regularisation: 200 } };
const result = { ...trial, scores: [0.5, 0.4, 0.3, 0.2], seconds: 3 };

test("a run that was killed in the middle of a line goes on with the whole ones", async () => {
  const file = join(await temporaryFolder(), "record.jsonl");
  await (await openTrialRecord(file, "a key")).add(result);
  await appendFile(file, '{"objective":"lists","mod');

  const record = await openTrialRecord(file, "a key");
  expect(record.results).toEqual([result]);
  expect(record.has(trial)).toBe(true);
  const other: ModelTrial = { ...trial, objective: "stars" };
  expect(record.has(other)).toBe(false);
  await record.add({ ...other, scores: [0.9], seconds: 1 });
  expect(record.has(other)).toBe(true);
  expect((await openTrialRecord(file, "a key")).results).toHaveLength(2);
  expect(await readFile(file, "utf8")).toMatch(/\}\n$/);
});

test("results of other data are not taken for these", async () => {
  const file = join(await temporaryFolder(), "record.jsonl");
  await openTrialRecord(file, "a key");
  await expect(openTrialRecord(file, "another key")).rejects.toThrow("Move it away");
});
