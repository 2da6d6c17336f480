/** The films of a model at hand, what is known of them and their traits, for a model that is trained on other ratings. */
import { existsSync } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { FACTS_FILE } from "../../src/artifacts/film-facts-file.ts";
import { NAMES_FILE } from "../../src/artifacts/film-names-file.ts";
import { SEARCH_FILE } from "../../src/artifacts/film-search-file.ts";
import { WORDS_FILE } from "../../src/artifacts/film-words-file.ts";
import { FILES } from "../../src/artifacts/manifest.ts";
import { readArtifacts } from "../../src/artifacts/read-artifacts.ts";
import { readKnowledge } from "../../src/artifacts/read-knowledge.ts";
import { type ListedFilm, listed } from "../../src/dataset/films/film-list.ts";
import type { RatedMovies } from "../../src/dataset/rating-sums.ts";
import { makeFolder } from "../../src/files/make-folder.ts";
import type { TrainingData } from "../../src/training/train-model.ts";

/** movie_map.json */
const rowsSchema = z.record(z.string(), z.int().nonnegative());
const KNOWLEDGE = [FACTS_FILE, WORDS_FILE, SEARCH_FILE, NAMES_FILE, "NOTICE.md"];

/**
 * The data set's films in its order, each as the model has it where it does, then all others of the model.
 *
 * @param folder of the model
 */
export async function takenOver(
  folder: string,
  { movies, sums }: RatedMovies,
): Promise<Pick<TrainingData, "films" | "knowledge" | "traits">> {
  const [model, knowledge, map] = await Promise.all([
    readArtifacts(folder),
    readKnowledge(folder),
    readFile(join(folder, FILES.map), "utf8"),
  ]);
  const bySource = rowsSchema.parse(JSON.parse(map));
  const byId = new Map(model.movies.map(({ id }, row) => [id, row]));
  const taken = new Set<number>();
  const take = (row: number | undefined): number | undefined => {
    if (row === undefined || taken.has(row)) return undefined;
    taken.add(row);
    return row;
  };
  const first = movies.map(({ id }) => take(bySource[id]));
  const rows = movies.map(({ id, imdbId }, at) => first[at] ?? take(byId.get(imdbId ?? id)));
  const own = movies.map((movie, at): ListedFilm => {
    const row = rows[at];
    if (row === undefined) return listed(movie, movie.imdbId ?? movie.id, sums.get(movie.id));
    return { sourceId: movie.id, movie: model.movies[row]! };
  });
  const others = Object.entries(bySource).filter(([, row]) => !taken.has(row));
  const from = [...rows, ...others.map(([, row]) => row)];
  const traits = [...model.traits].map(
    ([name, fits]) => [name, Uint8Array.from(from, (row) => (row === undefined ? 0 : fits[row]!))] as const,
  );
  return {
    films: [...own, ...others.map(([sourceId, row]) => ({ sourceId, movie: model.movies[row]! }))],
    knowledge,
    traits: new Map(traits),
  };
}

/** Facts, words, names and the search index go by the films' ids, and so serve another model of the same films as they are. */
export async function copyKnowledge(from: string, to: string): Promise<void> {
  makeFolder(to);
  for (const name of KNOWLEDGE)
    if (existsSync(join(from, name))) await copyFile(join(from, name), join(to, name));
}
