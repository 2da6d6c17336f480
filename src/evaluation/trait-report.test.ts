import { expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { traitExamplesFrom } from "../training/traits/trait-examples.ts";
import { reportGroups, reportTraits } from "./trait-report.ts";

const movies = ["Heat", "Alien", "Clue", "Speed"].map((title, row) => ({
  id: `${row}`,
  title,
  year: 1990,
  alternativeTitles: [],
  genres: [],
  ratingCount: 1,
  meanStars: 3,
}));
const named = (yaml: string) => traitExamplesFrom(new Map([["a file", yaml]]));
const some = "{ good: '', bad: '' }";

test("a report tells examples left out and films unseen apart, and means them by group", () => {
  const learned = new Map([
    ["sad", { fits: Float64Array.of(0.9, 0.5, 0.2, 0.6), heldOut: { good: [0.9, 0.4], bad: [0.1] } }],
    ["heist", { fits: Float64Array.of(0, 0, 0, 1), heldOut: { good: [0.2], bad: [0.4] } }],
    ["dark", { fits: Float64Array.of(0, 0, 0, 0), heldOut: { good: [1], bad: [0] } }],
  ]);
  const reports = reportTraits(learned, {
    examples: named(`moods: { sad: ${some}, dark: ${some} }\nthemes: { heist: ${some} }`),
    unseen: named("moods: { sad: { good: Heat (1990); Clue (1990), bad: Speed (1990) } }"),
    catalog: createCatalog(movies),
  });
  expect(reports[0]).toEqual({
    name: "sad",
    group: "moods",
    leftOut: { good: 2, bad: 1, areaUnderCurve: 1, balancedAccuracy: 0.75 },
    unseen: { good: 2, bad: 1, areaUnderCurve: 0.5, balancedAccuracy: 0.25 },
    share: 0.75,
  });
  expect(reportGroups(reports)).toEqual([
    {
      group: "moods",
      traits: 2,
      leftOut: { areaUnderCurve: 1, balancedAccuracy: 0.875 },
      unseen: { areaUnderCurve: 0.5, balancedAccuracy: 0.25 },
    },
    { group: "themes", traits: 1, leftOut: { areaUnderCurve: 0, balancedAccuracy: 0.5 } },
  ]);
});
