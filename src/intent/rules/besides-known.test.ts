/** Requests that close with what somebody thinks of a film that was just named. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Heat", "Das Boot", "Ronin"]);

test.each([
  "heist movies, not Heat, watched it to death",
  "heist movies but not Heat, seen it 20 times",
  "Heist movies except Das Boot, i've seen it a million times",
  "heist films other than das boot because I've seen it too many times",
  "heist films besides Das Boot, seen that one already",
  "heist films (no Das Boot, seen it twice)",
  "heist movies, not Das Boot, hated it",
])("what is asked for first is asked for, whatever is said of the film: %s", (text) => {
  const { kind, keywordsIn, titlesOut } = parser.read(text);
  expect({ kind, keywordsIn }).toEqual({ kind: "request", keywordsIn: ["heist"] });
  expect(titlesOut.map((title) => title.toLowerCase())).toEqual([
    text.toLowerCase().includes("heat") ? "heat" : "das boot",
  ]);
});

test("a film by a name that nobody here knows is one as well", () => {
  expect(parser.read("heist movies but not wobblegate, seen it 20 times")).toMatchObject({
    kind: "request",
    keywordsIn: ["heist"],
    keywordsOut: ["wobblegate"],
  });
});

test.each([
  "not Heat, seen it",
  "Heat, seen it 20 times",
  "seen it 20 times",
  "loved the heist but not Heat, seen it",
  "great heist movies but not Heat, hated it",
])("who asks for nothing first speaks of the film: %s", (text) => {
  expect(parser.read(text).kind).toBe("feedback");
});
