import { expect, test } from "vitest";
import { genresShared } from "./genres.ts";

test("the share of what two films have in common, of all that either has", () => {
  expect(genresShared(["Comedy", "Crime"], ["Crime", "Drama"])).toBeCloseTo(1 / 3);
  expect(genresShared(["War"], ["War"])).toBe(1);
  expect(genresShared([], [])).toBe(0);
});
