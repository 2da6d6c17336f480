import { describe, expect, test } from "vitest";
import { userRatingsFrom } from "./read-user-ratings.ts";

const titles = [
  ["Heat", 1995],
  ["The Heat", 2013],
  ["Blade Runner", 1982],
  ["Alien", 1979],
  ["Heat", 1986],
] as const;
const known = {
  movies: titles.map(([title, year], row) => ({
    id: `tt000000${row}`,
    title,
    year,
    alternativeTitles: [],
    genres: [],
    ratingCount: 10,
    meanStars: 4,
  })),
  movieIds: ["10", "20", "30", "40", "50"],
};
const read = (text: string, mostPoints: 5 | 10 = 5) => {
  const { history, leftOut } = userRatingsFrom(
    { name: "mine.csv", bytes: new TextEncoder().encode(text) },
    known,
    mostPoints,
  );
  return { rows: [...history.rows], stars: [...history.stars], leftOut };
};

describe("somebody's ratings", () => {
  test("name movies by title and year", () => {
    const { rows, stars } = read("title,year,rating\nHeat,1995,4.5\nalien,,3\n");
    expect([rows, stars]).toEqual([
      [0, 3],
      [4.5, 3],
    ]);
  });

  test.each([
    ["the data set's ids", "movieId,rating\n30,4\n"],
    ["IMDb's export", "Const,Your Rating,Title,Year\ntt0000002,4,Blade Runner,1982\n"],
    [
      "Letterboxd's export",
      "Date,Name,Year,Letterboxd URI,Rating\n2026-01-02,Blade Runner,1982,https://boxd.it/x,4\n",
    ],
    ["a spreadsheet with a byte order mark and spaces", "\ufeffTitle , Rating\r\n Blade Runner , 4 \r\n"],
  ])("come as %s", (_, text) => {
    expect(read(text)).toEqual({ rows: [2], stars: [4], leftOut: [] });
  });

  test("count in points where they are points", () => {
    expect(read("title,rating\nAlien,9\n", 10).stars).toEqual([4.5]);
  });

  test("are left out one by one where they cannot be used, each with its line and reason", () => {
    const { rows, leftOut } = read(
      "title,year,rating\nAlien,1979,4\nHeat,,5\nNo Such Film,2001,3\nBlade Runner,1982,8\n,,2\n",
    );
    expect(rows).toEqual([3]);
    expect(leftOut).toEqual([
      'line 3: "Heat" may be Heat (1995) or The Heat (2013) or Heat (1986): give its year',
      'line 4: no movie is called "No Such Film (2001)"',
      'line 5: the rating is "8", expected 0.5 to 5, or 1 to 10 with --scale 10',
      "line 6: no movie is named",
    ]);
  });

  test("count once, the last of them", () => {
    const { rows, stars, leftOut } = read("movieId,rating\n10,2\n10,5\n");
    expect([rows, stars]).toEqual([[0], [5]]);
    expect(leftOut).toEqual(["line 3: rated before, this rating counts"]);
  });

  test("are refused without a column of ratings or of movies, and where none is left", () => {
    expect(() => read("film,grade\nHeat,A\n")).toThrow("found film, grade");
    expect(() => read("")).toThrow("The file is empty");
    expect(() => read("title,rating\nNo Such Film,3\n")).toThrow(/no rating that can be used\nline 2/);
  });
});
