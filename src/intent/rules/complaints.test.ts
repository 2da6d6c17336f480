import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const { read } = await parserOf(["Goodfellas"]);

test.each([
  ["I'm bored of war movies about heroes. something about the people back home", ["War"]],
  ["tired of horror movies with jump scares, give me something", ["Horror"]],
  ["sick of westerns where nobody talks, any suggestions", ["Western"]],
])("%s: another of them", (text, genresIn) => {
  expect(read(text)).toMatchObject({ kind: "request", genresIn, genresOut: [] });
});

test("films about something are a kind as well", () => {
  const asked = read("tired of spy movies with silly gadgets, something more realistic");
  expect(asked.keywordsOut).toContain("gadgets");
  expect(asked.keywordsIn).toContain("espionage");
});

test("what is complained of in them is ruled out", () => {
  expect(read("tired of horror movies with jump scares, give me something").keywordsOut).toEqual([
    "jump scares",
  ]);
});

test("the contrary of what is complained of is asked for", () => {
  const text = "sick of all these romcoms where they end up together, give me one where they don't";
  expect(read(text)).toMatchObject({
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
  expect(read(text).genresOut).toEqual(genresOut);
});
