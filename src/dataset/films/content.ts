/** What films have in them that somebody may wish to be spared, told by signs where nobody has tagged them with it. */
import { z } from "zod";
import { GENRES } from "../../catalog/genres.ts";
import type { Movie } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";
import { namedFilmList, namedFilmsIn } from "./named-films.ts";

/** "Action + Thriller": a film that is both. */
const genresTogether = z
  .string()
  .transform((text) => text.split(" + "))
  .pipe(z.array(z.enum(GENRES)).min(1));
const signsSchema = z.strictObject({
  tags: z.array(z.string().min(1)).default([]),
  genres: z.array(genresTogether).default([]),
  films: namedFilmList.optional(),
});
const contentSchema = z.record(z.string().min(1), signsSchema);

/** By content, a tag of the vocabulary, what says it. */
export type WrittenContent = ReadonlyMap<string, z.infer<typeof signsSchema>>;

/** @throws Error naming the file and what to mend */
export function readContent(yaml: string, where: string): WrittenContent {
  const result = contentSchema.safeParse(readYaml(yaml, where) ?? {});
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  return new Map(Object.entries(result.data));
}

/** The tags of what a film has in it by any sign, besides those that it has. */
export function contentBySigns(
  movies: readonly Movie[],
  content: WrittenContent,
): (movie: Movie, tags: readonly string[]) => readonly string[] {
  const find = namedFilmsIn(movies);
  const named = new Map(
    [...content].map(([tag, { films = [] }]) => [
      tag,
      new Set(films.flatMap((film) => find(film)?.id ?? [])),
    ]),
  );
  return ({ id, genres }, tags) => {
    const told = [...content].filter(
      ([tag, signs]) =>
        named.get(tag)!.has(id) ||
        signs.tags.some((sign) => tags.includes(sign)) ||
        signs.genres.some((together) => together.every((genre) => genres.includes(genre))),
    );
    return told.map(([tag]) => tag).filter((tag) => !tags.includes(tag));
  };
}
