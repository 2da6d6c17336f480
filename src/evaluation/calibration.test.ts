import { expect, test } from "vitest";
import { halfStars, likesByScore, starsByPrediction } from "./calibration.ts";

test("tenths hold as many ratings each, lowest scores first, and each its own share of likes", () => {
  const rated = Array.from({ length: 200 }, (_, at) => ({ score: 199 - at, liked: at < 30 }));
  const groups = likesByScore(rated);
  expect(groups.map(({ ratings }) => ratings)).toEqual(Array(10).fill(20));
  expect(groups[0]).toEqual({ score: 9.5, likeShare: 0, ratings: 20 });
  expect(groups.slice(-2).map(({ likeShare }) => likeShare)).toEqual([0.5, 1]);
});

test("fewer ratings than tenths make a group each", () => {
  expect(likesByScore([{ score: 1, liked: true }])).toEqual([{ score: 1, likeShare: 1, ratings: 1 }]);
  expect(likesByScore([])).toEqual([]);
});

test("stars of several splits come together by half stars predicted", () => {
  expect([3.24, 3.26, 4.75].map(halfStars)).toEqual([3, 3.5, 5]);
  const groups = starsByPrediction([
    new Map([
      [4, { ratings: 2, predicted: 8.2, given: 7 }],
      [3, { ratings: 1, predicted: 3.1, given: 2 }],
    ]),
    new Map([[4, { ratings: 2, predicted: 7.8, given: 9 }]]),
  ]);
  expect(groups).toEqual([
    { predicted: 3.1, given: 2, ratings: 1 },
    { predicted: 4, given: 4, ratings: 4 },
  ]);
});
