import { expect, test } from "vitest";
import { normalCdf } from "./normal.ts";

test("gives the tabulated values of the normal distribution", () => {
  expect(normalCdf(0)).toBeCloseTo(0.5, 7);
  expect(normalCdf(1)).toBeCloseTo(0.8413447461, 7);
  expect(normalCdf(-1.959963985)).toBeCloseTo(0.025, 6);
  expect(normalCdf(3)).toBeCloseTo(0.9986501, 6);
});

test("is near 0 and 1 far out, and never beyond", () => {
  expect(normalCdf(-40)).toBe(0);
  expect(normalCdf(40)).toBe(1);
});
