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
/** More than any film has. */
const MANY = Array.from({ length: 20 }, (_, place) => `tag ${place}`);
const written: Readonly<Record<string, WordsOfFilm>> = {
  a: { line: "", tags: ["heist", "chess"], phrases: [] },
  b: { line: "", tags: ["chess"], phrases: [] },
};
const traits = taggedTraits(model, { wordsOf: (id) => written[id] }, new Set(["funny"]));

test("what a film is tagged with it has; a theme it is not tagged with it rather has not; of others nothing changes", () => {
  expect([...traits.get("heist")!]).toEqual([255, 100, 200]);
});

test("what is named first of a film it is about, and what is named last it has and no more", () => {
  const [second, first] = traits.get("chess")!;
  expect(first).toBe(255);
  expect(second).toBeLessThan(first!);
  const late = taggedTraits(model, { wordsOf: () => ({ line: "", tags: MANY, phrases: [] }) }, new Set());
  const fits = MANY.map((tag) => late.get(tag)![0]!);
  expect(fits).toEqual(fits.toSorted((a, b) => b - a));
  expect(fits.at(-1)).toBeGreaterThanOrEqual(128);
});

test("of the films that are listed under a subject the first has it the most, and the last more than one that has it in passing", () => {
  const subjects = [[0], [30], [300], undefined];
  const listed = subjects.map((places): WordsOfFilm => {
    const tags = places ? ["chess", ...MANY] : [...MANY, "chess"];
    return { line: "", tags, phrases: [], ...(places && { subjects: places }) };
  });
  const movies = listed.map((_, at) => movie(String(at)));
  const wordsOf = (id: string) => listed[Number(id)];
  const fits = [...taggedTraits({ movies, traits: new Map() }, { wordsOf }, new Set()).get("chess")!];
  expect(fits[0]).toBe(255);
  expect(fits).toEqual(fits.toSorted((a, b) => b - a));
  expect(new Set(fits).size).toBe(4);
});

test("a mood that nobody wrote down is left nearly as learned, and one that is written is as sure wherever it stands", () => {
  expect([...traits.get("funny")!]).toEqual([0, 170, 200]);
  const words = { line: "", tags: [...MANY, "funny"], phrases: [] };
  const named = taggedTraits(model, { wordsOf: () => words }, new Set(["funny"]));
  expect([...named.get("funny")!]).toEqual([240, 240, 240]);
});

test("what is learned of a film of which nothing is written is never as sure as what is written", () => {
  const sure = { ...model, traits: new Map([["heist", Uint8Array.of(0, 0, 250)]]) };
  const fits = taggedTraits(sure, { wordsOf: (id) => written[id] }, new Set()).get("heist")!;
  expect(fits[2]).toBe(200);
});

test("a tag that no trait was learned of is one of the films tagged with it", () => {
  expect([...traits.get("chess")!].map((fit) => fit >= 128)).toEqual([true, true, false]);
});

test("the model's own traits stay as they are", () => {
  expect([...model.traits.get("heist")!]).toEqual([100, 200, 200]);
});
