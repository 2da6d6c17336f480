import { expect, test } from "vitest";
import { describeReport } from "./describe-report.ts";

test("says what was read, and where the bad rows are", () => {
  const lines = describeReport({
    format: "MovieLens CSV",
    users: 610,
    movies: 9742,
    ratings: 100_828,
    withoutTimestamp: 3,
    files: [
      {
        file: "/data/ratings.csv",
        rows: 100_836,
        bad: [
          { reason: "duplicate", count: 7, firstLines: [2, 3, 5, 8, 13] },
          { reason: "unknown rating", count: 1, firstLines: [21] },
        ],
      },
      { file: "/data/movies.csv", rows: 9742, bad: [] },
    ],
  });
  expect(lines).toEqual([
    "MovieLens CSV: 100,828 ratings by 610 users of 9,742 movies",
    "3 ratings without a valid time",
    "ratings.csv: 7 of 100,836 rows left out, duplicate (first in lines 2, 3, 5, 8, 13)",
    "ratings.csv: 1 of 100,836 rows left out, unknown rating (lines 21)",
    "movies.csv: 9,742 rows, none bad",
  ]);
});
