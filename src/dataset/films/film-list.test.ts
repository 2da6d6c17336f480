import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ratingSums } from "../rating-sums.ts";
import { openFolder, type SourceFolder } from "../source-folder.ts";
import { ratingTable } from "../testing/table.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { readCrowd, withoutPeople } from "./crowd.ts";
import { listFilms, readMovieLensFilms } from "./film-list.ts";

async function folderWith(files: Readonly<Record<string, readonly string[]>>): Promise<SourceFolder> {
  const path = await temporaryFolder();
  for (const [file, lines] of Object.entries(files)) writeFileSync(join(path, file), lines.join("\n"));
  return openFolder(path);
}

const crowdOf = (...lines: string[]) =>
  folderWith({ "ml-latest-2023-average_ratings.csv": ["movieId,avg_rating,count", ...lines] });

const third = 10 / 3; // 3 ratings with a sum of 10 stars

test("the crowd's sums come back without error from means of sixteen digits", async () => {
  const crowd = await readCrowd(await crowdOf(`1,${third},3`, "2,3.8935076093890357,76813"));
  expect([...crowd]).toEqual([
    ["1", { ratings: 3, stars: 10 }],
    ["2", { ratings: 76813, stars: 299072 }],
  ]);
});

test.each(["1,5.5,2", "1,3,0", "1,0.1,4", "1,x,4"])(
  "a line that no ratings make is refused: %s",
  async (line) => {
    await expect(readCrowd(await crowdOf(line))).rejects.toThrow(/film 1 has/);
  },
);

test("people are taken out of the crowd exactly, and who is not in it is found out", () => {
  const crowd = new Map([
    ["1", { ratings: 3, stars: 10 }],
    ["2", { ratings: 1, stars: 4 }],
    ["3", { ratings: 2, stars: 2 }],
  ]);
  const own = ratingSums(
    ratingTable([
      [0, 1, 4.5],
      [1, 1, 3],
      [1, 2, 4],
    ]),
  );
  expect([...withoutPeople(crowd, own).values()]).toEqual([
    { ratings: 1, stars: 2.5 },
    { ratings: 0, stars: 0 },
    { ratings: 2, stars: 2 },
  ]);
  const strangers = new Map([["3", { ratings: 1, stars: 5 }]]);
  expect(() => withoutPeople(crowd, strangers)).toThrow(/not among the crowd/);
});

test("the data set's films keep their rows, and those follow that the crowd rated often enough", async () => {
  const folder = await folderWith({
    "ml-32m-movies.csv": [
      "movieId,title,genres",
      "1,Toy Story (1995),Comedy",
      '7,"Crow, The: Wicked Prayer (2005)",Action|Horror',
      "8,Seen By Few (2001),Drama",
      "9,Put On Again (2010),Drama",
    ],
  });
  const films = listFilms({
    own: [
      {
        id: "1",
        title: "Toy Story",
        alternativeTitles: [],
        year: 1995,
        genres: ["Comedy"],
        imdbId: "tt0114709",
      },
      { id: "6", title: "Put on Again", alternativeTitles: [], year: 2010, genres: [] },
      { id: "5", title: "Gone From The Crowd", alternativeTitles: [], genres: [], tags: ["odd"] },
    ],
    others: await readMovieLensFilms(folder),
    crowd: new Map([
      ["1", { ratings: 3, stars: 10 }],
      ["7", { ratings: 20, stars: 50 }],
      ["8", { ratings: 19, stars: 50 }],
      ["9", { ratings: 30, stars: 60 }],
    ]),
    ownSums: new Map([["5", { ratings: 2, stars: 7 }]]),
  });
  expect(films).toMatchObject([
    { sourceId: "1", movie: { id: "tt0114709", ratingCount: 3, meanStars: 3.33 } },
    { sourceId: "6", movie: { id: "6", ratingCount: 30, meanStars: 2 } },
    { sourceId: "5", movie: { id: "5", ratingCount: 2, meanStars: 3.5 } },
    {
      sourceId: "7",
      movie: {
        id: "movielens-7",
        title: "The Crow: Wicked Prayer",
        year: 2005,
        ratingCount: 20,
        meanStars: 2.5,
      },
    },
  ]);
  expect(films[2]!.movie).not.toHaveProperty("tags");
});
