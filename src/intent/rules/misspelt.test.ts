/** Sorts of films that are misspelt, where a film is called nearly so. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Romantic Comedy", "The Adventurer", "Hereditary"]);

test.each([
  ["romantic comdy", ["Comedy", "Romance"]],
  ["adventrue film", ["Adventure"]],
])("%s is a wish, and no film", (text, genresIn) => {
  const request = parser.read(text);
  expect(request).toMatchObject({ kind: "request", similarTo: [] });
  expect([...request.genresIn].sort()).toEqual(genresIn);
});

test("a title that is misspelt is looked for still", () => {
  expect(parser.read("something like Herediatry").similarTo).toEqual(["Herediatry"]);
});
