import { expect, test } from "vitest";
import { randomModel } from "../recommender/testing/random-model.ts";
import { areaUnderCurve, featuresOf, heldOutAuc, traitScores } from "./traits.ts";

const model = randomModel({ movies: 60, dimensions: 6, seed: 4 });
const features = featuresOf(model);
const examples = {
  good: model.movies.flatMap((_, row) => (row < 40 && row % 2 === 0 ? row : [])),
  bad: model.movies.flatMap((_, row) => (row < 40 && row % 2 === 1 ? row : [])),
};

test("the area under the curve counts pairs in order, ties half, worked by hand", () => {
  expect(areaUnderCurve([3, 1], [2, 1])).toBe(0.625); // 3>2, 3>1, 1<2, 1=1
});

test("movies never given as examples are told apart by the genre that the examples differ in", () => {
  const scores = traitScores(features, examples);
  const others = [...scores.keys()].filter((row) => row >= 40);
  expect(others.every((row) => scores[row]! > 0 === (row % 2 === 0))).toBe(true);
  expect(heldOutAuc(features, examples)).toBe(1);
});

test("examples of one kind alone are refused", () => {
  expect(() => traitScores(features, { good: [1], bad: [] })).toThrow("1 good and 0 bad examples");
});
