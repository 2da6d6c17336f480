/** Who scored, shot and wrote films, and whose books they are made of, by hand: data/films/crew. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type FilmFacts, NAMED_FOR, namedFor } from "../../catalog/film-facts.ts";
import type { Movie, MovieId } from "../../catalog/movie.ts";
import { CREW_ROLES, type CrewRole } from "../../catalog/person.ts";
import { readYaml } from "../../files/yaml.ts";
import type { WrittenGroups } from "./groups.ts";
import { namedFilmList, namedFilmsIn } from "./named-films.ts";

const crewSchema = z.record(
  z.string().min(1),
  z.union([
    namedFilmList,
    z.strictObject({
      /** Of groups.yaml: its films are theirs. */
      group: z.string().min(1),
      /** But for these, which are about them. */
      without: namedFilmList.optional(),
    }),
  ]),
);
type WrittenRole = z.infer<typeof crewSchema>;

/** By role the films of each name. */
export type WrittenCrew = ReadonlyMap<CrewRole, WrittenRole>;

/** @throws Error naming the file and what to mend */
export async function readCrew(folder: string): Promise<WrittenCrew> {
  const files = CREW_ROLES.map(async (role) => {
    const file = join(folder, `${NAMED_FOR[role]}.yaml`);
    return [role, crewIn(await readFile(file, "utf8"), file)] as const;
  });
  return new Map(await Promise.all(files));
}

export function crewIn(yaml: string, where: string): WrittenRole {
  const result = crewSchema.safeParse(readYaml(yaml, where) ?? {});
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  return result.data;
}

/** The facts of films, and those of the written ones that are not among the movies; of a group those are passed over. */
export function crewOf(
  movies: readonly Movie[],
  crew: WrittenCrew,
  groups: WrittenGroups,
): { readonly facts: ReadonlyMap<MovieId, FilmFacts>; readonly unknown: readonly string[] } {
  const find = namedFilmsIn(movies);
  const facts = new Map<MovieId, FilmFacts>();
  const unknown: string[] = [];
  const add = ({ id }: Movie, role: CrewRole, name: string) => {
    const known = facts.get(id) ?? {};
    const value = [...new Set([...namedFor(known, role), name])];
    facts.set(id, { ...known, [NAMED_FOR[role]]: { value, source: "by hand" } });
  };
  for (const [role, people] of crew)
    for (const [name, films] of Object.entries(people)) {
      const isList = Array.isArray(films);
      for (const film of isList ? films : filmsOfGroup(films, groups)) {
        const movie = find(film);
        if (movie) add(movie, role, name);
        else if (isList) unknown.push(`${film} of ${name}`);
      }
    }
  return { facts, unknown };
}

const filmsOfGroup = (
  { group, without = [] }: { readonly group: string; readonly without?: readonly string[] | undefined },
  groups: WrittenGroups,
): readonly string[] => (groups.get(group) ?? []).filter((film) => !without.includes(film));
