import { expect, test } from "vitest";
import { NO_FILTERS, passes, relaxed } from "./filters.ts";

const heat = {
  id: "tt0113277",
  title: "Heat",
  alternativeTitles: [],
  year: 1995,
  genres: ["Action", "Crime"],
  ratingCount: 102,
  meanStars: 3.9,
};
const { year: _, ...undated } = heat;

test.each([
  [{}, true],
  [{ genresIn: ["Crime"] }, true],
  [{ genresIn: ["Crime", "Comedy"] }, false],
  [{ genresOut: ["Comedy"] }, true],
  [{ genresOut: ["Action"] }, false],
  [{ yearFrom: 1995, yearTo: 1995 }, true],
  [{ yearFrom: 1996 }, false],
  [{ yearTo: 1994 }, false],
])("with %j Heat passes: %s", (filters, passed) => {
  expect(passes(heat, { ...NO_FILTERS, ...filters })).toBe(passed);
});

test("a movie of unknown year passes no bound on years", () => {
  expect(passes(undated, { ...NO_FILTERS, yearFrom: 1900 })).toBe(false);
  expect(passes(undated, NO_FILTERS)).toBe(true);
});

test("years are given up first, then the genres wanted from the last on, and what is not wanted never", () => {
  const asked = { genresIn: ["Comedy", "Crime"], genresOut: ["Horror"], yearFrom: 1990, yearTo: 1999 };
  const steps = [];
  for (let left = relaxed(asked); left; left = relaxed(left)) steps.push(left);
  expect(steps).toEqual([
    { ...asked, yearFrom: 0, yearTo: 0 },
    { ...NO_FILTERS, genresIn: ["Comedy"], genresOut: ["Horror"] },
    { ...NO_FILTERS, genresOut: ["Horror"] },
  ]);
});
