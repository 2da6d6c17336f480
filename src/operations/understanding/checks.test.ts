import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tinyParser } from "../../conversation/testing/tiny-parser.ts";
import { temporaryFolder } from "../../dataset/testing/temporary-folder.ts";
import type { IntentParser } from "../../intent/parser.ts";
import { memoryStore } from "../../store/memory.ts";
import { readCases } from "./cases.ts";
import { createChecks } from "./checks.ts";

async function casesOf(yaml: string) {
  const file = join(await temporaryFolder(), "cases.yaml");
  writeFileSync(file, yaml);
  return readCases(file);
}

const SAD_AND_WRONG = `
- says: I want to cry
  means: { moods: [sad] }
- says: a western
  means: { genres: [Comedy] }
`;
const checksOn = async (yaml: string, more: Partial<Parameters<typeof createChecks>[0]> = {}) =>
  createChecks({
    cases: await casesOf(yaml),
    rules: tinyParser,
    store: memoryStore(),
    now: () => 7,
    ...more,
  });

test("the sentences that ship are read by the rules as they must be, nearly all", async () => {
  const checks = createChecks({
    cases: await readCases("data/understanding.yaml"),
    rules: tinyParser,
    store: memoryStore(),
    now: () => 7,
  });
  expect(checks.start("rules")).toBe(true);
  await checks.idle();
  const [run] = (await checks.state()).runs;
  expect(run!.sentences).toBeGreaterThan(50);
  expect(run!.passed / run!.sentences).toBeGreaterThan(0.9);
});

test("a sentence passes when all that it means is read of it and nothing else, and what was made of others is told", async () => {
  const checks = await checksOn(SAD_AND_WRONG);
  checks.start("rules");
  await checks.idle();
  expect(await checks.state()).toMatchObject({
    sentences: 2,
    by: ["rules"],
    running: null,
    trouble: null,
    runs: [
      {
        atMs: 7,
        by: "rules",
        model: null,
        passed: 1,
        failed: [
          { says: "a western", differences: [{ field: "genres", expected: "comedy", got: "western" }] },
        ],
      },
    ],
  });
});

test("one run goes on at a time, and says how far it is", async () => {
  let answer = () => {};
  const slow: IntentParser = {
    async parse(text, signal) {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return tinyParser.parse(text, signal);
    },
  };
  const checks = await checksOn(SAD_AND_WRONG, { rules: slow });
  expect(checks.start("rules")).toBe(true);
  expect(checks.start("rules")).toBe(false);
  const doneAfterAnswer = async () => {
    answer();
    return (await checks.state()).running?.done;
  };
  expect((await checks.state()).running).toEqual({ by: "rules", done: 0 });
  await expect.poll(doneAfterAnswer).toBe(1);
  await expect.poll(doneAfterAnswer).toBeUndefined();
  expect((await checks.state()).runs).toHaveLength(1);
  expect(checks.start("rules")).toBe(true);
  await expect.poll(doneAfterAnswer).toBeUndefined();
});

test("a language model is asked afresh each time, and a sentence that it does not answer is not understood", async () => {
  let made = 0;
  const model = {
    name: "a model",
    afresh: (): IntentParser => {
      made++;
      return { parse: async () => ({ ok: false, why: "timeout" }) };
    },
  };
  const checks = await checksOn(SAD_AND_WRONG, { model });
  for (let nth = 0; nth < 2; nth++) {
    checks.start("model");
    await checks.idle();
  }
  const { runs, by } = await checks.state();
  expect(by).toEqual(["rules", "model"]);
  expect(made).toBe(2);
  expect(runs).toMatchObject([
    { by: "model", model: "a model", passed: 0 },
    { by: "model", passed: 0 },
  ]);
  expect(runs[0]!.failed[0]!.differences).toEqual([{ field: "answer", expected: "one", got: "timeout" }]);
});

test("there is no run by a model where there is none, and what cannot be kept is said", async () => {
  const store = memoryStore();
  const checks = await checksOn(SAD_AND_WRONG, {
    store: {
      runs: store.runs,
      keepRun: async () => {
        throw new Error("the disk is full");
      },
    },
  });
  expect(checks.start("model")).toBe(false);
  checks.start("rules");
  await checks.idle();
  expect(await checks.state()).toMatchObject({ running: null, trouble: "the disk is full", runs: [] });
});

test.each([
  ["- says: x\n  means: { mood: [sad] }", /mood/],
  ["- says: x\n  means: { years: soon }", /range/],
  ["[]", /understanding|cases/],
])("a file with %j is refused with what is wrong", async (yaml, why) => {
  await expect(casesOf(yaml)).rejects.toThrow(why);
});
