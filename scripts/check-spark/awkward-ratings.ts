import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PEOPLE_FILE } from "../../src/dataset/write-dataset.ts";
import { createRandom } from "../../src/numerics/random.ts";
import { writeRatings } from "../synthetic/ratings-files.ts";
import { generateRatingsMatrix } from "../synthetic/ratings-matrix.ts";

const SIZE = { users: 800, movies: 500, ratings: 40_000, seed: 2 };

/** One of each kind that a reader leaves out. */
const BAD = [
  "1,1",
  "1,2,3,4,5",
  "1,3,good,1000000000",
  "1,4,3.25,1000000000",
  "1,99999,4,1000000000",
  "1,5,,1000000000",
];
/** Gives ratings again, and counts in training. */
const WHO = 2;
/** Of a movie that they have rated: after that, at the same time as this, and before. */
const AGAIN = ["0.5,1000000009", "5,1000000009", "3,999999999"];

/** Ratings with all that has to be seen to: bad rows, ratings given again, people who count as several or as none. */
export async function writeAwkwardRatings(folder: string): Promise<void> {
  const matrix = generateRatingsMatrix(SIZE);
  await writeRatings(folder, matrix);
  const [first, second] = [0, 1].map((at) => matrix.indices[matrix.starts[WHO - 1]! + at]! + 1);
  const again = [...AGAIN.map((rest) => `${WHO},${first},${rest}`), `${WHO},${second},1,1000000000`];
  await appendFile(join(folder, "ratings.csv"), `${[...BAD, ...again].join("\n")}\n`);
  const random = createRandom(3);
  const people = Array.from(
    { length: SIZE.users },
    (_, user) => `${user + 1},${user === WHO - 1 ? 3 : random.int(4)}`,
  );
  await writeFile(join(folder, PEOPLE_FILE), `userId,weight\n${people.join("\n")}\n`);
}
