import { expect, test } from "vitest";
import type { Dataset } from "../../dataset/dataset.ts";
import { ratingTable } from "../../dataset/testing/table.ts";
import { generateWorld } from "../../dataset/testing/world.ts";
import { explore } from "./facts.ts";
import { explorationPage } from "./page.ts";

const SECOND_OF_2001 = Date.UTC(2001, 5, 1) / 1_000;
const SECOND_OF_2003 = Date.UTC(2003, 5, 1) / 1_000;

/** Three people, four movies of which one is rated by all and one by nobody. */
const ratings = ratingTable([
  [0, 0, 5, SECOND_OF_2001],
  [0, 1, 3, SECOND_OF_2001],
  [0, 2, 4, SECOND_OF_2003],
  [1, 0, 4],
  [2, 0, 0.5, SECOND_OF_2003],
]);
const film = (id: string, year: number, genres: string[]) => ({
  id,
  title: `Film ${id}`,
  alternativeTitles: [],
  year,
  genres,
});
const small: Dataset = {
  name: "<small>",
  ratings: { ...ratings, movieIds: ["0", "1", "2", "3"] },
  movies: [
    film("0", 1999, ["Drama", "War"]),
    film("1", 1991, ["Drama"]),
    film("2", 1985, ["Comedy"]),
    film("3", 1984, ["Drama", "War"]),
  ],
};

test("a small data set, counted by hand", () => {
  const found = explore(small, (id) => ({ 0: ["France", "Italy"], 1: ["France"] })[Number(id)]);
  expect(found).toMatchObject({ users: 3, movies: 4, ratings: 5, density: 5 / 12, meanStars: 3.3 });
  expect(found.stars.filter(({ count }) => count > 0)).toEqual([
    { label: "0.5", count: 1 },
    { label: "3", count: 1 },
    { label: "4", count: 2 },
    { label: "5", count: 1 },
  ]);
  expect(found.activity).toEqual([
    { label: "1", count: 2 },
    { label: "2-3", count: 1 },
  ]);
  expect(found.longTail.find(([movies]) => movies === 0.25)).toEqual([0.25, 0.6]);
  expect(found.longTail.at(-1)).toEqual([1, 1]);
  expect(found.genres).toEqual(["Drama", "War", "Comedy"]);
  expect(found.together[0]).toEqual([1, 2 / 3, 0]); // of three dramas two are of war
  expect(found.together[1]).toEqual([1, 1, 0]);
  expect(found.coldStart.map(({ share }) => share)).toEqual([1, 1, 0.25, 1, 1]);
  expect(found.years).toEqual([
    { label: "2001", count: 2 },
    { label: "2002", count: 0 },
    { label: "2003", count: 2 },
  ]);
  expect(found.decades).toEqual([
    { label: "1980s", films: 0.5, ratings: 0.2 },
    { label: "1990s", films: 0.5, ratings: 0.8 },
  ]);
  expect(found.countries).toEqual([
    { label: "France", films: 0.5, ratings: 0.8 },
    { label: "Italy", films: 0.25, ratings: 0.6 },
  ]);
});

test("the page holds its charts and asks for nothing from elsewhere", () => {
  const { dataset } = generateWorld({ users: 60, movies: 40, groups: 4, ratingsPerUser: 12, seed: 1 });
  const page = explorationPage(explore(dataset));
  expect(page.match(/<svg /g)).toHaveLength(2 * 6); // of each chart a wide one and a narrow one; of countries nothing is known
  expect(page).not.toMatch(/(?:src|href)="|url\((?!#)|NaN/);
  expect(explorationPage(explore(small))).toContain("<h1>What is in &lt;small&gt;</h1>");
});

test("what a data set does not tell has no chart", () => {
  const untimed = { ...small, ratings: { ...small.ratings, atSeconds: new Uint32Array(5) } };
  const page = explorationPage(
    explore({ ...untimed, movies: small.movies.map(({ year: _, ...movie }) => ({ ...movie, genres: [] })) }),
  );
  for (const title of ["Time", "Decades", "Genres together", "Countries"])
    expect(page).not.toContain(`<h2>${title}</h2>`);
  expect(page).toContain("<h2>The long tail</h2>");
});
