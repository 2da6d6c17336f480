import { beforeAll, expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import type { FilmFacts } from "../../catalog/film-facts.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import type { Movie } from "../../catalog/movie.ts";
import { readWords } from "../words.ts";
import { createRuleParser, type RuleParser } from "./rule-parser.ts";

const by = (...value: string[]) => ({ value, source: "by hand" as const });
const FACTS: readonly FilmFacts[] = [
  { composers: by("Hans Zimmer"), cinematographers: by("Roger Deakins") },
  { directors: by("Jean-Pierre Dardenne", "Luc Dardenne") },
  { directors: by("Jean-Pierre Dardenne", "Luc Dardenne") },
  { cast: by("Betty White") },
];

let parser: RuleParser;
beforeAll(async () => {
  const movies = FACTS.map(
    (_, at): Movie => ({
      id: `tt${at}`,
      title: `Nothing ${at}`,
      alternativeTitles: [],
      genres: [],
      ratingCount: 40_000,
      meanStars: 4,
    }),
  );
  const factsOf = (id: string) => FACTS[Number(id.slice(2))];
  const catalog = createCatalog(movies, { ...NOTHING_KNOWN, factsOf });
  parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });
});

test.each([
  ["sci fi no hans zimmer", { peopleOut: ["Hans Zimmer"], keywordsOut: [] }],
  ["a Zimmer score", { peopleIn: ["Zimmer (composer)"], keywordsIn: [] }],
  ["anything hans zimmer did the music for", { peopleIn: ["Hans Zimmer (composer)"], medium: "film" }],
  ["anything zimmer scored", { peopleIn: ["Zimmer (composer)"] }],
  ["something Deakins shot", { peopleIn: ["Deakins (cinematographer)"], about: [] }],
  ["the dardenne brothers", { peopleIn: ["Dardenne Brothers"], about: [] }],
  ["I relax with... Zimmer, anything sad", { peopleIn: [] }],
  ["black and white noir", { peopleIn: [], keywordsIn: ["black and white"] }],
])("%s", (text, expected) => expect(parser.read(text)).toMatchObject(expected));

test.each([
  "Betty White is NOT a chef, show me a comedy",
  "a comedy, Betty White isnt a chef",
  "a comedy because Betty White was never the boss",
])(
  "of whom it is only told what they are not, neither they nor that is asked for or ruled out: %s",
  (text) => {
    const { peopleIn, peopleOut, titlesOut, keywordsOut, genresIn } = parser.read(text);
    expect({ peopleIn, peopleOut, titlesOut, keywordsOut }).toEqual({
      peopleIn: [],
      peopleOut: [],
      titlesOut: [],
      keywordsOut: [],
    });
    expect(genresIn).toEqual(["Comedy"]);
  },
);

test.each([
  ["a heist film, preferably with Tom Hanks", { peopleIn: [], ideally: ["Tom Hanks"] }],
  ["a heist film with Tom Hanks", { peopleIn: ["Tom Hanks"] }],
])("who would be welcome is no condition: %s", (text, expected) => {
  expect(parser.read(text)).toMatchObject(expected);
});

test("thrillers of a decade with somebody are no story that all of them have to tell", () => {
  const { about, yearFrom, peopleIn } = parser.read("tom hanks thriller from the 90s");
  expect({ about, yearFrom, peopleIn }).toEqual({ about: [], yearFrom: 1990, peopleIn: ["Tom Hanks"] });
});
