import { expect, test } from "vitest";
import { ratingTable } from "../dataset/testing/table.ts";
import { fitBaseline } from "./baseline.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";

fittedModelContract("the baseline", fitBaseline, { personal: false });

test("a generous person and a good movie are told apart", async () => {
  const rows = Array.from({ length: 400 }, (_, at): [number, number, number] => {
    const [user, movie] = [Math.floor(at / 20), at % 20];
    return [user, movie, 3 + (user === 7 ? 1 : 0) + (movie === 4 ? 0.5 : 0)];
  });
  const model = await fitBaseline({ ratings: ratingTable(rows) });
  const mean = 3 + 1 / 20 + 0.5 / 20;
  const stars = (user: number, movie: number) => model.rate!(model.known!(user), movie);
  // of 20 ratings and the 15 or 10 imagined, so much of a deviation from the mean is left
  expect(stars(7, 0) - stars(3, 0)).toBeCloseTo((1 * 20) / 35, 5);
  expect(stars(3, 4) - stars(3, 0)).toBeCloseTo((0.5 * 20) / 30, 5);
  expect(stars(3, 0)).toBeCloseTo(mean - ((1 / 20) * 20) / 35 - ((0.5 / 20) * 20) / 30, 2);
});
