import { expect, test } from "vitest";
import type { Near } from "../../catalog/about/near-plots.ts";
import { kindMeant } from "./kind-meant.ts";
import { readText } from "./tokens.ts";

/** One kind, near to whatever has its word. */
const near = (text: string): Near[] => [
  { plot: { name: "lost", told: [], films: [0] }, nearness: /thirties/.test(text) ? 0.9 : 0.4 },
];
const meant = (text: string, read: readonly string[] = []) => {
  const { tokens } = readText(text);
  return kindMeant(tokens, (at) => read.includes(tokens[at]!.word), near);
};

test("what nothing was read of is meant as a whole, from the first word that tells something to the last", () => {
  expect(meant("gems about being in your thirties and lost", ["gems"])).toEqual({
    words: "thirties and lost",
    isOfOneself: true,
  });
  expect(meant("a lonely man in his thirties")?.isOfOneself).toBe(false);
});

test.each([
  ["no kind is near", "a lonely man in his nineties"],
  ["hardly a word is left", "gems of the thirties", "gems"],
  ["something is denied", "nothing about being lost in your thirties"],
  ["so much is told that it is of more than one thing", `thirties ${"lost roads ".repeat(8)}`],
])("nothing is meant where %s", (_, text, ...read) => {
  expect(meant(text, read)).toBeUndefined();
});
