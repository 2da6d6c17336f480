/** Films that people ask for as a group, by its name: of a studio or a world of stories, by an author, winners of a prize. */
import { z } from "zod";
import type { Movie, MovieId } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";
import { namedFilmSchema, namedFilmsIn } from "./named-films.ts";

/** By the tag of a group its films, as "Iron Man (2008)". */
export type WrittenGroups = ReadonlyMap<string, readonly string[]>;

const groupsSchema = z.record(z.string().min(1), z.array(namedFilmSchema).min(1));

/** @throws Error naming the file and what to mend */
export function readGroups(yaml: string, where: string): WrittenGroups {
  const result = groupsSchema.safeParse(readYaml(yaml, where) ?? {});
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  return new Map(Object.entries(result.data));
}

/** The tags of groups, by movie; films that are not among `movies` are passed over. */
export function groupTags(
  movies: readonly Movie[],
  groups: WrittenGroups,
): ReadonlyMap<MovieId, readonly string[]> {
  const find = namedFilmsIn(movies);
  const tagsOf = new Map<MovieId, readonly string[]>();
  for (const [tag, films] of groups) {
    for (const { id } of films.flatMap((film) => find(film) ?? []))
      tagsOf.set(id, [...(tagsOf.get(id) ?? []), tag]);
  }
  return tagsOf;
}
