/** Films by what they are about in the first place: who asks for boxing means these before those in which somebody boxes. */
import { z } from "zod";
import { fameOf, leastFames } from "../../catalog/fame.ts";
import type { WordsOfFilm } from "../../catalog/knowledge.ts";
import type { Movie, MovieId } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";
import { namedFilmList, namedFilmsIn } from "./named-films.ts";

/** By subject, a tag of the vocabulary, its films as "Rocky (1976)". */
export type WrittenSubjects = ReadonlyMap<string, readonly string[]>;

const subjectsSchema = z.record(z.string().min(1), namedFilmList);

/** @throws Error naming the file and what to mend */
export function readSubjects(yaml: string, where: string): WrittenSubjects {
  const result = subjectsSchema.safeParse(readYaml(yaml, where) ?? {});
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  return new Map(Object.entries(result.data));
}

/**
 * The tags of a film in the order of what they tell: first the subjects that it is listed under, in the order that it has them in,
 * last those that it has and is not listed under, if everybody has heard of it: the lists are complete for such films.
 */
export function bySubject(
  movies: readonly Movie[],
  subjects: WrittenSubjects,
): (movie: Movie, tags: readonly string[]) => Pick<WordsOfFilm, "tags" | "subjects"> {
  const find = namedFilmsIn(movies);
  const listed = new Map<MovieId, Map<string, number>>();
  for (const [subject, films] of subjects) {
    for (const [place, { id }] of films.flatMap((film) => find(film) ?? []).entries()) {
      const places = listed.get(id) ?? new Map<string, number>();
      places.set(subject, Math.min(place, places.get(subject) ?? place));
      listed.set(id, places);
    }
  }
  const { famous } = leastFames(movies);
  return (movie, tags) => {
    const places = listed.get(movie.id) ?? new Map<string, number>();
    const isPassing = (tag: string) => fameOf(movie) >= famous && subjects.has(tag);
    const first = [...new Set([...tags.filter((tag) => places.has(tag)), ...places.keys()])];
    const others = tags.filter((tag) => !places.has(tag));
    return {
      tags: [...first, ...others.filter((tag) => !isPassing(tag)), ...others.filter(isPassing)],
      ...(first.length > 0 && { subjects: first.map((tag) => places.get(tag)!) }),
    };
  };
}
