import { expect, test } from "vitest";
import { genreDiversity } from "./diversity.ts";

const movies = [["Comedy", "Drama"], ["Drama"], ["Horror"], []].map((genres) => ({ genres }));

test("the diversity of a list worked by hand", () => {
  // Jaccard similarities 1/2, 0 and 0
  expect(genreDiversity([0, 1, 2], movies)).toBeCloseTo((0.5 + 1 + 1) / 3, 12);
  expect(genreDiversity([1, 1], movies)).toBe(0);
  expect(genreDiversity([3, 0], movies)).toBe(1);
});

test("a single movie has none", () => {
  expect(genreDiversity([0], movies)).toBeUndefined();
});
