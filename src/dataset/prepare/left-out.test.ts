import { expect, test } from "vitest";
import { isAmong, leftOut } from "./left-out.ts";

const ids = Array.from({ length: 5_000 }, (_, nth) => `own-${nth}`);

test("a part of the people is left out, the same whoever else there is", () => {
  const out = leftOut(ids, { part: 3, parts: 10 });
  expect(out.length / ids.length).toBeCloseTo(0.1, 1);
  expect([...leftOut(ids.slice(0, 100), { part: 3, parts: 10 })]).toEqual(
    [...out].filter((user) => user < 100),
  );
});

test("everybody is in one part and in no other", () => {
  const parts = [0, 1, 2].flatMap((part) => [...leftOut(ids, { part, parts: 3 })]);
  expect(parts.sort((a, b) => a - b)).toEqual([...ids.keys()]);
});

test("a larger share of people holds the smaller one, and none holds nobody", () => {
  const larger = new Set(leftOut(ids, 0.2));
  expect(leftOut(ids, 0.1).every((user) => larger.has(user))).toBe(true);
  expect(ids.some((id) => isAmong(id, 0))).toBe(false);
});

test("who counts as nobody is left out as well", () => {
  expect([...leftOut(["a", "b", "c"], 0, Float64Array.of(1, 0, 2))]).toEqual([1]);
});
