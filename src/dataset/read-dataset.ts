import { type Dataset, NO_TIMESTAMP } from "./dataset.ts";
import { DatasetError } from "./dataset-error.ts";
import { movieLens100k } from "./readers/movielens-100k.ts";
import { movieLensCsv } from "./readers/movielens-csv.ts";
import { movieLensDat } from "./readers/movielens-dat.ts";
import { movieTweetings } from "./readers/movietweetings.ts";
import { plainExport } from "./readers/plain-export.ts";
import type { DatasetReader } from "./readers/reader.ts";
import type { FileReport } from "./row-tally.ts";
import { openFolder, type ReadProgress } from "./source-folder.ts";

export interface ReadOptions {
  /** Default: the folder's name. */
  readonly name?: string;
  /** Called about once per megabyte. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** What a reader found, for people. */
export interface DatasetReport {
  readonly format: string;
  readonly users: number;
  /** Described ones, rated or not. */
  readonly movies: number;
  readonly ratings: number;
  /** Good ratings whose time is missing or invalid; preparation drops them where it needs the time. */
  readonly withoutTimestamp: number;
  readonly files: readonly FileReport[];
}

const READERS: readonly DatasetReader[] = [
  movieLens100k,
  movieLensCsv,
  movieLensDat,
  movieTweetings,
  plainExport,
];

/**
 * Reads the data set in a folder, by whichever reader knows the files in it.
 *
 * Bad rows are left out and counted in the report, up to 1 % of a file. Memory: 16 bytes per rating, and 4
 * more while reading.
 *
 * @throws DatasetError on a folder no reader knows, an empty file, or too many bad rows
 */
export async function readDataset(
  path: string,
  options: ReadOptions = {},
): Promise<{ dataset: Dataset; report: DatasetReport }> {
  const folder = await openFolder(path, options.onProgress);
  for (const reader of READERS) {
    if (!(await reader.recognises(folder))) continue;
    const { ratings, movies, files } = await reader.read(folder);
    return {
      dataset: { name: options.name ?? folder.name, ratings, movies },
      report: {
        format: reader.format,
        users: ratings.userIds.length,
        movies: movies.length,
        ratings: ratings.stars.length,
        withoutTimestamp: count(ratings.atSeconds, NO_TIMESTAMP),
        files,
      },
    };
  }
  throw new DatasetError(
    { file: path },
    `no known data set (found ${folder.files.slice(0, 6).join(", ") || "nothing"})`,
    `Expected one of: ${READERS.map(({ format, files }) => `${files} [${format}]`).join("; ")}.`,
  );
}

function count(values: Uint32Array, wanted: number): number {
  let found = 0;
  for (const value of values) if (value === wanted) found++;
  return found;
}
