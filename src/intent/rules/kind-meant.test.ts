import { describe, expect, test } from "vitest";
import type { Near } from "../../catalog/about/near-plots.ts";
import { kindMeant, kindsNamed } from "./kind-meant.ts";
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

describe("kinds that are named beside what is read word by word", () => {
  const named = (text: string, apart: readonly string[] = []) => {
    const { tokens } = readText(text);
    return kindsNamed(tokens, (at) => apart.includes(tokens[at]!.word), near);
  };

  test("are what a sentence comes near to, or what stands behind its about", () => {
    expect(named("gems, lost in their thirties")).toEqual(["gems lost in their thirties"]);
    expect(named("Hello there. A film about somebody in their thirties, adrift")).toHaveLength(1);
  });

  test("are none of what is denied, but of what does not happen in a story", () => {
    expect(named("gems, nothing about being lost in your thirties")).toEqual([]);
    expect(named("she is lost but it doesnt end in her thirties")).toHaveLength(1);
  });

  test("hold no word of a title, and none of a sentence that tells of whoever asks", () => {
    expect(named("lost gems like Thirties", ["thirties"])).toEqual([]);
    expect(named("lost since my thirties")).toEqual([]);
  });
});
