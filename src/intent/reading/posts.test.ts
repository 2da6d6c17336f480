import { beforeAll, expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { createRuleParser, type RuleParser } from "../rules/rule-parser.ts";
import { readWords } from "../words.ts";
import type { Context } from "./context.ts";
import { createReading } from "./read.ts";

const catalog = createCatalog([]);
const context: Context = {
  phase: "suggesting",
  shown: () => [],
  listed: [],
  isWeighed: false,
  isElsewhere: false,
};
let rules: RuleParser;
beforeAll(async () => {
  rules = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });
});
const kindsOf = (text: string) =>
  createReading({ catalog, rules })(text, context).acts.map(({ kind }) => kind);

test.each([
  "Spy thrillers with a bit of humour?\nI have a long weekend coming. The first Bond is next on my list so skip that, whatever people say. I also like trains.",
  "Which western is the best for a beginner?\nI never saw one before, not a series please, only films. My grandfather had them all on tape and I regret not asking him.",
])("a post asks, whatever a sentence of it would say alone: %s", (text) => {
  expect(kindsOf(text)).toEqual(["ask"]);
});

test("what a message does with a list it does where it is no post", () => {
  expect(kindsOf("Spy thrillers. What is on my list?")).not.toEqual(["ask"]);
});
