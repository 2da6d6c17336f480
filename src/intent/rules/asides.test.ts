import { beforeAll, describe, expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import type { MovieRequest } from "../request.ts";
import { readWords } from "../words.ts";
import { createRuleParser, type RuleParser } from "./rule-parser.ts";

let parser: RuleParser;
beforeAll(async () => {
  const titled = ["Jaws", "Alien", "Jurassic Park"].map((title, i) => ({
    id: `m${i}`,
    title,
    year: 1975 + i,
    genres: [],
    alternativeTitles: [],
    alternativeYears: [],
    ratingCount: 100_000,
    meanStars: 4,
    tmdbId: 0,
  }));
  const catalog = createCatalog(titled, { ...NOTHING_KNOWN, names: fewNames });
  parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });
});

const cases = (list: readonly (readonly [string, Partial<MovieRequest>])[]) =>
  test.each(list)("%s", (text, expected) => expect(parser.read(text)).toMatchObject(expected));

describe("what upsets somebody is not asked for", () => {
  cases([
    [
      "my 7 yo loves dinosaurs but Jurassic Park scares him",
      { moodsIn: [], titlesOut: ["Jurassic Park"], keywordsIn: ["dinosaurs"], audience: "kids" },
    ],
    ["my son loves space but Alien gives him nightmares", { moodsIn: [], titlesOut: ["Alien"] }],
    [
      "clowns scare me, a horror film without them",
      { keywordsOut: ["clowns"], genresIn: ["Horror"], moodsOut: [] },
    ],
    ["musicals bore my husband, he likes crime films", { genresOut: ["Musical"], genresIn: ["Crime"] }],
  ]);
});

describe("what is to upset whoever asks is", () => {
  cases([
    ["something that scares me", { moodsIn: ["scary"], moodsOut: [] }],
    ["movies to scare us", { moodsIn: ["scary"] }],
  ]);
});

describe("what somebody cannot bear is ruled out", () => {
  cases([
    [
      "my 5 year old is scared of witches, a princess film",
      { keywordsIn: ["princesses"], keywordsOut: ["witches"] },
    ],
    ["my son is afraid of the dark, an animated film", { moodsIn: [], moodsOut: ["dark"] }],
    ["clowns freak her out, a horror film", { genresIn: ["Horror"], keywordsOut: ["clowns"] }],
    ["she finds westerns dull, an adventure", { genresIn: ["Adventure"], genresOut: ["Western"] }],
    [
      "a sci-fi for my mom who thinks sci-fi is silly",
      { genresIn: ["Sci-Fi"], genresOut: [], keywordsIn: [] },
    ],
    ["my dad falls asleep if it's slow", { keywordsIn: [], keywordsOut: ["slow burn"] }],
  ]);
});

describe("what is drawn for adults is not for children", () => {
  cases([
    ["an animated film for adults", { genresIn: ["Animation"], genresOut: ["Children"] }],
    ["animation for grown-ups", { genresOut: ["Children"] }],
    ["a comedy for adults", { genresOut: [] }],
  ]);
});

describe("what is left over orders where much else is asked for", () => {
  cases([
    ["a dark comedy with zombies, my flatmate keeps humming opera tunes loudly", { about: [] }],
    ["a house lifted by balloons floats to south america", { about: [expect.stringContaining("balloons")] }],
  ]);
});

describe("what is let pass is asked for only where nothing else is", () => {
  cases([
    ["i don't mind subtitles, a thriller", { genresIn: ["Thriller"], keywordsIn: [], languagesOut: [] }],
    ["something set in Tokyo, I don't mind violence", { keywordsIn: ["tokyo"] }],
    ["slow pace is fine, a good drama", { genresIn: ["Drama"], keywordsIn: [], ideally: [] }],
    ["dark humour is welcome, a crime film", { genresIn: ["Crime"], moodsIn: [] }],
    ["I don't mind horror or thrillers", { genresIn: ["Horror", "Thriller"] }],
    ["I wouldn't mind a western", { genresIn: ["Western"] }],
  ]);
});

describe("what somebody has to do besides is not what they want to see", () => {
  cases([
    ["someone has to catch a train, so a comedy", { genresIn: ["Comedy"], keywordsIn: [] }],
    ["i need to laugh", { moodsIn: ["funny"] }],
    ["a film that has to do with trains", { keywordsIn: ["trains"] }],
  ]);
});

describe("a denial goes on behind or, and no further", () => {
  cases([
    [
      "avoid anything too violent or with sexual content",
      { keywordsIn: [], keywordsOut: ["violence", "nudity"] },
    ],
    [
      "nothing gory or with animals dying, horror",
      { genresIn: ["Horror"], keywordsOut: ["gore", "an animal dies"] },
    ],
    ["no gore or zombies, a comedy", { genresIn: ["Comedy"], keywordsOut: ["gore", "zombies"] }],
    ["no ghosts, zombies or vampires", { keywordsOut: ["ghosts", "zombies", "vampires"] }],
  ]);
});
