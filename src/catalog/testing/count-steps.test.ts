import { expect, test } from "vitest";
import { wordsOf } from "../normalise.ts";
import { countSteps } from "./count-steps.ts";

const times = (count: number) => () => {
  for (let n = 0; n < count; n++) wordsOf("The Matrix");
};

test("counts the same each time, and twice as much for twice the work, however well the engine knows it", () => {
  times(1)();
  const once = countSteps(times(500));
  expect(once).toBeGreaterThan(500);
  times(50_000)();
  expect(countSteps(times(500))).toBe(once);
  expect(countSteps(times(1_000)) / once).toBeCloseTo(2, 1);
});
