import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readComparisons, readEvaluation, written } from "./comparisons.ts";
import { ranking, ratings, sessions } from "./testing/comparisons.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "comparisons-"));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value));

test("all files of the folder come together, sessions first, and read the same again as one file", async () => {
  await write("a.json", ratings);
  await write("b.json", ranking);
  await write("c.json", sessions);
  await writeFile(join(folder, "notes.txt"), "not a comparison");
  const comparisons = await readComparisons(folder);
  expect(comparisons).toEqual([sessions, ranking, ratings]);
  await write("evaluation.json", { comparisons });
  expect((await readEvaluation(join(folder, "evaluation.json"))).comparisons).toEqual(comparisons);
});

test("a file that is none of them is named, with what is wrong and what to do", async () => {
  await write("broken.json", { ...sessions, rows: [{ ...sessions.rows[0], scores: {} }] });
  await expect(readComparisons(folder)).rejects.toThrow(
    /broken\.json[\s\S]*ndcg10[\s\S]*npx matinee evaluate/,
  );
  await writeFile(join(folder, "broken.json"), "{");
  await expect(readComparisons(folder)).rejects.toThrow(/broken\.json cannot be read/);
});

test("without any file it says what writes one", async () => {
  await expect(readComparisons(folder)).rejects.toThrow("npm run evaluate");
  await expect(readComparisons(join(folder, "absent"))).rejects.toThrow("npm run evaluate");
});

test("what is written is read again, to six digits", async () => {
  const precise = { ...ranking, rows: ranking.rows.map((row) => ({ ...row, coverage: 1 / 3 })) };
  await writeFile(join(folder, "a.json"), written(precise));
  const [read] = await readComparisons(folder);
  expect(read).toMatchObject({ rows: precise.rows.map(({ name }) => ({ name, coverage: 0.333333 })) });
  expect(written(read!)).toBe(written(precise));
});
