import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Csr } from "../../src/numerics/csr.ts";

const SECONDS = 1_000_000_000;
const GENRES = ["Action", "Comedy", "Drama", "Horror", "Romance", "Sci-Fi"];

/** Writes ratings that have these preference weights as MovieLens has them: ratings.csv and movies.csv, all of one second. */
export async function writeRatings(folder: string, matrix: Csr): Promise<void> {
  await mkdir(folder, { recursive: true });
  const movies = Array.from(
    { length: matrix.columns },
    (_, movie) =>
      `${movie + 1},Movie ${movie + 1} (${1930 + (movie % 90)}),${GENRES[movie % 6]}|${GENRES[(movie * 7 + 1) % 6]}`,
  );
  await writeFile(join(folder, "movies.csv"), `movieId,title,genres\n${movies.join("\n")}\n`);
  await pipeline(Readable.from(lines(matrix)), createWriteStream(join(folder, "ratings.csv")));
}

/** The header, then all lines of one person at a time. */
function* lines({ rows, starts, indices, values }: Csr): Generator<string> {
  yield "userId,movieId,rating,timestamp\n";
  for (let user = 0; user < rows; user++) {
    let text = "";
    for (let entry = starts[user]!; entry < starts[user + 1]!; entry++)
      text += `${user + 1},${indices[entry]! + 1},${starsOf(values[entry]!)},${SECONDS}\n`;
    yield text;
  }
}

/** The stars of which that is the preference weight; of the least, two. */
export const starsOf = (weight: number): number => Math.round(2 * (2 + 3 * weight)) / 2;
