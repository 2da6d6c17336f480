/** Stories of a sort, how they are told and by which films: data/films/plots/*.yaml. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Plot } from "../../catalog/about/search-index.ts";
import type { Movie } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";
import { namedFilmList, namedFilmsIn } from "./named-films.ts";

/** Parts between "+", of which one way will do between "|". */
const isWritten = (told: string): boolean => told.split(/[+|]/).every((way) => /\p{L}/u.test(way));

const plotsSchema = z.record(
  z.string().min(1),
  z.strictObject({
    told: z.array(z.string().refine(isWritten, 'must be words between "|" and "+"')).min(1),
    films: namedFilmList.optional(),
  }),
);
export type WrittenPlots = z.infer<typeof plotsSchema>;

/** @throws Error naming the file and what to mend */
export function readPlots(yaml: string, where: string): WrittenPlots {
  const result = plotsSchema.safeParse(readYaml(yaml, where) ?? {});
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  return result.data;
}

/** Of every file of a folder. @throws Error naming the file and what to mend, also where two plots have one name */
export async function readPlotsOf(folder: string): Promise<WrittenPlots> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const all: WrittenPlots = {};
  for (const file of files.map((name) => join(folder, name)))
    for (const [name, plot] of Object.entries(readPlots(await readFile(file, "utf8"), file))) {
      if (all[name]) throw new Error(`${file}: "${name}" is written in another file too; give it one name`);
      all[name] = plot;
    }
  return all;
}

/** The plots, with the places of their films among the movies; a film that is none of these is passed over. */
export function plotsOf(written: WrittenPlots, movies: readonly Movie[]): Plot[] {
  const find = namedFilmsIn(movies);
  const places = new Map(movies.map(({ id }, place) => [id, place]));
  return Object.entries(written).map(([name, { told, films = [] }]) => ({
    name,
    told,
    films: [...new Set(films.flatMap((film) => places.get(find(film)?.id ?? "") ?? []))],
  }));
}
