import { expect, test } from "vitest";
import { createPhrases } from "./phrases.ts";
import { readText } from "./tokens.ts";

const phrases = createPhrases([
  ["cani", "dogs"],
  ["scifi", "Sci-Fi"],
  ["k-drama", "series"],
]);
const found = (text: string) => phrases.first(readText(text).tokens)?.values;

test("a word may be split where it is typed, but not into a word of one letter that is none of its own", () => {
  expect(found("sci fi")).toEqual(["Sci-Fi"]);
  expect(found("k drama")).toEqual(["series"]);
  expect(found("cani")).toEqual(["dogs"]);
  expect(found("what can i watch")).toBeUndefined();
});
