import { expect, test } from "vitest";
import { createNearPlots } from "./near-plots.ts";
import { createTextEncoder } from "./word-vectors.ts";

const plots = [
  { name: "haunted houses", told: ["house + ghosts"], films: [4, 2] },
  { name: "at sea", told: ["ship | sailors"], films: [1] },
];
const encode = createTextEncoder({
  stems: ["ghost", "haunt", "hous", "spooki", "ship", "sailor", "sea", "boat"],
  values: Int8Array.of(100, 0, 100, 0, 60, 0, 90, 10, 0, 100, 0, 100, 0, 100, 20, 90),
  steps: new Float32Array(8).fill(0.01),
});

test("a text is near the kinds that mean what it says, though it has no word of them", () => {
  const near = createNearPlots(plots, encode);
  expect(near("spooky").map(({ plot }) => plot.name)).toEqual(["haunted houses", "at sea"]);
  expect(near("spooky")[0]!.nearness).toBeGreaterThan(0.95);
  expect(near("on a boat")[0]!.plot.name).toBe("at sea");
  expect(near("on a boat")[1]!.nearness).toBeLessThan(0.5);
});

test("a text of words that are not known is near none", () => {
  expect(createNearPlots(plots, encode)("zzz")).toEqual([]);
});

test("what is as near to four kinds is nearer to none than it is", () => {
  const alike = [..."abcd"].map((name) => ({ name, told: ["spooky house"], films: [1] }));
  const [first] = createNearPlots(alike, encode)("spooky house");
  expect(first!.nearness).toBeCloseTo(1, 1);
  expect(createNearPlots(alike.slice(0, 2), encode)("spooky house")[0]!.nearness).toBeCloseTo(1.5, 1);
});
