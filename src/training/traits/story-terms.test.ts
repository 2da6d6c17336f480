import { describe, expect, test } from "vitest";
import { createStoryTerms } from "./story-terms.ts";

const TEXTS = [
  "a boxer trains for the title fight",
  "an old boxer teaches a girl to fight",
  "two brothers in the ring, each a boxer, fight at last",
  "a champion of the ring and a fight",
  "a chef opens a restaurant in a small town",
  "a critic eats at the restaurant of a chef",
  "the restaurant of a small town and its chef",
  "",
];
const concepts = new Map([
  ["boxer", "boxing"],
  ["title fight", "boxing"],
]);
const terms = createStoryTerms(TEXTS, concepts);

test("knows how surely a text speaks of a tag, by any of the words that stand for it", () => {
  const mentions = terms.mentionsOf("boxing");
  expect(mentions[0]).toBeGreaterThan(mentions[1]!); // two words against one
  expect(mentions[1]).toBe(0.5);
  expect([...mentions.slice(3)]).toEqual([0, 0, 0, 0, 0]);
});

describe("likeness to examples", () => {
  test("is greater of movies whose texts share their words, though they do not name the tag", () => {
    const likeness = terms.likenessTo([0, 1]);
    expect(likeness[2]).toBeGreaterThan(0);
    expect(likeness[3]).toBeGreaterThan(likeness[4]!);
  });

  test("compares an example with the others alone: one that is unlike them is not like itself", () => {
    const likeness = terms.likenessTo([0, 1, 2, 5]);
    expect(likeness[5]).toBeLessThan(likeness[3]!);
  });

  test("is nothing without a text, nor where fewer than two examples have one", () => {
    expect(terms.likenessTo([0, 1])[7]).toBe(0);
    expect([...terms.likenessTo([0, 7])]).toEqual(TEXTS.map(() => 0));
  });
});
