import { expect, test } from "vitest";
import { ratingTable } from "../dataset/testing/table.ts";
import { comparisonWith, rowOf } from "./cosine.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";
import { fitItemItem } from "./item-item.ts";
import { ratingMatrix } from "./rating-matrix.ts";
import { fitUserUser } from "./user-user.ts";

fittedModelContract("user-user neighbours", fitUserUser);
fittedModelContract("item-item neighbours", fitItemItem);

test("similarities worked by hand", () => {
  // movie 0: (3, 4, 0), movie 1: (4, 0, 3), movie 2: (0, 0, 2)
  const { byUser, byMovie } = ratingMatrix(
    ratingTable([
      [0, 0, 3],
      [1, 0, 4],
      [0, 1, 4],
      [2, 1, 3],
      [2, 2, 2],
    ]),
  );
  const compare = comparisonWith(byUser, byMovie, 1);
  const similarities = [...compare(rowOf(byMovie, 1))];
  expect(similarities[0]).toBeCloseTo((12 / 25) * (1 / 2), 12); // one person in common
  expect(similarities[1]).toBeCloseTo(2 / 3, 12); // itself: two
  expect(similarities[2]).toBeCloseTo((6 / 10) * (1 / 2), 12);
});

test("item-item scores a movie by its similarity to what was rated", async () => {
  const ratings = ratingTable([
    [0, 0, 5],
    [0, 1, 5],
    [1, 0, 5],
    [1, 1, 5],
    [2, 0, 5],
    [2, 2, 5],
    [3, 2, 5],
  ]);
  const model = await fitItemItem({ ratings }, { shrinkage: 0 });
  const scores = model.score(model.foldIn({ rows: Int32Array.of(0), stars: Float32Array.of(5) }));
  expect(scores[1]).toBeCloseTo(2 / Math.sqrt(3 * 2), 5);
  expect(scores[2]).toBeCloseTo(1 / Math.sqrt(3 * 2), 5);
});
