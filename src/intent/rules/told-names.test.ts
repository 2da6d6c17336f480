/** Films that go by a plain word or somebody's name, told by what is said of them. */
import { describe, expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import { movie } from "../../catalog/testing/movie.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";

const titles = [
  "Columbus",
  "Moon",
  "Once",
  "Perfect Days",
  "Big Night",
  "Amelie",
  "Heat",
  "It",
  "Last Night",
];
const movies = titles.map((title, i) => movie(`m${i}`, title, 1980 + i, 2000));
const LAST_NIGHT = ["last", "night"];
const names = {
  ...fewNames,
  isOrdinary: (word: string) => fewNames.isOrdinary(word) || LAST_NIGHT.includes(word),
  isPlain: (word: string) => fewNames.isPlain(word) || LAST_NIGHT.includes(word),
};
const catalog = createCatalog(movies, { ...NOTHING_KNOWN, names });
const parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });

test.each([
  "Moon was perfect, also Perfect Days and Columbus. What else?",
  "Perfect Days is wonderful, and so are Columbus and Moon. Any others?",
  "Columbus, Moon and Perfect Days were just what I needed. Any others?",
  "Perfect Days is amazing, same with Moon and Columbus. What else is there?",
])("a list goes on behind what is said of the first: %s", (text) => {
  const { favourites, peopleIn, ideally } = parser.read(text);
  expect({ favourites: [...favourites].sort(), peopleIn, ideally }).toEqual({
    favourites: ["Columbus", "Moon", "Perfect Days"],
    peopleIn: [],
    ideally: [],
  });
});

test("what is said against the first is, too", () => {
  expect(parser.read("Moon was boring, also Columbus and Perfect Days. Something with action")).toMatchObject(
    {
      favourites: [],
      titlesOut: ["Moon", "Columbus", "Perfect Days"],
    },
  );
  expect(parser.read("Perfect Days was great, also not Columbus please").favourites).toEqual([
    "Perfect Days",
  ]);
});

describe("a film is one of which is said", () => {
  test.each([
    ["Big Night is a classic. What else is there about kitchens?", "Big Night"],
    ["Big Night gets it right. Other films about chefs?", "Big Night"],
    ["Heat sets the standard for me. More heists?", "Heat"],
    ["Perfect Days really captures what it's like. Other toilet films?", "Perfect Days"],
    ["Perfect Days is the funniest thing ever made. Others?", "Perfect Days"],
    ["Moon nails it. Other films in space?", "Moon"],
    ["Perfect Days is probably my favourite of them all. What next?", "Perfect Days"],
    ["Amelie (original obvs) = masterpiece. What should I see next?", "Amelie"],
    ["Moon (the old one) = genius. What next?", "Moon"],
    ["Perfect Days has to be the best one I've ever seen. Anything else?", "Perfect Days"],
  ])("that it is good: %s", (text, title) => {
    expect(parser.read(text)).toMatchObject({
      kind: "request",
      favourites: [title],
      standings: [],
      titlesOut: [],
    });
  });

  test.each([
    "Big Night gets it wrong. Other films about chefs?",
    "Big Night is a classic, I know, but I can't get into it. Films about chefs?",
    "Moon (the remake) = trash. Films about chefs?",
    "Moon was boring. Films about chefs?",
  ])("and none to be like where it is bad: %s", (text) => {
    expect(parser.read(text)).toMatchObject({ favourites: [], similarTo: [] });
  });

  test("and where one began with it", () => {
    expect(parser.read("Into quiet dramas ever since Moon came out, what next?").similarTo).toEqual(["Moon"]);
    expect(parser.read("Into quiet dramas since Moon came out, what next?").similarTo).toEqual(["Moon"]);
  });
});

test("words that say something themselves are none", () => {
  expect(parser.read("Horror was great in the 80s. More of that")).toMatchObject({ favourites: [] });
  expect(parser.read("It was amazing, once more please").favourites).toEqual([]);
});

test("no words behind a film that was seen are one more", () => {
  expect(parser.read("Saw Amelie last night, it was ok. Looking for comedies").titlesOut).toEqual([]);
});
