import { expect, test } from "vitest";
import { buildSearchIndex } from "./build-search-index.ts";
import { createNearPlots } from "./near-plots.ts";
import type { Plot } from "./search-index.ts";

const plots = [
  { name: "haunted houses", told: ["house + ghosts"], films: [4, 2] },
  { name: "at sea", told: ["ship | sailors"], films: [1] },
];
const vectors = {
  stems: ["ghost", "haunt", "hous", "spooki", "ship", "sailor", "sea", "boat"],
  values: Int8Array.of(100, 0, 100, 0, 60, 0, 90, 10, 0, 100, 0, 100, 0, 100, 20, 90),
  steps: new Float32Array(8).fill(0.01),
};
const nearOf = (kinds: readonly Plot[]) =>
  createNearPlots(buildSearchIndex([], new Map(), new Map(), kinds, vectors));

test("a text is near the kinds that mean what it says, though it has no word of them", () => {
  const near = nearOf(plots);
  expect(near("spooky").map(({ plot }) => plot.name)).toEqual(["haunted houses", "at sea"]);
  expect(near("spooky")[0]!.nearness).toBeGreaterThan(0.95);
  expect(near("on a boat")[0]!.plot.name).toBe("at sea");
  expect(near("on a boat")[1]!.nearness).toBeLessThan(0.5);
});

test("a text of words that are not known is near none", () => {
  expect(nearOf(plots)("zzz")).toEqual([]);
});

test("what is as near to four kinds is nearer to none than it is", () => {
  const alike = [..."abcd"].map((name) => ({ name, told: ["spooky house"], films: [1] }));
  const [first] = nearOf(alike)("spooky house");
  expect(first!.nearness).toBeCloseTo(1, 1);
  expect(nearOf(alike.slice(0, 2))("spooky house")[0]!.nearness).toBeCloseTo(1.5, 1);
});
