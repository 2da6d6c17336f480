import type { FilmFacts } from "../catalog/film-facts.ts";
import type { WordsOfFilm } from "../catalog/knowledge.ts";
import type { Movie } from "../catalog/movie.ts";

/** What a poster is drawn from. */
export interface PosterFilm {
  readonly id: string;
  readonly title: string;
  readonly year?: number;
  readonly genres: readonly string[];
  /** Moods, themes and places, the most characteristic first: "heist", "paris", "sad". */
  readonly tags: readonly string[];
  readonly countries: readonly string[];
  readonly directors: readonly string[];
  readonly cast: readonly string[];
  /** What it is about, in a sentence; empty where nothing is written. */
  readonly line: string;
}

/** @param traits what a model knows it by beyond genres, strongest first; they follow the tags */
export const posterFilm = (
  movie: Movie,
  facts: FilmFacts | undefined,
  words: WordsOfFilm | undefined,
  traits: readonly string[] = [],
): PosterFilm => ({
  id: movie.id,
  title: movie.title,
  ...(movie.year !== undefined && { year: movie.year }),
  genres: movie.genres,
  tags: [...new Set([...(words?.tags ?? []), ...traits])],
  countries: facts?.countries?.value ?? [],
  directors: facts?.directors?.value ?? [],
  cast: facts?.cast?.value ?? [],
  line: words?.line ?? "",
});
