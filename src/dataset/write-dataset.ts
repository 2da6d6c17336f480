/** A data set as files, as MovieLens has them: ratings.csv, movies.csv, links.csv, and people.csv with how much each person counts. */
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { csvRows } from "./csv-rows.ts";
import type { Dataset } from "./dataset.ts";
import { DatasetError } from "./dataset-error.ts";
import { openFolder } from "./source-folder.ts";
import { movieLensTitle } from "./title.ts";

export const PEOPLE_FILE = "people.csv";
const OWNER_ALONE = 0o600;

/**
 * @param folder an empty one; its files are their owner's alone, for it may hold what people said
 * @param weights [users] how many people each counts as in training. Default: one each, and no file that says so
 */
export async function writeDataset(
  folder: string,
  { ratings, movies }: Dataset,
  weights?: Float64Array,
): Promise<void> {
  const { users, movies: rated, stars, atSeconds, userIds, movieIds } = ratings;
  function* ratingRows() {
    for (let row = 0; row < stars.length; row++)
      yield [movieIds[rated[row]!], userIds[users[row]!], stars[row], atSeconds[row]];
  }
  const tagRows = movies.flatMap(({ id, tags = [] }) => tags.map((tag) => ["", id, tag, ""]));
  // another order of columns than MovieLens', whose files have numbers for ids
  await writeCsv(folder, "ratings.csv", ["movieId", "userId", "rating", "timestamp"], ratingRows());
  await writeCsv(
    folder,
    "movies.csv",
    ["movieId", "title", "genres"],
    movies.map((movie) => [movie.id, movieLensTitle(movie), movie.genres.join("|") || "(no genres listed)"]),
  );
  await writeCsv(
    folder,
    "links.csv",
    ["movieId", "imdbId", "tmdbId"],
    movies.flatMap(({ id, imdbId, tmdbId }) => (imdbId ? [[id, imdbId, tmdbId ?? ""]] : [])),
  );
  if (tagRows.length > 0)
    await writeCsv(folder, "tags.csv", ["userId", "movieId", "tag", "timestamp"], tagRows);
  if (!weights) return;
  await writeCsv(
    folder,
    PEOPLE_FILE,
    ["userId", "weight"],
    userIds.map((id, user) => [id, weights[user]]),
  );
}

async function writeCsv(
  folder: string,
  name: string,
  header: readonly string[],
  rows: Iterable<readonly unknown[]>,
): Promise<void> {
  const lines = stringify({ header: true, columns: [...header] });
  await pipeline(Readable.from(rows), lines, createWriteStream(join(folder, name), { mode: OWNER_ALONE }));
}

/** [users] how many people each counts as; undefined where the folder tells nothing of it. @throws DatasetError */
export async function readWeights(
  path: string,
  userIds: readonly string[],
): Promise<Float64Array | undefined> {
  const folder = await openFolder(path);
  if (!folder.files.includes(PEOPLE_FILE)) return undefined;
  const weights = new Map<string, number>();
  for await (const { cells, line } of csvRows(folder, PEOPLE_FILE)) {
    const weight = Number(cells.weight);
    if (!cells.userId || !cells.weight || !(weight >= 0 && Number.isFinite(weight)))
      throw new DatasetError(
        { file: folder.pathOf(PEOPLE_FILE), line },
        "no person and weight",
        "Expected a userId and a number from 0.",
      );
    weights.set(cells.userId, weight);
  }
  return Float64Array.from(userIds, (id) => weights.get(id) ?? 1);
}
