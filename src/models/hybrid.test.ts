import { expect, test } from "vitest";
import { fitAls } from "./als.ts";
import { fitContent } from "./content.ts";
import type { Fit } from "./fit.ts";
import { fitHybrid } from "./fit-hybrid.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";
import type { FittedModel } from "./fitted-model.ts";
import { hybridOf } from "./hybrid.ts";
import { fitItemItem } from "./item-item.ts";

const als: Fit = (data, options) => fitAls(data, { factors: 6, regularisation: 1, ...options });
fittedModelContract("the hybrid", (data, options) =>
  fitHybrid(data, { retrievers: [als, fitContent], rater: fitItemItem, candidates: 10, ...options }),
);

const scoring = (scores: readonly number[]): FittedModel => ({
  name: "as told",
  foldIn: () => null,
  score: () => Float64Array.from(scores),
});
const rating = (stars: readonly number[]): FittedModel => ({
  ...scoring(stars),
  rate: (_, row) => stars[row]!,
});

test("the rater orders what the retrievers chose by turns; the rest keeps the first one's order", () => {
  const hybrid = hybridOf({
    retrievers: [scoring([6, 5, 4, 3, 2, 1]), scoring([0, 0, 0, 0, 0, 9])],
    rater: rating([5, 1, 5, 5, 5, 4]),
    candidates: 2,
  });
  const person = hybrid.foldIn({ rows: Int32Array.of(0), stars: Float32Array.of(5) });
  const scores = hybrid.score(person); // 0 is known: candidates are 1 and 5
  expect([...scores.keys()].sort((a, b) => scores[b]! - scores[a]!)).toEqual([5, 1, 0, 2, 3, 4]);
});

test("where retrieval is worth stars, it has a say in the order of the candidates, and of them only", () => {
  const parts = { retrievers: [scoring([0, 4, 3, 2, 1])], rater: rating([5, 4, 4.9, 5, 5]), candidates: 3 };
  const order = (retrievalStars: number) => {
    const hybrid = hybridOf({ ...parts, retrievalStars });
    const scores = hybrid.score(hybrid.foldIn({ rows: Int32Array.of(), stars: Float32Array.of() }));
    return [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  };
  expect(order(0)).toEqual([3, 2, 1, 4, 0]);
  expect(order(1)).toEqual([2, 3, 1, 4, 0]); // .75 and .5 and 1 star more
  expect(order(100)).toEqual([1, 2, 3, 4, 0]);
});

test("a rater that predicts no ratings is refused", async () => {
  const parts = { retrievers: [scoring([1])], rater: scoring([1]) };
  expect(() => hybridOf(parts)).toThrow("as told predicts no ratings");
  expect(hybridOf({ ...parts, rater: rating([3]) }).name).toBe("hybrid");
});
