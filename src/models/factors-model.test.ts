import { describe, expect, test } from "vitest";
import { type Factors, factorsModel } from "./factors-model.ts";

const factors: Factors = {
  name: "by hand",
  dimensions: 1,
  baseline: {
    mean: 3,
    movies: new Float64Array(3),
    movieVariances: new Float64Array(3),
    biasPenalty: Number.MAX_VALUE,
    spreadPenalty: Number.MAX_VALUE,
    leastStars: 0.5,
    mostStars: 5,
  },
  userBiases: Float64Array.of(0.5),
  userSpreads: Float64Array.of(1),
  userTastes: Float64Array.of(2),
  movieBiases: Float64Array.of(0.25, -1, 0),
  movieFactors: Float64Array.of(1, -1, 0.5),
  biasPenalty: 1,
  factorPenalty: 2,
};
const history = { rows: Int32Array.of(0), stars: Float32Array.of(4) };

describe("a model of biases and factors", () => {
  test("rates for a known user by the mean, both biases and the product of the factors", () => {
    const model = factorsModel(factors);
    expect([...model.score(model.known!(0))]).toEqual([3 + 0.5 + 0.25 + 2, 3 + 0.5 - 1 - 2, 3 + 0.5 + 1]);
  });

  test("takes a known user's bias and spread about the movies' own stars", () => {
    const baseline = { ...factors.baseline, movies: Float64Array.of(0.5, 0, -1) };
    const model = factorsModel({ ...factors, baseline, userSpreads: Float64Array.of(2) });
    expect([...model.score(model.known!(0))]).toEqual([5.75 + 2 * 0.5, 0.5, 4.5 - 2]);
  });

  test("cuts predicted stars to the scale, and not the scores", () => {
    const model = factorsModel(factors);
    const user = model.known!(0);
    expect([0, 1, 2].map((row) => model.rate!(user, row))).toEqual([5, 0.5, 4.5]);
  });

  test("folds somebody new in by the ridge regression worked by hand", () => {
    // one rating, residual 4 - 3 - 0.25 = 0.75, feature [1, 1]; (2 3)-penalised gram [[2, 1], [1, 3]], so b = 0.3, p = 0.15
    const model = factorsModel(factors);
    const { bias, taste } = model.foldIn(history) as { bias: number; taste: Float64Array };
    expect(bias).toBeCloseTo(0.3, 12);
    expect(taste[0]).toBeCloseTo(0.15, 12);
  });

  test("lets the mere fact of a rating speak where it has implicit factors", () => {
    const model = factorsModel({ ...factors, implicitFactors: Float64Array.of(0.5, 0, 0) });
    const { bias, taste } = model.foldIn(history) as { bias: number; taste: Float64Array };
    // the residual is 0.5 less: b = 0.1, p = 0.05, and the taste is p + 0.5
    expect(bias).toBeCloseTo(0.1, 12);
    expect(taste[0]).toBeCloseTo(0.55, 12);
  });
});
