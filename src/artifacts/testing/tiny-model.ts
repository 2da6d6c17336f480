import { createRandom } from "../../numerics/random.ts";
import type { ModelCard } from "../manifest.ts";
import type { Model } from "../model.ts";
import { quantiseRows, restoreRows } from "../quantised-rows.ts";
import { contentsOf, versionOf, type WriteOptions } from "../write-artifacts.ts";

const MOVIES = 5;
const DIMENSIONS = 3;

/** A model of five movies in three dimensions, with every kind of fact; another seed, other numbers. */
export function tinyModel(seed: number): Model {
  const random = createRandom(seed);
  const draw = (length: number) => Float64Array.from({ length }, random.normal);
  const model: Omit<Model, "version"> = {
    movies: Array.from({ length: MOVIES }, (_, row) => ({
      id: `tt${row}`,
      title: `Amélie "${row}", the ☃`,
      alternativeTitles: row % 2 === 0 ? [] : ["Le Fabuleux Destin"],
      ...(row !== 1 && { year: 1990 + row }),
      genres: ["Comedy"],
      ...(row !== 2 && { imdbId: `tt${row}`, tmdbId: row }),
      ratingCount: row,
      meanStars: row / 2,
    })),
    dimensions: DIMENSIONS,
    embeddings: asWritten(Float32Array.from(draw(MOVIES * DIMENSIONS))),
    trainedOn: Int32Array.from({ length: MOVIES }, (_, row) => row),
    placement: {
      deviation: Float32Array.from({ length: MOVIES }, (_, row) => (row < 3 ? 0 : random.uniform())),
      spread: Float32Array.from({ length: DIMENSIONS }, random.uniform),
    },
    prior: {
      mean: draw(DIMENSIONS),
      covariance: draw(DIMENSIONS * DIMENSIONS),
      gram: draw(DIMENSIONS * DIMENSIONS),
    },
    traits: new Map(
      ["feel-good", "date night"].map((name) => [
        name,
        Uint8Array.from({ length: MOVIES }, () => random.int(256)),
      ]),
    ),
  };
  return { version: versionOf(contentsOf(model, tinyOptions.movieIds)), ...model };
}

const asWritten = (embeddings: Float32Array) => restoreRows(quantiseRows(embeddings, DIMENSIONS), DIMENSIONS);

const card: ModelCard = {
  dataset: { name: "tiny", sha256: "0".repeat(64), users: 2, movies: MOVIES, ratings: 7 },
  options: { dimensions: DIMENSIONS, seed: 1 },
  date: "2026-11-21",
  scores: { "NDCG@10": 0.44 },
};

export const tinyOptions: WriteOptions = {
  movieIds: Array.from({ length: MOVIES }, (_, row) => String(10 * row)),
  card,
};
