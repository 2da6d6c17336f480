import { expect, test } from "vitest";
import { genreTagsOf } from "./genre-tags.ts";
import { createToldGenres } from "./told-genres.ts";

const MANY = 12;
const films: readonly (readonly [genres: string, tags: string])[] = [
  ["Comedy", "first love, wedding, time loop"],
  ["Comedy", "parody, college"],
  ["Comedy", ""],
  ["Comedy", "parody, college, silly, office, sports, first love"],
  ["", "first love, wedding"],
  ...Array.from({ length: MANY }, () => ["Romance Drama", "rain, first love"] as const),
  ...Array.from({ length: MANY - 1 }, () => ["Romance Drama", "first love, wedding"] as const),
  ...Array.from({ length: 3 * MANY }, () => ["Comedy Drama", "parody, office, rain"] as const),
];
const [UNLISTED, PARODY, UNWRITTEN, IN_PASSING, OF_NO_GENRE, LISTED] = [0, 1, 2, 3, 4, 5];
const movies = films.map(([genres], row) => ({
  id: `${row}`,
  title: `${row}`,
  alternativeTitles: [],
  genres: genres.split(" ").filter((genre) => genre !== ""),
  ratingCount: 0,
  meanStars: 0,
}));
const wordsOf = (id: string) => {
  const tags = films[Number(id)]![1];
  return tags === "" ? undefined : { line: "", tags: tags.split(", "), phrases: [] };
};
const isTold = createToldGenres(() => genreTagsOf({ movies }, { wordsOf }));

test("a love story that is listed as a comedy, or nowhere, is told as one", () => {
  expect(isTold("Romance")(UNLISTED)).toBe(true);
  expect(isTold("Romance")(OF_NO_GENRE)).toBe(true);
});

test.each([
  ["what is told otherwise", PARODY],
  ["what has it in passing", IN_PASSING],
  ["that of which nothing is written", UNWRITTEN],
  ["what is listed, which needs no telling", LISTED],
])("%s is not", (_, row) => {
  expect(isTold("Romance")(row)).toBe(false);
});

test("nothing is told as a drama, which most films are, nor as what no film is", () => {
  for (const genre of ["Drama", "Western"])
    for (const row of movies.keys()) expect(isTold(genre)(row)).toBe(false);
});
