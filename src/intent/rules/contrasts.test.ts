import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import { wellKnown } from "../../catalog/testing/well-known.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";

const catalog = createCatalog(wellKnown, { ...NOTHING_KNOWN, names: fewNames });
const parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });

test.each([
  ["like Die Hard but a woman on the run", ["a woman on the run"]],
  ["like Rocky but with fishermen", ["fishermen"]],
  ["Rocky but make it about fishermen", []],
])("what is to be otherwise than in a film has to be: %s", (text, about) => {
  const { about: searched, keywordsIn, ideally, similarTo } = parser.read(text);
  expect(similarTo).toHaveLength(1);
  expect([...searched, ...keywordsIn]).toEqual(about.length > 0 ? about : ["fishermen"]);
  expect(ideally).toEqual([]);
});

test("what is left over besides only orders", () => {
  expect(parser.read("something like Rocky with fishermen")).toMatchObject({
    about: [],
    ideally: ["fishermen"],
  });
});

test("where it is set is no evening of whoever asks", () => {
  expect(parser.read("like Die Hard but on a train").keywordsIn).toEqual(["trains"]);
});

test("who they are is no year", () => {
  const { shifts, keywordsIn } = parser.read("like Amelie but older people");
  expect(shifts).toEqual([]);
  expect(keywordsIn).toEqual(["growing old"]);
});

test("what will do as well is not ruled out", () => {
  const { keywordsIn, keywordsOut } = parser.read("like Rocky except in space is fine too");
  expect(keywordsIn).toEqual([]);
  expect(keywordsOut).toEqual([]);
});
