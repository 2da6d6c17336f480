/** Those whom a film is to be about, beside those who watch it. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Heat", "Ronin", "It", "Girl"]);

test.each([
  "films about kids",
  "crime movies about missing kids",
  "bleak crime movies, missing kids, small town",
  "a drama about a mother and her kids",
  "something about being alone",
  "movies about couples",
])("who is told of watches nothing: %s", (text) => {
  expect(parser.read(text).audience).toBe("any");
});

test.each([
  ["films for kids", "kids"],
  ["something about dragons for my kids", "kids"],
  ["I worry about the kids, something fit for them", "kids"],
  ["a movie with my kids", "kids"],
  ["watching alone tonight, a thriller", "solo"],
] as const)("who a film is for still counts: %s", (text, audience) => {
  expect(parser.read(text).audience).toBe(audience);
});

test.each([
  ["I had never watched a single Korean film until Heat, what next", { languages: ["ko"], languagesOut: [] }],
  ["I have never liked westerns until I saw Heat, more please", { genresIn: ["Western"], genresOut: [] }],
  ["I never watch westerns, a drama", { genresIn: ["Drama"], genresOut: ["Western"] }],
])("what somebody did not know until a film is what they have come to: %s", (text, expected) => {
  expect(parser.read(text)).toMatchObject(expected);
});

test.each([
  ["heist films, not interested in Heat / Ronin type stuff", ["Heat", "Ronin"]],
  ["heist films, no interest in Heat or Ronin", ["Heat", "Ronin"]],
  ["a heist film, nothing like Ronin", ["Ronin"]],
  ["heist movies, not IT", ["It"]],
])("what films are not to be like is refused: %s", (text, refused) => {
  const { similarTo, titlesOut } = parser.read(text);
  expect({ similarTo, titlesOut }).toEqual({ similarTo: [], titlesOut: refused });
});

test.each([
  ["a heist film, preferably with Tom Hanks", { peopleIn: [], ideally: ["Tom Hanks"] }],
  ["a heist film with Tom Hanks", { peopleIn: ["Tom Hanks"] }],
])("who would be welcome is no condition: %s", (text, expected) => {
  expect(parser.read(text)).toMatchObject(expected);
});

test("who meets somebody in a story is likened to nobody", () => {
  const text = "movie where a family lives in a bunker for years and the son comes up and meets a girl";
  expect(parser.read(text).similarTo).toEqual([]);
});

test("thrillers of a decade with somebody are no story that all of them have to tell", () => {
  const { about, yearFrom, peopleIn } = parser.read("tom hanks thriller from the 90s");
  expect({ about, yearFrom, peopleIn }).toEqual({ about: [], yearFrom: 1990, peopleIn: ["Tom Hanks"] });
});
