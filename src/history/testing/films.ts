/** For tests: a catalogue in which titles are shared and years are near. */
import { createCatalog } from "../../catalog/catalog.ts";
import { NO_NAMES } from "../../catalog/film-names.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import type { Movie } from "../../catalog/movie.ts";

const film = (imdb: number, title: string, year: number | undefined, more: Partial<Movie> = {}): Movie => ({
  id: `tt${String(imdb).padStart(7, "0")}`,
  imdbId: `tt${String(imdb).padStart(7, "0")}`,
  title,
  ...(year !== undefined && { year }),
  alternativeTitles: [],
  genres: ["Drama"],
  ratingCount: 100,
  meanStars: 3.5,
  ...more,
});

export const films: readonly Movie[] = [
  film(113277, "Heat", 1995, { tmdbId: 949 }),
  film(116282, "Fargo", 1996, { tmdbId: 275 }),
  film(78748, "Alien", 1979, { tmdbId: 348 }),
  film(87182, "Dune", 1984),
  film(1160419, "Dune", 2021),
  film(133093, "The Matrix", 1999, { tmdbId: 603 }),
  film(211915, "Amelie", 2001, { alternativeTitles: ["Le fabuleux destin d'Amélie Poulain"] }),
  film(2562232, "Birdman: Or (The Unexpected Virtue of Ignorance)", 2014),
  film(5000001, "Twins", 2010),
  film(5000002, "Twins", 2011),
  film(5000003, "Twins in the Snow: The Longest Winter", 2012),
  film(83658, "Blade Runner", 1982, { tmdbId: 78 }),
];

const CALLED = new Map([
  ["diefabelhafteweltderamelie", "Amelie (2001)"],
  ["bladerunner1", "Blade Runner (1982)"],
]);

export const catalog = createCatalog(films, {
  ...NOTHING_KNOWN,
  names: { ...NO_NAMES, nicknamed: (key) => CALLED.get(key) },
});
export const titleOf = (id: string): string => {
  const { title, year } = films.find((one) => one.id === id)!;
  return `${title} ${year}`;
};

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
