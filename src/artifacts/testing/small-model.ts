import { fileURLToPath } from "node:url";
import type { Model } from "../model.ts";
import { readArtifacts } from "../read-artifacts.ts";
import { writeArtifacts } from "../write-artifacts.ts";
import { tinyOptions } from "./tiny-model.ts";

const SHIPPED = fileURLToPath(new URL("../../../../artifacts", import.meta.url));
/** More than anybody is suggested in a test. */
const FILMS = 300;

let small: Promise<Model> | undefined;

/**
 * Writes the shipped model with its best known films alone, for programs that are started over and over: they start on it
 * in a third of the time, and nothing more is known of its films.
 *
 * @param folder made where it is missing
 * @returns the folder, as a setting of the program
 */
export async function writeSmallModel(folder: string): Promise<string> {
  small ??= readArtifacts(SHIPPED).then(bestKnown);
  const model = await small;
  const movieIds = model.movies.map(({ id }) => id);
  await writeArtifacts(folder, model, { ...tinyOptions, movieIds });
  return folder;
}

function bestKnown(model: Model): Model {
  const { movies, dimensions, embeddings, trainedOn, placement, traits } = model;
  const rows = [...movies.keys()]
    .sort((a, b) => movies[b]!.ratingCount - movies[a]!.ratingCount)
    .slice(0, FILMS);
  return {
    ...model,
    movies: rows.map((row) => movies[row]!),
    embeddings: Float32Array.from(
      rows.flatMap((row) => [...embeddings.subarray(row * dimensions, (row + 1) * dimensions)]),
    ),
    trainedOn: Int32Array.from(rows, (row) => trainedOn[row]!),
    ...(placement && {
      placement: { ...placement, deviation: Float32Array.from(rows, (row) => placement.deviation[row]!) },
    }),
    traits: new Map([...traits].map(([name, fits]) => [name, Uint8Array.from(rows, (row) => fits[row]!)])),
  };
}
