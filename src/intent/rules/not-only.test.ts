/** What is neither asked for nor ruled out: "not just car chases", "more to it than gore". */
import { describe, expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin"]);
const outcome = (text: string) => {
  const { kind, genresIn, genresOut, keywordsIn, keywordsOut, about, ideally } = parser.read(text);
  return { kind, genresIn, genresOut, keywordsIn, keywordsOut, about, ideally };
};
const horror = {
  kind: "request",
  genresIn: ["Horror"],
  genresOut: [],
  keywordsIn: [],
  keywordsOut: [],
  about: [],
  ideally: [],
};

describe("what stands behind such words is left open", () => {
  test.each([
    "Horror. Not just zombies please",
    "horror, not just zombies and vampires",
    "horror that isnt merely about zombies",
    "horror that doesn't rely only on zombies",
    "horror, and i don't mean just zombies",
    "horror that's not all about zombies",
    "horror, not exclusively zombies",
    "horror with more than just zombies",
    "horror that has more depth to it than zombies",
    "Horror that goes beyond zombies",
    "horror beyond the usual zombies",
    "horror where it's not just zombies",
  ])("%s", (text) => {
    expect(outcome(text)).toEqual(horror);
  });

  test("languages and people as well", () => {
    expect(parser.read("a western, not just american films")).toMatchObject({ countries: [], languages: [] });
    expect(parser.read("kung fu movies, not just Bruce Lee")).toMatchObject({ peopleIn: [], peopleOut: [] });
  });
});

test.each([
  "a film that's not just funny but moving",
  "not only funny but also moving",
  "It should be not just funny, but moving too",
])("both are asked for where one is only the first: %s", (text) => {
  expect(parser.read(text).moodsIn).toEqual(["funny", "sad"]);
});

test("not just any is one of them", () => {
  expect(parser.read("I want not just any horror film").genresIn).toEqual(["Horror"]);
});

test("where nothing else is said, what was asked for before no longer holds", () => {
  expect(parser.read("not just comedies")).toMatchObject({
    kind: "request",
    refinement: "adjust",
    drops: ["genres"],
    genresIn: [],
  });
  expect(parser.read("it's not just a comedy").drops).toEqual([]);
});
