import { beforeAll, expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import { readWords } from "../words.ts";
import { createRuleParser, type RuleParser } from "./rule-parser.ts";

let parser: RuleParser;
beforeAll(async () => {
  const titles = [
    "Bridesmaids",
    "Jaws",
    "Mean Girls",
    "Clueless",
    "The Exorcist",
    "The Omen",
    "Parasite",
    "Knives Out",
    "Possession",
  ];
  const movies = titles.map(
    (title, at): Movie => ({
      id: `tt${at}`,
      title,
      alternativeTitles: [],
      genres: [],
      year: 1990 + at,
      ratingCount: 5_000,
      meanStars: 4,
    }),
  );
  parser = createRuleParser({
    words: await readWords("data/words"),
    catalog: createCatalog(movies),
    thisYear: 2026,
  });
});

const ruledOut = (text: string) =>
  parser
    .read(text)
    .titlesOut.map((title) => title.toLowerCase())
    .sort();

test.each([
  ["girls night, bridesmaids done 100 times", ["bridesmaids"]],
  ["shark movie. jaws doesnt count", ["jaws"]],
  ["a girls night comedy, we've done mean girls and clueless to death", ["clueless", "mean girls"]],
  ["besides the exorcist and the omen, possession films", ["the exorcist", "the omen"]],
  ["everyone says parasite and knives out, a dark comedy please", ["knives out", "parasite"]],
  ["a shark film, and if you say jaws i will scream", ["jaws"]],
  ["mean girls is too obvious, a teen comedy", ["mean girls"]],
])("%s", (text, expected) => expect(ruledOut(text)).toEqual(expected));

test("what is asked for beside them still is", () => {
  expect(parser.read("shark movie. jaws doesnt count")).toMatchObject({
    keywordsIn: ["sharks"],
    ideally: [],
  });
  expect(parser.read("a girls night comedy, we've done mean girls to death")).toMatchObject({
    genresIn: ["Comedy"],
    keywordsIn: ["girls night"],
    about: [],
  });
});

test("nothing is recorded of a film that is only not meant", () => {
  expect(parser.understand("a shark film, Jaws doesn't count").judged).toEqual([]);
});

test.each(["horror done to death", "a film that is out of this world", "a clown who is off the table"])(
  "%s names no film",
  (text) => expect(ruledOut(text)).toEqual([]),
);
