/** What films are not to be like, and words that liken nothing. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Heat", "Ronin", "It", "Girl", "I", "Three", "All Three"]);

test.each([
  ["heist films, not interested in Heat / Ronin type stuff", ["Heat", "Ronin"]],
  ["heist films, no interest in Heat or Ronin", ["Heat", "Ronin"]],
  ["a heist film, nothing like Ronin", ["Ronin"]],
  ["heist movies, not IT", ["It"]],
])("what films are not to be like is refused: %s", (text, refused) => {
  const { similarTo, titlesOut } = parser.read(text);
  expect({ similarTo, titlesOut }).toEqual({ similarTo: [], titlesOut: refused });
});

test("who meets somebody in a story is likened to nobody", () => {
  const text = "movie where a family lives in a bunker for years and the son comes up and meets a girl";
  expect(parser.read(text).similarTo).toEqual([]);
});

test("whoever says I names no film of that name", () => {
  expect(parser.read("Watched Heat, then Ronin and I think I want more like these").similarTo).not.toContain(
    "I",
  );
});

test("who counts films names none", () => {
  const counted = [...parser.read("a thriller like Heat, seen all three").titlesOut];
  expect(counted).toEqual([]);
});
