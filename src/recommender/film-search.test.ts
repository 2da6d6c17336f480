import { describe, expect, test } from "vitest";
import type { About, AboutFilm } from "../catalog/about/about.ts";
import { createFilmSearch } from "./film-search.ts";

const films = [
  { row: 3, score: 1, fit: 0.8 },
  { row: 1, score: 0.75, fit: 0.6 },
  { row: 2, score: 0.7, fit: 0.4 },
  { row: 0, score: 0.6, fit: 0.2 },
] as AboutFilm[];
const likeness = (row: number) => Float32Array.from(row === 3 ? [0.5, 0, 1, 9] : [9, 9, 9, 9]);
const searchOf = (about: Partial<About>) =>
  createFilmSearch(() => ({ films, words: ["bees"], ...about }) as About, likeness);

describe("films by some words", () => {
  test("are as good as they fit, the best of them 1, far behind those that have half of it, and without those that have little", () => {
    expect([...searchOf({ isOfOne: false })("bees")]).toEqual([
      [3, 1],
      [1, 0.75],
      [2, 0.25],
    ]);
  });

  test("come far behind the best where much was said", () => {
    const words = ["bees", "keeper", "village", "lies", "winter", "honey"];
    const fits = [...searchOf({ isOfOne: false, words })("...").values()];
    expect(fits).toEqual([1, 0.75 ** 2, 0.5 * 0.5 ** 2]);
  });

  test("that tell the story of one film are this one, and then those most like it", () => {
    const found = [...searchOf({ isOfOne: true })("bees")];
    expect(found.map(([row]) => row)).toEqual([3, 2, 0]);
    const [first, second, third] = found.map(([, fit]) => fit) as [number, number, number];
    expect([first > second, second > third]).toEqual([true, true]);
  });

  test("besides the one whose story is told at length come so far behind that renown does not bring them before it", () => {
    const words = ["bees", "keeper", "village", "lies", "winter", "honey"];
    const nextOf = (said: readonly string[]) =>
      [...searchOf({ isOfOne: true, words: said })("...").values()][1]!;
    expect(nextOf(words)).toBeLessThan(nextOf(["bees"]) - 0.2);
  });

  test("are none where the best of them hardly fits", () => {
    const poor = [{ row: 3, score: 1, fit: 0.1 }] as AboutFilm[];
    expect(searchOf({ films: poor, isOfOne: false })("bees").size).toBe(0);
  });
});
