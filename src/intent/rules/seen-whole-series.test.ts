import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { movie } from "../../catalog/testing/movie.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";

const movies = [
  movie("k1", "Knives Out", 2019, 9000),
  movie("k2", "Glass Onion: A Knives Out Mystery", 2022, 8000),
  movie("h", "Heat", 1995, 9000),
];
const catalog = createCatalog(movies, {
  ...NOTHING_KNOWN,
  factsOf: (id) =>
    id === "h"
      ? undefined
      : { series: { value: { name: "Knives Out", place: Number(id[1]) }, source: "by hand" } },
});
const parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });

test.each([
  "like knives out, seen both",
  "something like Knives Out, already did the whole trilogy",
  "movies like Knives Out, I've watched the entire series",
  "like knives out, seen all three",
])("whoever knows all of a series gets none of it: %s", (text) => {
  const { similarTo, titlesOut } = parser.read(text);
  expect(similarTo).toEqual(["Knives Out"]);
  expect(titlesOut.map((title) => title.toLowerCase())).toEqual(["knives out"]);
});

test.each([
  "like knives out",
  "like knives out, seen both times it was on TV with dad",
  "like Heat, seen both",
  "loved Knives Out and Heat, seen both",
])("else nothing is ruled out: %s", (text) => {
  expect(parser.read(text).titlesOut).not.toContain("Knives Out");
});
