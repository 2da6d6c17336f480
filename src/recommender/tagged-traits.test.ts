import { expect, test } from "vitest";
import type { WordsOfFilm } from "../catalog/knowledge.ts";
import { taggedTraits } from "./tagged-traits.ts";

const movie = (id: string) => ({
  id,
  title: id,
  alternativeTitles: [],
  genres: [],
  ratingCount: 0,
  meanStars: 0,
});
const model = {
  movies: ["a", "b", "c"].map(movie),
  traits: new Map([
    ["heist", Uint8Array.of(100, 200, 200)],
    ["funny", Uint8Array.of(0, 200, 200)],
  ]),
};
const written: Readonly<Record<string, WordsOfFilm>> = {
  a: { line: "", tags: ["heist", "chess"], phrases: [] },
  b: { line: "", tags: ["chess"], phrases: [] },
};
const traits = taggedTraits(model, { wordsOf: (id) => written[id] }, new Set(["funny"]));

test("what a film is tagged with it has; a theme it is not tagged with it rather has not; of others nothing changes", () => {
  expect([...traits.get("heist")!]).toEqual([240, 100, 200]);
});

test("a mood that nobody wrote down is left as learned", () => {
  expect([...traits.get("funny")!]).toEqual([0, 200, 200]);
});

test("a tag that no trait was learned of is one of the films tagged with it", () => {
  expect([...traits.get("chess")!]).toEqual([240, 240, 0]);
});

test("the model's own traits stay as they are", () => {
  expect([...model.traits.get("heist")!]).toEqual([100, 200, 200]);
});
