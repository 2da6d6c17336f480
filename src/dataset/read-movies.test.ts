import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDataset } from "./read-dataset.ts";
import { readMovies } from "./read-movies.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { generateWorld } from "./testing/world.ts";
import { writeDataset } from "./testing/write-dataset.ts";

const world = generateWorld({ users: 12, movies: 40, groups: 3, ratingsPerUser: 20, seed: 1 }).dataset;

test.each(["ml-csv", "plain-export"] as const)(
  "reads the movies of %s without its ratings",
  async (format) => {
    const folder = join(await temporaryFolder(), "own");
    await writeDataset(folder, world, format);
    const { dataset } = await readDataset(folder);
    for (const file of ["ratings.csv", "ratings_export.csv"]) await rm(join(folder, file), { force: true });
    const { name, movies } = await readMovies(folder);
    expect(name).toBe("own");
    const byId = (list: typeof movies) => list.toSorted((a, b) => Number(a.id) - Number(b.id));
    expect(byId(movies)).toEqual(byId([...dataset.movies]));
  },
);

test("says what a folder without movies should hold", async () => {
  await expect(readMovies(await temporaryFolder())).rejects.toThrow(
    /neither movies\.csv nor movie_data\.csv \(found nothing\)/,
  );
});
