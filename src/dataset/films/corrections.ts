import { z } from "zod";
import type { FilmFacts } from "../../catalog/film-facts.ts";
import type { MovieId } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";

const names = z.array(z.string().min(1)).min(1).exactOptional();
const correctionsSchema = z.record(
  z.string().min(1),
  z.strictObject({
    runtimeMinutes: z.int().positive().exactOptional(),
    countries: names,
    languages: names,
    directors: names,
    cast: names,
  }),
);

export type Corrections = ReadonlyMap<MovieId, FilmFacts>;

/** What the sources have wrong, put right by hand, by film. @throws Error naming the file and what to mend */
export function readCorrections(yaml: string, where: string): Corrections {
  const result = correctionsSchema.safeParse(readYaml(yaml, where) ?? {});
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  return new Map(
    Object.entries(result.data).map(([id, film]) => [
      id,
      Object.fromEntries(Object.entries(film).map(([field, value]) => [field, { value, source: "by hand" }])),
    ]),
  );
}
