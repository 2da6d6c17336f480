import { execFile } from "node:child_process";
import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { Dataset, DatasetMovie } from "./dataset.ts";
import { readDataset } from "./read-dataset.ts";
import type { ReadProgress } from "./source-folder.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { generateWorld } from "./testing/world.ts";
import { type WritableFormat, writeDataset } from "./testing/write-dataset.ts";

const world = generateWorld({ users: 12, movies: 40, groups: 3, ratingsPerUser: 20, seed: 1 }).dataset;

/** The world as the format leaves it. */
function asKeptBy(format: WritableFormat, dataset: Dataset): Omit<Dataset, "name"> {
  const { ratings, movies } = dataset;
  const mapped = (change: (movie: DatasetMovie) => DatasetMovie) => ({ ratings, movies: movies.map(change) });
  switch (format) {
    case "ml-csv":
      return { ratings, movies };
    case "ml-100k":
    case "ml-1m":
    case "ml-10m":
      return mapped(({ imdbId: _, tmdbId: __, ...movie }) => movie);
    case "movietweetings": {
      const ids = movies.map(({ imdbId }) => imdbId!.slice(2));
      return {
        ratings: { ...ratings, movieIds: ids },
        movies: movies.map(({ tmdbId: _, ...movie }, i) => ({
          ...movie,
          id: ids[i]!,
          alternativeTitles: [],
        })),
      };
    }
    case "plain-export":
      return {
        ...mapped((movie) => ({ ...movie, alternativeTitles: [] })),
        ratings: { ...ratings, atSeconds: new Uint32Array(ratings.stars.length) },
      };
  }
}

test.each([
  ["ml-100k", "MovieLens 100K"],
  ["ml-1m", "MovieLens 1M/10M"],
  ["ml-10m", "MovieLens 1M/10M"],
  ["ml-csv", "MovieLens CSV"],
  ["movietweetings", "MovieTweetings"],
  ["plain-export", "plain export"],
] as const)("reads %s back as it was written, under either line end", async (format, readAs) => {
  for (const lineEnd of ["\n", "\r\n"] as const) {
    const folder = join(await temporaryFolder(), format);
    await writeDataset(folder, world, format, { lineEnd });
    const { dataset, report } = await readDataset(folder);
    expect(dataset).toEqual({ name: format, ...asKeptBy(format, world) });
    expect(report).toMatchObject({
      format: readAs,
      users: 12,
      movies: 40,
      ratings: 240,
      withoutTimestamp: format === "plain-export" ? 240 : 0,
    });
    for (const { bad } of report.files) expect(bad).toEqual([]);
  }
});

test("reads string ids, another delimiter and another order of columns where the header says so", async () => {
  const folder = await temporaryFolder();
  await writeFile(
    join(folder, "ratings.csv"),
    "rating_val;user_id;movie_id\n7;ada;heat\n10;ben;heat\n1;ada;alien\n",
  );
  await writeFile(
    join(folder, "movie_data.csv"),
    '\uFEFF"movie_id",movie_title\nalien,Alien (1979)\nheat,"Heat (1995)"\n',
  );
  const { dataset } = await readDataset(folder);
  expect(dataset.ratings.userIds).toEqual(["ada", "ben"]);
  expect(dataset.ratings.movieIds).toEqual(["heat", "alien"]);
  expect([...dataset.ratings.stars]).toEqual([3.5, 5, 0.5]);
  expect(dataset.movies[1]).toEqual({
    id: "alien",
    title: "Alien",
    year: 1979,
    alternativeTitles: [],
    genres: [],
  });
});

test("reads a MovieLens CSV that a program has written anew, quoted and with its columns in another order", async () => {
  const folder = await temporaryFolder();
  await writeDataset(folder, world, "ml-csv");
  const lines = (await readFile(join(folder, "ratings.csv"), "utf8")).trim().split("\n");
  const rewritten = lines.map((line) =>
    line
      .split(",")
      .reverse()
      .map((cell) => `"${cell}"`)
      .join(","),
  );
  await writeFile(join(folder, "ratings.csv"), rewritten.join("\n"));
  expect((await readDataset(folder, { name: "x" })).dataset).toEqual({ ...world, name: "x" });
});

test("reads the tags of a MovieLens CSV with their movies, one that several gave as often", async () => {
  const folder = await temporaryFolder();
  await writeDataset(folder, world, "ml-csv");
  const [first, second] = world.movies;
  const rows = [`1,${first!.id},"robots, big",5`, `2,${first!.id},robots,6`, `3,${first!.id},robots,7`];
  await writeFile(join(folder, "tags.csv"), ["userId,movieId,tag,timestamp", ...rows].join("\n"));
  const { dataset, report } = await readDataset(folder);
  expect(dataset.movies[0]!.tags).toEqual(["robots, big", "robots", "robots"]);
  expect(dataset.movies[1]).toEqual(second);
  expect(report.files.at(-1)).toMatchObject({ rows: 3, bad: [] });
});

test("MovieTweetings' 0 is half a star", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "ratings.dat"), "1::0113277::0::1365029107\n1::0078748::9::1365029108\n");
  await writeFile(join(folder, "movies.dat"), "0113277::Heat (1995)::Crime\n0078748::Alien (1979)::\n");
  const { dataset } = await readDataset(folder);
  expect([...dataset.ratings.stars]).toEqual([0.5, 4.5]);
  expect(dataset.movies).toMatchObject([{ imdbId: "tt0113277" }, { imdbId: "tt0078748", genres: [] }]);
});

test("counts bad rows by reason with their first lines, and leaves them out", async () => {
  const folder = await temporaryFolder();
  const big = generateWorld({ users: 100, movies: 60, groups: 2, ratingsPerUser: 30, seed: 1 }).dataset;
  await writeDataset(folder, big, "ml-csv");
  const first = big.ratings;
  const pair = `${first.userIds[0]},${first.movieIds[first.movies[0]!]}`;
  await appendFile(
    join(folder, "ratings.csv"),
    [
      "7,,3,1000000000", // line 3002
      "7,1,3,1000000000,9",
      "x7,1,3,1000000000",
      "7,1,5.5,1000000000",
      "7,1,3.25,1000000000",
      "7,424242,3,1000000000",
      "", // no row, yet a line
      "7",
      `${pair},0.5,4000000000`, // later than line 2, which it replaces
      `${pair},5,17`, // earlier, so it falls itself
      "901,1,4,", // no time: a good rating all the same
      "902,1,4,not a time",
    ].join("\n"),
  );
  const { dataset, report } = await readDataset(folder);
  expect(report.files[0]).toEqual({
    file: join(folder, "ratings.csv"),
    rows: 3011,
    bad: [
      { reason: "missing field", count: 2, firstLines: [3002, 3009] },
      { reason: "extra field", count: 1, firstLines: [3003] },
      { reason: "not a number", count: 1, firstLines: [3004] },
      { reason: "unknown rating", count: 2, firstLines: [3005, 3006] },
      { reason: "unknown movie", count: 1, firstLines: [3007] },
      { reason: "duplicate", count: 2, firstLines: [2, 3011] },
    ],
  });
  expect(report).toMatchObject({ ratings: 3002, users: 102, withoutTimestamp: 2 });
  const ofPair = [...dataset.ratings.stars].filter(
    (_, row) => dataset.ratings.users[row] === 0 && dataset.ratings.movies[row] === first.movies[0],
  );
  expect(ofPair).toEqual([0.5]);
});

test("of duplicates without times the one further down stays", async () => {
  const folder = await temporaryFolder();
  const rows = Array.from({ length: 200 }, (_, user) => `u${user},m1,6`);
  await writeFile(
    join(folder, "export.csv"),
    ["user_id,movie_id,rating_val", ...rows, "u3,m1,10"].join("\n"),
  );
  await writeFile(join(folder, "movie_data.csv"), "movie_id,movie_title\nm1,Heat\n");
  const { dataset, report } = await readDataset(folder);
  expect(report.files[0]!.bad).toEqual([{ reason: "duplicate", count: 1, firstLines: [5] }]);
  expect(dataset.ratings.stars).toHaveLength(200);
  expect(dataset.ratings.stars.at(-1)).toBe(5);
});

test("bad rows of a plain export are counted too, by the lines of the file whatever its cells hold", async () => {
  const folder = await temporaryFolder();
  const rows = Array.from({ length: 600 }, (_, user) => `u${user},m1,6,"two\nlines"`);
  const bad = ["v,m1,11,", "v,m1,7.5,", "v,m1,0,", "v,m1,many,", "v,,6,", "v,m1,6,,,"];
  await writeFile(
    join(folder, "export.csv"),
    ["user_id,movie_id,rating_val,review", ...rows, ...bad].join("\n"),
  );
  await writeFile(join(folder, "movie_data.csv"), "movie_id,movie_title\nm1,Heat\n");
  expect((await readDataset(folder)).report.files[0]!.bad).toEqual([
    { reason: "unknown rating", count: 3, firstLines: [1202, 1203, 1204] },
    { reason: "not a number", count: 1, firstLines: [1205] },
    { reason: "missing field", count: 1, firstLines: [1206] },
    { reason: "extra field", count: 1, firstLines: [1207] },
  ]);
});

test("reads a million ratings in 20 MB of heap: no string or object is kept per row", async () => {
  const folder = await temporaryFolder();
  await writeDataset(folder, world, "ml-csv");
  const userCount = 36_000; // times 30 is more than one chunk of columns
  const line = (user: number, k: number) =>
    `${user},${world.movies[k]!.id},${(1 + (user % 10)) / 2},${1e9 + user}\n`;
  const lines = Array.from({ length: 30 * userCount }, (_, i) => line(1 + Math.floor(i / 30), i % 30));
  const again = `1,${world.movies[0]!.id},5,2000000000\n`; // replaces the first row, a chunk earlier
  await writeFile(
    join(folder, "ratings.csv"),
    ["userId,movieId,rating,timestamp\n", ...lines, again].join(""),
  );

  const program = `
    const { readDataset } = await import(process.argv[1]);
    const { dataset: { ratings }, report } = await readDataset(process.argv[2]);
    const sum = ratings.stars.reduce((a, b) => a + b);
    console.log(JSON.stringify({ report, sum, last: [ratings.users.at(-1), ratings.stars.at(-1)] }));`;
  const url = new URL("./read-dataset.js", import.meta.url).href;
  const flags = ["--max-old-space-size=20", "--input-type=module", "-e", program, url, folder];
  const { stdout } = await promisify(execFile)(process.execPath, flags);
  const { report, sum, last } = JSON.parse(stdout);
  expect(report).toMatchObject({ ratings: 30 * userCount, users: userCount });
  expect(report.files[0].bad).toEqual([{ reason: "duplicate", count: 1, firstLines: [2] }]);
  expect(sum).toBe(30 * userCount * 2.75 + 4); // user 1's first rating was 1, and became 5
  expect(last).toEqual([0, 5]);
});

test("refuses a file of which more than 1 % is bad, naming file, line, reason and remedy", async () => {
  const folder = await temporaryFolder();
  await writeDataset(folder, world, "ml-csv");
  await appendFile(join(folder, "ratings.csv"), "1,1,11,1000000000\n1,1,12,1000000000\n1,1,13,1000000000\n");
  await expect(readDataset(folder)).rejects.toMatchObject({
    name: "DatasetError",
    line: 242,
    message: expect.stringMatching(
      /ratings\.csv, line 242: unknown rating; of 243 rows 3 are bad.*1 %.*npm run data/,
    ),
  });
});

test("refuses an empty rating file by name", async () => {
  const folder = await temporaryFolder();
  await writeDataset(folder, world, "ml-csv");
  await writeFile(join(folder, "ratings.csv"), "userId,movieId,rating,timestamp\n");
  await expect(readDataset(folder)).rejects.toThrow(/ratings\.csv: the file holds no rows\. .*npm run data/);
  await writeFile(join(folder, "ratings.csv"), "");
  await expect(readDataset(folder)).rejects.toThrow(/ratings\.csv: the file holds no rows/);
});

test("refuses a movie file whose quotes never close", async () => {
  const folder = await temporaryFolder();
  await writeDataset(folder, world, "ml-csv");
  await appendFile(join(folder, "movies.csv"), '9999,"Heat (1995),Crime\n');
  await expect(readDataset(folder)).rejects.toThrow(
    /movies\.csv, line \d+: Quote Not Closed.*correct the quotes/s,
  );
});

test("tells a wrong folder what it expected, and a missing one how to get a data set", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "holiday.jpg"), "");
  await expect(readDataset(folder)).rejects.toThrow(
    /no known data set \(found holiday\.jpg\).*u\.data and u\.item/,
  );
  await rm(folder, { recursive: true });
  await expect(readDataset(folder)).rejects.toThrow(/no such folder\..*npm run data -- ml-latest-small/);
});

test("a folder named like the data set is not enough: its files decide", async () => {
  const folder = join(await temporaryFolder(), "ml-100k");
  await mkdir(folder);
  await writeDataset(folder, world, "movietweetings");
  expect((await readDataset(folder)).report.format).toBe("MovieTweetings");
});

test("tells how far it has read, up to the whole file", async () => {
  const folder = await temporaryFolder();
  await writeDataset(folder, world, "ml-csv");
  const seen: ReadProgress[] = [];
  await readDataset(folder, { onProgress: (progress) => seen.push(progress) });
  const last = seen.findLast(({ file }) => file === "ratings.csv")!;
  expect(last.bytesRead).toBe(last.bytesTotal);
  expect(last.bytesTotal).toBeGreaterThan(1000);
});
