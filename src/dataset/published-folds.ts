import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Ratings } from "./dataset.ts";
import { DatasetError } from "./dataset-error.ts";
import { type Holdout, holdOutRows } from "./prepare/rating-folds.ts";

/** MovieLens 100K comes with five disjoint tests of 20,000 ratings, on which most published figures are. */
const TESTS = ["u1.test", "u2.test", "u3.test", "u4.test", "u5.test"];

export const hasPublishedFolds = (folder: string): boolean =>
  TESTS.every((name) => existsSync(join(folder, name)));

/**
 * The published folds u1..u5 of MovieLens 100K.
 *
 * @param ratings of the same folder
 * @throws DatasetError where a file names a rating that is not among them
 */
export async function publishedFolds(folder: string, ratings: Ratings): Promise<Holdout[]> {
  const rowOf = new Map(
    Array.from(ratings.users, (user, row) => [
      `${ratings.userIds[user]}\t${ratings.movieIds[ratings.movies[row]!]}`,
      row,
    ]),
  );
  return Promise.all(
    TESTS.map(async (name) => {
      const file = join(folder, name);
      const lines = (await readFile(file, "latin1")).split(/\r?\n/).filter((line) => line !== "");
      const rows = lines.map((line, at) => {
        const row = rowOf.get(line.split("\t", 2).join("\t"));
        if (row === undefined)
          throw new DatasetError(
            { file, line: at + 1 },
            "no such rating in u.data",
            "Take both from one download.",
          );
        return row;
      });
      return holdOutRows(ratings, rows);
    }),
  );
}
