import { expect, test } from "vitest";
import { describedBy, mixed } from "./mix.ts";
import { readDataset } from "./read-dataset.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { generateWorld } from "./testing/world.ts";
import { parseMovieLensTitle } from "./title.ts";
import { readWeights, writeDataset } from "./write-dataset.ts";

const { dataset } = generateWorld({ users: 10, movies: 8, groups: 2, ratingsPerUser: 4, seed: 1 });
const said = (user: string, movie: string, stars: number) => ({ user, movie, stars, atSeconds: 1_000 });
const fresh = {
  id: "tt9999999",
  title: "Crouching (and) Waiting: Or (Not)",
  alternativeTitles: ["La Espera"],
  year: 2025,
  genres: ["Drama"],
  imdbId: "tt9999999",
};
const describe = (id: string) => (id === fresh.id ? fresh : undefined);

test("people are added, films are matched by IMDb id, and unknown ones come behind", () => {
  const known = dataset.movies[3]!;
  const both = mixed(
    dataset,
    [
      said("own-1", known.imdbId!, 5),
      said("own-2", fresh.id, 2),
      said("own-1", fresh.id, 4),
      said("own-2", "tt0", 1),
    ],
    describe,
  );
  const { ratings, movies } = both;
  const own = ratings.stars.length - dataset.ratings.stars.length;
  expect(own).toBe(3); // of a film that nobody can describe nothing is kept
  const last = (column: ArrayLike<number>) => Array.from(column).slice(-own);
  expect(last(ratings.users).map((user) => ratings.userIds[user])).toEqual(["own-1", "own-2", "own-1"]);
  expect(last(ratings.movies).map((movie) => ratings.movieIds[movie])).toEqual([
    known.id,
    fresh.id,
    fresh.id,
  ]);
  expect(last(ratings.stars)).toEqual([5, 2, 4]);
  expect(ratings.users.slice(0, -own)).toEqual(dataset.ratings.users);
  expect(movies).toEqual([...dataset.movies, fresh]);
});

test("films of a model are described without what the crowd makes of them", () => {
  const describe = describedBy([{ ...fresh, ratingCount: 7, meanStars: 4, fame: 12 }]);
  expect(describe(fresh.id)).toEqual(fresh);
  expect(describe("tt1")).toBeUndefined();
});

test("what is written is read back, with how much each person counts", async () => {
  const folder = await temporaryFolder();
  const both = mixed(
    dataset,
    [said("own-1", fresh.id, 4.5), said("own-1", dataset.movies[0]!.imdbId!, 0.5)],
    describe,
  );
  const weights = Float64Array.from(both.ratings.userIds, (id) => (id.startsWith("own-") ? 2.5 : 1));
  await writeDataset(folder, both, weights);
  const { dataset: read } = await readDataset(folder, { name: both.name });
  const table = ({ ratings }: typeof both) =>
    Array.from(ratings.stars, (stars, row) => [
      ratings.userIds[ratings.users[row]!],
      ratings.movieIds[ratings.movies[row]!],
      stars,
      ratings.atSeconds[row],
    ]);
  expect(table(read)).toEqual(table(both));
  const byId = (movies: typeof both.movies) => new Map(movies.map((movie) => [movie.id, movie]));
  for (const movie of both.movies)
    expect(byId(read.movies).get(movie.id)).toEqual({ ...movie, ...parseMovieLensTitle(titleOf(movie)) });
  expect(await readWeights(folder, read.ratings.userIds)).toEqual(
    Float64Array.from(read.ratings.userIds, (id) => (id === "own-1" ? 2.5 : 1)),
  );
});

const titleOf = ({ title, alternativeTitles, year }: (typeof dataset.movies)[number]) =>
  `${title}${alternativeTitles.map((other) => ` (${other})`).join("")} (${year})`;

test("a data set that says nothing of it has no weights", async () => {
  const folder = await temporaryFolder();
  await writeDataset(folder, dataset);
  expect(await readWeights(folder, dataset.ratings.userIds)).toBeUndefined();
});
