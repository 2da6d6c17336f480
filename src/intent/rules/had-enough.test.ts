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

test.each([
  ["I'm bored of war movies about heroes. something about the people back home", ["War"]],
  ["tired of horror movies with jump scares, give me something", ["Horror"]],
  ["sick of westerns where nobody talks, any suggestions", ["Western"]],
])("%s: another of them", (text, genresIn) => {
  expect(parser.read(text)).toMatchObject({ kind: "request", genresIn, genresOut: [] });
});

test("films about something are a kind as well", () => {
  const asked = parser.read("tired of spy movies with silly gadgets, something more realistic");
  expect(asked.keywordsOut).toContain("gadgets");
  expect(asked.keywordsIn).toContain("espionage");
});

test("what is complained of in them is ruled out", () => {
  expect(parser.read("tired of horror movies with jump scares, give me something").keywordsOut).toEqual([
    "jump scares",
  ]);
});

test("the contrary of what is complained of is asked for", () => {
  const text = "sick of all these romcoms where they end up together, give me one where they don't";
  expect(parser.read(text)).toMatchObject({
    genresIn: ["Comedy", "Romance"],
    genresOut: [],
    about: ["they dont end up together"],
  });
});

test.each([
  ["I'm sick of war movies, something funny", ["War"]],
  ["tired of horror movies with jump scares, a comedy please", ["Horror"]],
  ["sick of war movies with heroes", ["War"]],
])("%s: none of them", (text, genresOut) => {
  expect(parser.read(text).genresOut).toEqual(genresOut);
});
