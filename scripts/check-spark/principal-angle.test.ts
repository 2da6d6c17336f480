import { expect, test } from "vitest";
import { largestPrincipalAngle } from "./principal-angle.ts";

test("is that between planes in space: nothing for a plane turned in itself, and what one is tilted by", () => {
  const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
  const flat = [1, 0, 0, 1, 0, 0];
  expect(largestPrincipalAngle(flat, [c, -s, s, c, 0, 0], 2)).toBeCloseTo(0, 12);
  expect(largestPrincipalAngle(flat, [1, 0, 0, c, 0, s], 2)).toBeCloseTo(0.3, 12);
  expect(largestPrincipalAngle(flat, [1, 0, 0, 0, 0, 1], 2)).toBeCloseTo(Math.PI / 2, 12);
});
