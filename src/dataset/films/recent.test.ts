import { expect, test } from "vitest";
import { fameOf } from "../../catalog/fame.ts";
import { readRecentFilms } from "../../catalog/film-words/recent-films.ts";
import { listed } from "./film-list.ts";
import { recentFacts, withRecentFilms } from "./recent.ts";

const film = (id: number, fields: string) => `
  - id: ${id}
    year: 2024
    countries: [France]
    directors: [Ada]
    genres: [Drama]
    line: "Somebody walks into a room and finds that it is not the one that was left."
    tags: [a, b, c, d, e, f]
    phrases: ["a room that is another", "a door too many"]
${fields}`;

const FILMS = readRecentFilms(
  `films:${film(288513, '    title: "Barbara"\n    known: very\n    imdbId: tt1517268')}${film(
    900000007,
    '    title: "Nobody Knows It"\n    known: some\n    originalTitle: "Personne"\n    runtimeMinutes: 90',
  )}`,
  "recent.yaml",
);
const OLD = listed({ id: "288513", title: "Barb.", alternativeTitles: [], genres: [] }, "movielens-288513");

test("a film written by hand takes the row of the list that it has, or the next, under an id that stays", () => {
  const films = withRecentFilms([OLD], FILMS, new Map([["288513", { ratings: 4, stars: 14 }]]));
  expect(films.map(({ sourceId, movie }) => [sourceId, movie.id, movie.title])).toEqual([
    ["288513", "movielens-288513", "Barbara"],
    ["900000007", "matinee-7", "Nobody Knows It"],
  ]);
  expect(films[0]!.movie).toMatchObject({ ratingCount: 4, meanStars: 3.5, imdbId: "tt1517268" });
  expect(films[1]!.movie).toMatchObject({ ratingCount: 0, alternativeTitles: ["Personne"] });
});

test("it is known as well as is written, though it has no ratings yet", () => {
  const [barbara, nobody] = withRecentFilms([], FILMS, new Map()).map(({ movie }) => fameOf(movie));
  expect(barbara).toBeGreaterThan(nobody!);
  expect(nobody).toBeGreaterThan(0);
  expect(fameOf({ ratingCount: 50_000, fame: 600 })).toBe(50_000);
});

test("its facts are by hand, and what is not written of it is not known", () => {
  const facts = recentFacts(FILMS[1]!);
  expect(facts).toEqual({
    directors: { value: ["Ada"], source: "by hand" },
    countries: { value: ["France"], source: "by hand" },
    runtimeMinutes: { value: 90, source: "by hand" },
  });
});
