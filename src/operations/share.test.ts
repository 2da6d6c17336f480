import { expect, test } from "vitest";
import { shareOf } from "./share.ts";

test("intervals are Wilson's, worked by hand", () => {
  const { low, high } = shareOf(1, 10);
  expect(low).toBeCloseTo(0.0179, 4);
  expect(high).toBeCloseTo(0.4042, 4);
  expect(shareOf(0, 5).low).toBe(0);
});
