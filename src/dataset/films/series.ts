/** Series of films as they are written by hand, and each film's place in one. */
import { z } from "zod";
import type { PlaceInSeries } from "../../catalog/film-facts.ts";
import type { Movie, MovieId } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";
import { namedFilmSchema, namedFilmsIn } from "./named-films.ts";

/** Series by name: their films in order, as "Alien (1979)". */
export type WrittenSeries = ReadonlyMap<string, readonly string[]>;

const seriesSchema = z.record(z.string().min(1), z.array(namedFilmSchema).min(2));

/** @throws Error naming the file and what to mend */
export function readSeries(yaml: string, where: string): WrittenSeries {
  const result = seriesSchema.safeParse(readYaml(yaml, where) ?? {});
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  const twice = firstTwice(Object.values(result.data).flat());
  if (twice !== undefined) throw new Error(`${where}: ${twice} stands in two places; leave one.`);
  return new Map(Object.entries(result.data));
}

/** The place of each film that stands in a series; films that are not among `movies` leave their place empty. */
export function placesInSeries(
  movies: readonly Movie[],
  series: WrittenSeries,
): { readonly places: ReadonlyMap<MovieId, PlaceInSeries>; readonly unknown: readonly string[] } {
  const find = namedFilmsIn(movies);
  const places = new Map<MovieId, PlaceInSeries>();
  const unknown: string[] = [];
  for (const [name, films] of series) {
    films.forEach((film, index) => {
      const movie = find(film);
      if (movie) places.set(movie.id, { name, place: index + 1 });
      else unknown.push(film);
    });
  }
  return { places, unknown };
}

const firstTwice = (films: readonly string[]): string | undefined =>
  films.find((film, index) => films.indexOf(film) !== index);
