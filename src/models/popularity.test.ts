import { expect, test } from "vitest";
import { ratingTable } from "../dataset/testing/table.ts";
import { fitBayesianAverage } from "./bayesian-average.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";
import { fitPopularity } from "./popularity.ts";

fittedModelContract("popularity", fitPopularity, { personal: false });
fittedModelContract("the Bayesian average", fitBayesianAverage, { personal: false });

const nobody = { rows: Int32Array.of(), stars: Float32Array.of() };
const ratings = ratingTable([
  [0, 0, 5],
  [0, 1, 4],
  [1, 1, 5],
  [0, 2, 1],
]);

test("popularity counts ratings, whatever their stars", async () => {
  const model = await fitPopularity({ ratings });
  expect([...model.score(model.foldIn(nobody))]).toEqual([1, 2, 1]);
});

test("a Bayesian average worked by hand", async () => {
  // mean 15/4, two imagined: (7.5 + 5) / 3, (7.5 + 9) / 4, (7.5 + 1) / 3
  const model = await fitBayesianAverage({ ratings }, { imagined: 2 });
  const averages = model.score(model.foldIn(nobody));
  expect(averages[0]).toBeCloseTo(12.5 / 3, 12);
  expect(averages[1]).toBeCloseTo(16.5 / 4, 12);
  expect(averages[2]).toBeCloseTo(8.5 / 3, 12);
});
