import { describe, expect, test } from "vitest";
import { ratingTable } from "../dataset/testing/table.ts";
import type { FittedModel } from "../models/fitted-model.ts";
import { rankForKnownUsers } from "./known-users.ts";
import { judgeRatings } from "./rating-prediction.ts";

const table = ratingTable([
  [0, 0, 4, 1],
  [1, 0, 3, 1],
  [1, 1, 2, 1],
  [0, 1, 5, 2],
  [0, 2, 1, 2],
  [0, 3, 2, 2],
]);
const part = (from: number, to: number) => ({
  ...table,
  users: table.users.subarray(from, to),
  movies: table.movies.subarray(from, to),
  stars: table.stars.subarray(from, to),
  atSeconds: table.atSeconds.subarray(from, to),
});
const holdout = { train: part(0, 3), test: part(3, 6) };

/** Scores by descending row, and gives everybody 3 stars; says which histories it was shown. */
function backwards(seen: number[][] = []): FittedModel<null> {
  return {
    name: "backwards",
    foldIn({ rows }) {
      seen.push([...rows]);
      return null;
    },
    score: () => Float64Array.of(0, 1, 2, 3),
    rate: () => 3,
  };
}

describe("users whom a model knows", () => {
  test("are shown the movies they have not rated, and all held-out ones are relevant", () => {
    const seen: number[][] = [];
    const outcomes = rankForKnownUsers(backwards(seen), holdout);
    expect(seen).toEqual([[0]]);
    expect(outcomes).toEqual([{ precision10: 0.3, recall10: 1, ndcg10: 1, map10: 1, listed: [3, 2, 1] }]);
  });

  test("are looked up where the fit itself made something of them", () => {
    const known: FittedModel<number> = {
      name: "known",
      foldIn: () => -1,
      known: (user) => user,
      score: (user) => Float64Array.of(0, user === 0 ? 9 : 0, 0, 0),
    };
    expect(rankForKnownUsers(known, holdout)[0]!.listed[0]).toBe(1);
  });

  test("have their errors summed, user by user", () => {
    expect(judgeRatings(backwards(), holdout).errors).toEqual([
      { ratings: 3, squared: 4 + 4 + 1, absolute: 5 },
    ]);
    const { rate: _, ...mute } = backwards();
    expect(() => judgeRatings(mute, holdout)).toThrow("backwards predicts no stars");
  });
});
