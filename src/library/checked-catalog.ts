/** The catalogue as programs outside get it: what they pass in is checked at the door. */
import { isMovie } from "../artifacts/movie-schema.ts";
import { type Catalog, createCatalog as create } from "../catalog/catalog.ts";
import type { Movie } from "../catalog/movie.ts";
import { InputError } from "./checked.ts";

/** @param movies as a model has them, each id once @throws InputError where they are none; so do its calls */
export function createCatalog(movies: readonly Movie[]): Catalog {
  if (!Array.isArray(movies)) throw new InputError("movies: expected a list, such as a model's");
  const ids = new Set<string>();
  for (const [row, movie] of movies.entries()) {
    if (!isMovie(movie)) throw new InputError(`movies.${row}: not a movie as a model has it`);
    if (ids.has(movie.id)) throw new InputError(`movies.${row}.id: ${movie.id} comes twice`);
    ids.add(movie.id);
  }
  const catalog = create(movies);
  const text = (given: unknown): string => {
    if (typeof given === "string") return given;
    throw new InputError(`text: expected what somebody typed, found ${typeof given}`);
  };
  return {
    ...catalog,
    find: (given) => catalog.find(text(given)),
    about: (given, options) => catalog.about(text(given), options),
    tellsOneFilm: (given) => catalog.tellsOneFilm(text(given)),
    search(given, limit) {
      if (!Number.isInteger(limit) || limit < 1) throw new InputError("limit: at least one movie");
      return catalog.search(text(given), limit);
    },
  };
}
