/** Films by the studio, or the world of stories, that people ask for by its name. */
import { z } from "zod";
import type { Movie, MovieId } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";
import { namedFilmSchema, namedFilmsIn } from "./named-films.ts";

/** By the tag of a studio its films, as "Iron Man (2008)". */
export type WrittenStudios = ReadonlyMap<string, readonly string[]>;

const studiosSchema = z.record(z.string().min(1), z.array(namedFilmSchema).min(1));

/** @throws Error naming the file and what to mend */
export function readStudios(yaml: string, where: string): WrittenStudios {
  const result = studiosSchema.safeParse(readYaml(yaml, where) ?? {});
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  return new Map(Object.entries(result.data));
}

/** The tags of studios, by movie; films that are not among `movies` are passed over. */
export function studioTags(
  movies: readonly Movie[],
  studios: WrittenStudios,
): ReadonlyMap<MovieId, readonly string[]> {
  const find = namedFilmsIn(movies);
  const tagsOf = new Map<MovieId, readonly string[]>();
  for (const [tag, films] of studios) {
    for (const { id } of films.flatMap((film) => find(film) ?? []))
      tagsOf.set(id, [...(tagsOf.get(id) ?? []), tag]);
  }
  return tagsOf;
}
