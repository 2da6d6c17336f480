import { expect, test } from "vitest";
import type { Movie } from "../../catalog/movie.ts";
import { type Identity, identifyFilms, readIdentities } from "./identify-films.ts";
import type { SourceFilm } from "./source-film.ts";

const listed = (movie: Partial<Movie>) => ({
  sourceId: "1",
  movie: {
    id: `movielens-${movie.title}`,
    title: "",
    alternativeTitles: [],
    genres: [],
    ratingCount: 20,
    meanStars: 3,
    ...movie,
  },
});
const source = (film: Partial<SourceFilm>): SourceFilm => ({
  titles: [],
  directors: [],
  cast: [],
  countries: [],
  languages: [],
  ...film,
});
const identified = (
  movies: readonly Partial<Movie>[],
  sources: readonly SourceFilm[],
  byHand: readonly (readonly [string, Identity])[] = [],
) => identifyFilms(movies.map(listed), [sources], new Map(byHand)).map(({ movie }) => movie);

test("a missing year is the only one in which a source has a film of that title, festivals' years aside", () => {
  const sources = [
    source({ titles: ["The Favourite"], year: 2018 }),
    source({ titles: ["Favourite"], year: 2019 }),
    source({ titles: ["The King"], year: 2019 }),
    source({ titles: ["The King"], year: 2005 }),
  ];
  const [favourite, king] = identified([{ title: "The Favourite" }, { title: "The King" }], sources);
  expect(favourite?.year).toBe(2018);
  expect(king).not.toHaveProperty("year");
});

test("a missing IMDb id is that of the only film of the title and year, and never another film's of the list", () => {
  const sources = [
    source({ titles: ["Roma"], year: 2018, imdbId: "tt6155172" }),
    source({ titles: ["Cats"], year: 1998, imdbId: "tt0173714" }),
    source({ titles: ["Twins"], year: 2000, imdbId: "tt0000001" }),
    source({ titles: ["Twins"], year: 2000, imdbId: "tt0000002" }),
  ];
  const films = identified(
    [
      { title: "Roma", year: 2018 },
      { title: "Cats", year: 1998, imdbId: "tt0173714" },
      { title: "Cats", year: 1998 },
      { title: "Twins", year: 2000 },
    ],
    sources,
  );
  expect(films.map(({ imdbId }) => imdbId)).toEqual(["tt6155172", "tt0173714", undefined, undefined]);
});

test("the name of a film's page takes the place of a working title, and is else one more title", () => {
  const page = (imdbId: string, wikipedia: string) => source({ imdbId, wikipedia });
  const films = identified(
    [
      { title: "Untitled Spider-Man Reboot", imdbId: "tt2250912" },
      { title: "Laputa", imdbId: "tt0092067" },
      { title: "The Secret World of Arrietty", imdbId: "tt1568921" },
      { title: "Zeitgeist: Addendum", imdbId: "tt1332128" },
      { title: "Zeitgeist: The Movie", imdbId: "tt1166827" },
      { title: "Kid", imdbId: "tt0219854" },
      { title: "Heat", imdbId: "tt0113277" },
    ],
    [
      page("tt2250912", "Spider-Man: Homecoming"),
      page("tt0092067", "Castle in the Sky (1986 film)"),
      page("tt1568921", "Secret World of Arrietty"),
      page("tt1332128", "Zeitgeist (film series)"),
      page("tt1166827", "Zeitgeist (film series)"),
      page("tt0219854", "Heat"),
    ],
  );
  expect(films.map(({ title, alternativeTitles }) => [title, alternativeTitles])).toEqual([
    ["Spider-Man: Homecoming", ["Untitled Spider-Man Reboot"]],
    ["Laputa", ["Castle in the Sky"]],
    ["The Secret World of Arrietty", []],
    ["Zeitgeist: Addendum", []],
    ["Zeitgeist: The Movie", []],
    ["Kid", []],
    ["Heat", []],
  ]);
});

test("what is written by hand holds before all, and the old title is kept for search", () => {
  const yaml = 'movielens-Part II: { title: "Avengers: Endgame", year: 2019 }';
  const [film] = identified([{ title: "Part II", year: 2018 }], [], [...readIdentities(yaml, "titles.yaml")]);
  expect(film).toMatchObject({ title: "Avengers: Endgame", year: 2019, alternativeTitles: ["Part II"] });
  expect(() => readIdentities("a: { titel: x }", "titles.yaml")).toThrow(/titles\.yaml[\s\S]*titel/);
});
