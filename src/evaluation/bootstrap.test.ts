import { expect, test } from "vitest";
import { leadOver, meanScore, ratioScore, standing } from "./bootstrap.ts";

test("a mean lies in its interval, which is about 1.96 standard errors to either side", () => {
  const values = Array.from({ length: 400 }, (_, at) => at % 2); // mean .5, deviation .5, standard error .025
  const { mean, interval } = meanScore(values, 1);
  expect(mean).toBe(0.5);
  expect(interval[0]).toBeCloseTo(0.5 - 1.96 * 0.025, 2);
  expect(interval[1]).toBeCloseTo(0.5 + 1.96 * 0.025, 2);
});

test("a ratio weighs people by what they bring", () => {
  expect(ratioScore([9, 0], [1, 8], 1).mean).toBe(1);
  expect(ratioScore([9, 0], [1, 0], 1, Math.sqrt).mean).toBe(3);
});

test("the same seed gives the same interval", () => {
  const values = [1, 5, 2, 8];
  expect(meanScore(values, 3)).toEqual(meanScore(values, 3));
  expect(meanScore([2, 2, 2], 3)).toEqual({ mean: 2, interval: [2, 2] });
});

test("a lead that is small but the same for everybody is told from none, and from a lag", () => {
  const theirs = Array.from({ length: 200 }, (_, at) => (at % 10) / 10);
  const ours = theirs.map((value, at) => value + 0.01 + 0.005 * (at % 2));
  const lead = leadOver(ours, theirs, 1);
  expect(lead.mean).toBeCloseTo(0.0125);
  expect(standing(lead)).toBe("ahead");
  expect(standing(leadOver(theirs, ours, 1))).toBe("behind");
  expect(standing(leadOver(theirs, theirs, 1))).toBe("level");
  const shaken = theirs.map((value, at) => value + (at % 2 === 0 ? 0.1 : -0.1));
  expect(standing(leadOver(shaken, theirs, 1))).toBe("level");
  expect(() => leadOver(ours, [1], 1)).toThrow("200 and 1 values");
});
