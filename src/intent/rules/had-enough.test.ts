/** Sorts of films of which somebody has had enough, where more is said of them. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin"]);

test.each([
  "I am so tired of horror that's just gore and jump scares. Give me something with atmosphere.",
  "Fed up with horror movies that rely on gore, please help",
  "I hate horror where it is all gore. What else is there?",
])("whoever is tired of a sort only where it is so asks for that sort: %s", (text) => {
  const { genresIn, genresOut, keywordsOut } = parser.read(text);
  expect({ genresIn, genresOut }).toEqual({ genresIn: ["Horror"], genresOut: [] });
  expect(keywordsOut).toContain("gore");
});

test("where another sort is asked for it is not, and is not refused as a whole", () => {
  const { genresIn, genresOut } = parser.read(
    "I am tired of horror movies where nobody thinks. A comedy please",
  );
  expect({ genresIn, genresOut }).toEqual({ genresIn: ["Comedy"], genresOut: [] });
});

test("a sort of which no more is said is refused", () => {
  expect(parser.read("I am tired of horror. Something with robots please").genresOut).toEqual(["Horror"]);
});
