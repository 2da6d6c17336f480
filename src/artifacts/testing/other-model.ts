import type { Model } from "../model.ts";
import { readArtifacts } from "../read-artifacts.ts";
import { writeArtifacts } from "../write-artifacts.ts";
import { tinyOptions } from "./tiny-model.ts";

/** The same films in other rows, and a taste that sees them otherwise. */
export async function writeOtherModel(folder: string, from: string): Promise<string> {
  const model = await readArtifacts(from);
  const { movies, dimensions: d, embeddings } = model;
  const rows = [...movies.keys()].reverse();
  const other: Model = {
    ...model,
    movies: rows.map((row) => movies[row]!),
    embeddings: Float32Array.from(rows.flatMap((row) => [...embeddings.subarray(row * d, (row + 1) * d)])),
    trainedOn: Int32Array.from(rows, (row) => model.trainedOn[row]!),
    ...(model.placement && {
      placement: {
        ...model.placement,
        deviation: Float32Array.from(rows, (row) => model.placement!.deviation[row]!),
      },
    }),
    traits: new Map(
      [...model.traits].map(([name, fits]) => [name, Uint8Array.from(rows, (row) => fits[row]!)]),
    ),
  };
  await writeArtifacts(folder, other, { ...tinyOptions, movieIds: other.movies.map(({ id }) => id) });
  return folder;
}
