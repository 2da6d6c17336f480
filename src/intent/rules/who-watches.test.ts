import { beforeAll, expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { readWords } from "../words.ts";
import { createRuleParser, type RuleParser } from "./rule-parser.ts";

let parser: RuleParser;
beforeAll(async () => {
  parser = createRuleParser({
    words: await readWords("data/words"),
    catalog: createCatalog([]),
    thisYear: 2026,
  });
});

/** As a post: behind a title line, and before a closing sentence. */
const audienceOf = (told: string) =>
  parser.read(
    `Good westerns from any decade?\n${told} I have been on a real western kick lately and could use some more of them.`,
  ).audience;

test.each([
  "My brother spoils every ending.",
  "I have three kids and no time.",
  "My mom rented them in secret.",
  "My boyfriend is a dentist.",
  "My husband votes for another one.",
  "I have seen the famous ones with my nephews.",
  "The kids are at school.",
  "I am doing a family history project.",
])("who is only told of does not watch: %s", (told) => expect(audienceOf(told)).toBe("any"));

test.each([
  ["It is for my dad.", "family"],
  ["My daughter loves horses.", "kids"],
  ["My wife and I watch one every week.", "date"],
  ["We are having friends over.", "group"],
  ["My kids are 5 and 8.", "kids"],
  ["My son is a big fan of horses.", "kids"],
  ["It has to be family friendly.", "family"],
  ["It is for date night.", "date"],
])("who watches is heard: %s", (told, audience) => expect(audienceOf(told)).toBe(audience));
