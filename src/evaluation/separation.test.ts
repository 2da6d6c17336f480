import { expect, test } from "vitest";
import { areaUnderCurve, balancedAccuracy } from "./separation.ts";

test("the area under the curve counts pairs in order, ties half, worked by hand", () => {
  expect(areaUnderCurve([3, 1], [2, 1])).toBe(0.625); // 3>2, 3>1, 1<2, 1=1
});

test("balanced accuracy is the mean of both kinds' shares on their side, the threshold being a good one's", () => {
  expect(balancedAccuracy([0.5, 0.9, 0.1, 0.8], [0.4, 0.5], 0.5)).toBe((0.75 + 0.5) / 2);
});
