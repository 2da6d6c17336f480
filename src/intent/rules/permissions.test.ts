/** What is only let pass is not asked for: "subtitles no problem", "foreign is great", "could be black and white". */
import { describe, expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin"]);
const outcome = (text: string) => {
  const { kind, genresIn, keywordsIn, keywordsOut, moodsIn, languages, languagesOut, about, ideally } =
    parser.read(text);
  return { kind, genresIn, keywordsIn, keywordsOut, moodsIn, languages, languagesOut, about, ideally };
};
const western = {
  kind: "request",
  genresIn: ["Western"],
  keywordsIn: [],
  keywordsOut: [],
  moodsIn: [],
  languages: [],
  languagesOut: [],
  about: [],
  ideally: [],
};

describe("beside what is asked for", () => {
  test.each([
    "Recommend westerns. Foreign is great!",
    "a western. Non english totally ok",
    "westerns, Subtitles no problem",
    "a western, subtitles okay",
    "westerns (subs ok)",
    "a western (foreign ok)",
    "westerns, happy to read subtitles",
    "a western, no worries about subtitles",
    "a western, not scared of subtitles",
    "a western, subtitles dont scare me",
    "I want a western and foreign is fine",
    "a western, age doesn't matter",
    "a western, old is good",
    "a western, however old",
    "a western, even if it's old",
    "westerns. Zombies totally fine",
    "a western, zombies not an issue",
    "a western, zombies aren't a dealbreaker",
    "a western, can be romantic",
    "a western, could be black and white",
    "westerns, i can take or leave zombies",
  ])("%s", (text) => {
    expect(outcome(text)).toEqual(western);
  });

  test("what is preferred is a wish, and what is only let pass beside it none", () => {
    expect(outcome("movies about zombies, true stories preferred but fiction is ok")).toMatchObject({
      keywordsIn: ["zombies", "based on a true story"],
      ideally: [],
    });
    expect(outcome("westerns, foreign preferred").languagesOut).toEqual(["en"]);
    expect(outcome("would love something foreign, a western").languagesOut).toEqual(["en"]);
    expect(outcome("something foreign and great, a western").languagesOut).toEqual(["en"]);
  });

  test("but not what is a condition of it", () => {
    expect(outcome("a western, fine with violence as long as there are no zombies").keywordsOut).toEqual([
      "zombies",
    ]);
  });
});

test.each([
  ["something scary is fine", { moodsIn: ["scary"] }],
  ["a western ok", { genresIn: ["Western"] }],
  ["ok, a western", { genresIn: ["Western"] }],
  ["no horror, westerns ok", { genresIn: ["Western"] }],
  ["date night, could be a western", { genresIn: ["Western"] }],
  ["great zombies, a western", { keywordsIn: ["zombies"] }],
])("where nothing else is asked for, or it is no permission, it is a wish: %s", (text, asked) => {
  expect(outcome(text)).toMatchObject(asked);
});

test.each(["subtitles are fine", "Foreign is great!", "non english ok"])(
  "said alone, %s gives up the languages that were asked for, and asks for no other",
  (text) => {
    expect(parser.read(text)).toMatchObject({
      kind: "request",
      refinement: "adjust",
      drops: ["languages"],
      languagesOut: [],
      keywordsIn: [],
    });
  },
);
