import { expect, test } from "vitest";
import { isAmong, leftOut } from "./left-out.ts";

const ids = Array.from({ length: 5_000 }, (_, nth) => `own-${nth}`);

test("a share of people is left out, the same whoever else there is", () => {
  const out = leftOut(ids, 0.1);
  expect(out.length / ids.length).toBeCloseTo(0.1, 1);
  expect([...leftOut(ids.slice(0, 100), 0.1)]).toEqual([...out].filter((user) => user < 100));
});

test("a larger share holds the smaller one", () => {
  const larger = new Set(leftOut(ids, 0.2));
  expect(leftOut(ids, 0.1).every((user) => larger.has(user))).toBe(true);
  expect(ids.some((id) => isAmong(id, 0))).toBe(false);
});

test("who counts as nobody is left out as well", () => {
  expect([...leftOut(["a", "b", "c"], 0, Float64Array.of(1, 0, 2))]).toEqual([1]);
});
