import { expect, test } from "vitest";
import { createRandom } from "../../numerics/random.ts";
import { plattSigmoid, probability } from "./platt.ts";

test("a half lies in the middle between kinds of equal spread, however many there are of each", () => {
  const random = createRandom(5);
  const around = (middle: number, count: number) =>
    Array.from({ length: count }, () => middle + random.normal());
  const sigmoid = plattSigmoid(around(3, 2000), around(1, 400));
  expect(probability(sigmoid, 2)).toBeCloseTo(0.5, 1);
  expect(probability(sigmoid, 3)).toBeGreaterThan(0.8);
  expect(probability(sigmoid, 1)).toBeLessThan(0.2);
});

test("the logit is the one that two normals of one variance have: their distance apart, per unit of score", () => {
  const random = createRandom(6);
  const around = (middle: number) => Array.from({ length: 4000 }, () => middle + random.normal());
  const { slope, offset } = plattSigmoid(around(1), around(-1));
  expect(slope).toBeCloseTo(-2, 0);
  expect(offset).toBeCloseTo(0, 0);
});

test("with odds a half takes a higher score: by the logarithm of the odds, per slope", () => {
  const random = createRandom(7);
  const around = (middle: number) => Array.from({ length: 4000 }, () => middle + random.normal());
  const [good, bad] = [around(1), around(-1)];
  const { slope, offset } = plattSigmoid(good, bad, 4);
  expect(-offset / slope).toBeCloseTo(Math.log(4) / 2, 1);
});

test("kinds that no score mixes up are told apart, by finite numbers", () => {
  const sigmoid = plattSigmoid([2, 3, 4], [-1, -2]);
  expect(Number.isFinite(sigmoid.slope) && Number.isFinite(sigmoid.offset)).toBe(true);
  expect([2, 3, 4].every((score) => probability(sigmoid, score) > 0.5)).toBe(true);
  expect([-1, -2].every((score) => probability(sigmoid, score) < 0.5)).toBe(true);
});
