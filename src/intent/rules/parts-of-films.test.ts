/** What a film is made of is no film, though one is called so, or nearly so. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["The Waiting", "The Score", "Passing", "Heat"]);

test.each([
  "loved the acting, something shorter",
  "loved the score, more like that",
  "loved the pacing, give me another",
])("%s", (text) => {
  expect(parser.read(text)).toMatchObject({ favourites: [], titlesOut: [], similarTo: [] });
});

test.each([
  ["loved The Score, something like it", "The Score"],
  ["loved heat, something shorter", "Heat"],
])("%s names a film", (text, title) => {
  const { favourites, similarTo } = parser.read(text);
  expect([...favourites, ...similarTo]).toContain(title);
});
