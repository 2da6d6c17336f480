import { expect, test } from "vitest";
import { readText } from "./tokens.ts";
import { createWorkReader } from "./works.ts";

const worksIn = createWorkReader({
  works: {
    named: { "breaking bad": "a teacher makes drugs" },
    behind: { words: ["like", "after finishing"], named: { lost: "an island" } },
  },
});
const about = (said: string, films: Parameters<typeof worksIn>[1] = []) =>
  worksIn(readText(said), films).map((mention) => [
    mention.about,
    said.slice(mention.start, mention.end),
    said.slice(mention.name.start, mention.name.end),
  ]);

test("a series is what it is about, with the words that announce it", () => {
  expect(about("what now after finishing Breaking Bad")).toEqual([
    ["a teacher makes drugs", "after finishing Breaking Bad", "Breaking Bad"],
  ]);
  expect(about("breaking bad vibes")).toEqual([["a teacher makes drugs", "breaking bad", "breaking bad"]]);
});

test("one whose name is a common word is heard only where it is announced", () => {
  expect(about("something like the show Lost")).toEqual([["an island", "like the show Lost", "Lost"]]);
  expect(about("I lost my keys")).toEqual([]);
  expect(about("like nothing that I have ever lost")).toEqual([]);
});

test("what stands in a film's title is no series", () => {
  expect(about("like lost in translation", [{ start: 5, end: 24 }])).toEqual([]);
});

test("behind a film no name is announced, unless they are named together", () => {
  expect(about("like Heat where lost men", [{ start: 5, end: 9 }])).toEqual([]);
  expect(about("like Heat and Lost", [{ start: 5, end: 9 }])).toHaveLength(1);
});
