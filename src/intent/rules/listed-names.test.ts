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
  ["Alien, Moon, Seven, Amelie", ["Alien", "Moon", "Seven", "Amelie"]],
  ["fight club / rocky / die hard", ["Fight Club", "Rocky", "Die Hard"]],
  ["Amelie. Rocky. Moon.", ["Amelie", "Rocky", "Moon"]],
])("a message of nothing but titles asks for their like: %s", (text, titles) => {
  expect(parser.read(text)).toMatchObject({
    kind: "request",
    similarTo: titles,
    keywordsIn: [],
    ideally: [],
  });
});

test("words that ask for something are no titles beside one another", () => {
  expect(parser.read("horror, romance, aliens").similarTo).toEqual([]);
});

test("what was done is ruled out, by plain words and by a part of its title as well", () => {
  const { request, judged } = parser.understand("a boxing film, done rocky, fight club and spotless mind");
  expect(request).toMatchObject({ keywordsIn: ["boxing"], ideally: [] });
  expect(judged.map(({ title }) => title)).toEqual([
    "Rocky",
    "Fight Club",
    "Eternal Sunshine of the Spotless Mind",
  ]);
});

test("what else is asked for behind a list is no title", () => {
  expect(parser.read("I've seen Rocky, anything else?").titlesOut).toEqual(["Rocky"]);
});

test.each([
  ["I can't do the ones we saw together (Rocky, Fight Club) but I want a boxing film", []],
  ["a boxing film, but not the big ones (Rocky, Fight Club)", []],
  ["I've seen the obvious: Rocky, Fight Club. More boxing please", []],
  ["Already watched: Rocky, Fight Club. Want boxing", []],
  ["done the obvious boxing ones, Rocky, Fight Club", []],
])("what stands before brackets or a colon is said of the films behind it: %s", (text, liked) => {
  expect(parser.read(text)).toMatchObject({
    titlesOut: ["Rocky", "Fight Club"],
    similarTo: liked,
    favourites: liked,
    keywordsIn: ["boxing"],
  });
});

test("films in brackets are loved where that is said before", () => {
  expect(parser.read("I love weird ones (Amelie, Fight Club), a boxing film please").favourites).toEqual([
    "Amelie",
    "Fight Club",
  ]);
});
