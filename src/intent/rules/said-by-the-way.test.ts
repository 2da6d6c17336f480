/** Years, days, names and numbers that a message holds by the way, and that are no wish by themselves. */
import { describe, expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { movie } from "../../catalog/testing/movie.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin", "Casino", "Zodiac"]);

describe("years that would do as well bound nothing", () => {
  test.each(["A heist movie, 80s is fine", "Recent ones welcome too. A heist movie"])("%s", (text) =>
    expect(parser.read(text)).toMatchObject({ yearFrom: 0, yearTo: 0, keywordsIn: ["heist"] }),
  );
  test("and those that are refused do", () =>
    expect(parser.read("a heist movie, nothing from the 80s")).toMatchObject({
      yearFrom: 0,
      yearsOut: [{ from: 1980, to: 1989 }],
    }));
});

test("a number with a point in it is one: no film that is called by its first digits is refused", async () => {
  const numbered = createRuleParser({
    words: await readWords("data/words"),
    catalog: createCatalog([movie("m1", "A 3", 1990, 10_000), movie("m2", "Ronin", 1998, 10_000)]),
    thisYear: 2026,
  });
  const { titlesOut, runtimeTo } = numbered.read("Would prefer not a 3.5 hour one to start with, a thriller");
  expect(titlesOut).toEqual([]);
  expect(runtimeTo).toBeGreaterThan(0);
});

describe("films that a post names", () => {
  const post = (said: string) =>
    parser.read(
      `${said} I would be happy about whatever you have, a thriller or a drama from any decade at all, really.`,
    );

  test("that are somebody's favourites are what it is to be like", () =>
    expect(
      post("A film for my dad. Casino is his favourite film ever, also loved Ronin.").favourites,
    ).toEqual(["Casino", "Ronin"]));
  test("that were tiresome are refused", () =>
    expect(post("What bored me: Casino, Zodiac. I like Ronin.").titlesOut).toEqual(["Casino", "Zodiac"]));
  test("and of which nothing is said, beside others that are loved, are known", () => {
    const { titlesOut, favourites } = post("I loved Ronin so much. My sister owns Zodiac.");
    expect({ titlesOut, favourites }).toEqual({ titlesOut: ["Zodiac"], favourites: ["Ronin"] });
  });
});

test("that something is not of a country by the way does not refuse the country", () =>
  expect(
    parser.read("Ronin was fun (I know it's not bollywood), I want to get into Bollywood films"),
  ).toMatchObject({
    languages: ["hi"],
    languagesOut: [],
  }));

test("a list that is put together asks, though the one who puts it together tells of themselves", () =>
  expect(
    parser.read(
      "I teach high school history and I am putting together a list for my students about the cold war. They have seen Ronin in my class. What else is good and reasonably accurate?",
    ).keywordsIn,
  ).toContain("cold war"));

test("what a film may not be is no plot, though it is said of those who watch", () =>
  expect(
    parser.read("They get bored easily so nothing too slow. A film about the cold war please"),
  ).toMatchObject({
    about: [],
    keywordsIn: ["cold war"],
    keywordsOut: ["slow burn"],
  }));

test("a figure of speech names no film that is called by a word of it", async () => {
  const named = await parserOf(["The Brain", "Ronin"]);
  const { similarTo } = named.read(
    "I need films I can follow with half a brain, gentle and pretty. I loved Ronin.",
  );
  expect(similarTo).toEqual([]);
});

test.each(["got any horror from the 40s?", "got something scary from the 40s"])(
  "what is asked for beside years is asked for: %s",
  (text) => {
    const { genresIn, moodsIn, yearFrom } = parser.read(text);
    expect([...genresIn, ...moodsIn]).not.toEqual([]);
    expect(yearFrom).toBe(1940);
  },
);

test.each([
  "Weird one: a western",
  "Quick question, any good westerns?",
  "ok so strange request but I need a western",
  "Hi all. Silly question, what are good westerns?",
  "anyone else obsessed with westerns?",
  "totally addicted to westerns",
])("how somebody begins says nothing of films: %s", (text) => {
  const { genresIn, moodsIn, keywordsIn, about, ideally } = parser.read(text);
  expect({ genresIn, moodsIn, keywordsIn, about, ideally }).toEqual({
    genresIn: ["Western"],
    moodsIn: [],
    keywordsIn: [],
    about: [],
    ideally: [],
  });
});

test.each([
  ["a western about a man obsessed with revenge", /obsess/],
  ["a weird western", /weird|surreal/],
])("but what it is about does: %s", (text, told) => {
  const { moodsIn, keywordsIn, about, ideally } = parser.read(text);
  expect([...moodsIn, ...keywordsIn, ...about, ...ideally].join()).toMatch(told);
});

test.each([
  ["dumb fun action from the 90s", { genresIn: ["Action"], ideally: ["mindless fun"] }],
  ["westerns with that rainy, grey feel", { genresIn: ["Western"] }],
  ["a western, want horses, snow and tumbleweed", { genresIn: ["Western"] }],
])("what is said of the manner has not to be: %s", (text, expected) =>
  expect(parser.read(text)).toMatchObject({ ...expected, keywordsIn: [] }),
);

test("a rainy day is an occasion all the same, and what is listed of what films are about is asked for", () => {
  expect(parser.read("a western for a rainy day").keywordsIn).toEqual(["rainy sunday"]);
  expect(parser.read("a western with revenge, horses and snow").keywordsIn).toContain("revenge");
});

test.each([
  ["musicals with hollywood stars from the 50s", ["Animation"]],
  ["a musical about a movie star", []],
])("stars are seen, and not drawn: %s", (text, genresOut) =>
  expect(parser.read(text)).toMatchObject({ genresIn: ["Musical"], genresOut, countries: [] }),
);
