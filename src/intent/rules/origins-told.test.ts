import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";

const parser = createRuleParser({
  words: await readWords("data/words"),
  catalog: createCatalog([]),
  thisYear: 2026,
});
const places = (text: string) => {
  const { languages, countries, keywordsIn } = parser.read(text);
  return [...languages, ...countries, ...keywordsIn];
};

test.each([
  "my wife's mother is visiting, she's Brazilian, a comedy",
  "my flatmate says he's half Irish and wants a crime film",
  "I'm German, a comedy please",
  "my Italian grandma wants a western",
  "our Spanish exchange student wants a comedy",
  "we met in Mexico, looking for a romantic film",
  "my boyfriend is Korean, a thriller",
  "he always picks Korean, a drama",
])("where people are from is no wish: %s", (text) => {
  expect(places(text)).toEqual([]);
});

test.each([
  ["I'm German but want something British", ["GB"]],
  ["it's a French film that I want", ["fr"]],
  ["my husband wants a Korean thriller", ["ko"]],
  ["is there anything Brazilian", ["BR"]],
  ["she loves Italian comedies", ["it"]],
])("where films are from is: %s", (text, asked) => {
  expect(places(text)).toEqual(asked);
});
