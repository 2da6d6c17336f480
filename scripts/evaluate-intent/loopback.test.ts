import { expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/catalog.ts";
import { emptyRequest, requestSchema } from "../../src/intent/request.ts";
import { createRuleParser } from "../../src/intent/rules/rule-parser.ts";
import { readWords } from "../../src/intent/words.ts";
import { CASES, measureLoopback } from "./loopback.ts";

const TEXTS = ["a comedy", "something from the 80s"].map((text) => ({
  text,
  expected: { ...emptyRequest(), genresIn: ["War" as const] }, // which no rule would read there
  labelled: new Set(requestSchema.keyof().options),
}));

test("each case is the fault it is called by, and not another that comes to the same reading", async () => {
  const rules = createRuleParser({
    words: await readWords("data/words"),
    catalog: createCatalog([]),
    thisYear: 2026,
  });
  const cases = ["right", "right, in a fence after thoughts", "right, takes no schema", "cut off", "refuses"];
  const chosen = Object.fromEntries(
    [...cases, "breaks the schema", "down"].map((name) => [name, CASES[name]!]),
  );
  const measured = await measureLoopback(TEXTS, rules, 2018, chosen);
  expect(
    measured.map(({ name, requests, fellBack, scores }) => [name, requests, fellBack, scores.entirelyRight]),
  ).toEqual([
    ["right", 2, 0, 1],
    ["right, in a fence after thoughts", 2, 0, 1],
    ["right, takes no schema", 3, 0, 1],
    ["cut off", 4, 2, 0],
    ["refuses", 2, 2, 0],
    ["breaks the schema", 4, 2, 0],
    ["down", 6, 2, 0],
  ]);
});
