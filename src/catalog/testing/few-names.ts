import type { FilmNames, NamedFilm } from "../film-names.ts";
import { hashOfKey } from "../key-hash.ts";
import { keyOf, withoutArticle, wordsOf } from "../normalise.ts";

const named = (title: string, year: number, ratingCount = 0): NamedFilm => ({
  title,
  alternativeTitles: [],
  year,
  ratingCount,
});
const FILMS = [
  named("Parasite", 2019, 12_000),
  named("Tenet", 2020, 4_000),
  named("The Creator", 2023),
  named("Heat", 1972, 3),
  named("The Two Towers", 1971, 1),
  named("Random", 2013, 1),
  named("Happy", 2011, 9),
];
const NICKNAMES = new Map([
  ["t2", "Terminator 2: Judgment Day (1991)"],
  ["hp", "Harry Potter"],
]);
const PLAIN = new Set(
  "i it a an the of is me you to and or was my with for in on about random happy horror something movie movies good what".split(
    " ",
  ),
);
const ORDINARY = new Set(
  "alien aliens moon heat seven arrival hate king up world towers two wonder boys".split(" "),
);
const ANNOUNCEMENTS = new Set(["watched", "loved", "like", "have you seen", "hated", "seen"]);
const keyOfTitle = (title: string) => keyOf(withoutArticle(wordsOf(title)));

/** A few films known by name only, and words to tell titles from. */
export const fewNames: FilmNames = {
  namedBy: (key) => FILMS.filter(({ title }) => keyOfTitle(title) === key),
  mayBeNamed: (hash) => FILMS.some(({ title }) => hashOfKey(keyOfTitle(title)) === hash),
  nicknamed: (key) => NICKNAMES.get(key),
  personNicknamed: () => undefined,
  isOrdinary: (word) => ORDINARY.has(word) || PLAIN.has(word),
  isWish: (word) => word === "horror",
  isPlain: (word) => PLAIN.has(word),
  announces: (phrase) => ANNOUNCEMENTS.has(phrase),
  completeTo: "2023-07",
};
