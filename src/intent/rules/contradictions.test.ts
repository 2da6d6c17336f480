import { beforeAll, expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { readWords } from "../words.ts";
import { createRuleParser, type RuleParser } from "./rule-parser.ts";

let parser: RuleParser;
beforeAll(async () => {
  const catalog = createCatalog([], { ...NOTHING_KNOWN });
  parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });
});

test.each([
  ["workplace movies, no police workplaces", { keywordsIn: ["workplace"], keywordsOut: ["police"] }],
  ["christmas movies, no santa", { keywordsIn: ["christmas"], keywordsOut: ["santa"] }],
  ["teen movies, no high school", { about: ["teen"], keywordsOut: ["high school"] }],
  ["a christmas film that isnt really a christmas film", { keywordsIn: ["christmas"], keywordsOut: [] }],
  [
    "westerns with john wayne tired him so no wayne",
    { peopleIn: [], peopleOut: ["John Wayne"], keywordsOut: [] },
  ],
])("what is asked for stands beside what is ruled out in its name: %s", (text, read) => {
  expect(parser.read(text)).toMatchObject(read);
});

test("what is asked for and ruled out by the same word, beside something else, is ruled out", () => {
  expect(parser.read("a comedy about christmas, but no christmas")).toMatchObject({
    keywordsIn: [],
    keywordsOut: ["christmas"],
  });
});

test("what would be preferred only orders, a mood too", () => {
  expect(parser.read("70s sci fi, preferably weird and funny").moodsIn).toEqual([]);
});

test("what a story is told to be without is ruled out", () => {
  const { about, keywordsOut } = parser.read(
    "movie where someone is stuck alone in the wilderness and has to survive, but not a plane crash",
  );
  expect(keywordsOut).toEqual(["plane crash"]);
  expect(about.join()).not.toContain("plane");
});

test("what somebody only likes is what is asked for with them", () => {
  expect(parser.read("something to watch with my dad, who only likes sharks").keywordsIn).toEqual(["sharks"]);
});

test("who is there is no wish: a blanket and a cat", () => {
  expect(parser.read("something funny, me, a blanket and a cat who hates me").keywordsIn).toEqual([]);
});

test("short things side by side tell no story", () => {
  expect(parser.read("80s action, cheesy, under 100 min, beers w the lads")).toMatchObject({
    yearFrom: 1980,
    runtimeTo: 100,
  });
});
