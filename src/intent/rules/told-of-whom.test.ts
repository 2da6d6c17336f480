/** Those whom a film is to be about, beside those who watch it. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Heat"]);

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
