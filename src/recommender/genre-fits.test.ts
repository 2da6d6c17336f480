import { expect, test } from "vitest";
import { createGenreFits } from "./genre-fits.ts";
import { genreTagsOf } from "./genre-tags.ts";

const WAR_FILMS = 8;
const HORROR_FILMS = 8;
const films: readonly (readonly [genres: string, tags: string])[] = [
  ["Comedy Romance War", "first love, college, war"],
  ["War", ""],
  ["Comedy Horror", "parody, college, zombies"],
  ...Array.from({ length: WAR_FILMS }, () => ["War", "war, soldiers"] as const),
  ...Array.from({ length: HORROR_FILMS }, () => ["Horror", "zombies, gore"] as const),
  ["Comedy Romance", "first love, college"],
  ["Romance", "first love, wedding"],
  ["Comedy", "parody, college"],
];
const [IN_PASSING, UNWRITTEN, PARODY] = [0, 1, 2];
const warFilms = Array.from({ length: WAR_FILMS }, (_, nth) => 3 + nth);
const movies = films.map(([genres], row) => ({
  id: `${row}`,
  title: `${row}`,
  alternativeTitles: [],
  genres: genres.split(" "),
  ratingCount: 0,
  meanStars: 0,
}));
const wordsOf = (id: string) => {
  const tags = films[Number(id)]![1];
  return tags === "" ? undefined : { line: "", tags: tags.split(", "), phrases: [] };
};
const fits = createGenreFits({ movies }, () => genreTagsOf({ movies }, { wordsOf }));

test("a love story in a war is less of a war film than those that are told as others of the kind", () => {
  const war = fits(["War"]);
  for (const row of warFilms) expect(war[row]).toBeGreaterThan(war[IN_PASSING]!);
  expect(war[IN_PASSING]).toBeGreaterThanOrEqual(128);
  expect(Math.max(...warFilms.map((row) => war[row]!))).toBe(255);
});

test("of a film of which nothing is written it is open", () => {
  const war = fits(["War"]);
  expect(war[UNWRITTEN]).toBeGreaterThan(war[IN_PASSING]!);
  expect(war[UNWRITTEN]).toBeLessThan(255);
});

test("two genres are one kind: what mixes them is of it in full, however little it is of either", () => {
  expect(fits(["Horror", "Comedy"])[PARODY]).toBe(255);
  expect(fits(["Horror"])[PARODY]).toBeLessThan(191);
});
