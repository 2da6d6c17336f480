/**
 * The embedding space in two dimensions: movies that the same people like lie near each other.
 *
 * UMAP (McInnes, Healy & Melville 2018, arXiv:1802.03426) by umap-js, on cosine distances: the length of an item
 * embedding is mostly how often a movie was rated, its direction by whom. Axes have no meaning, and far distances little.
 */
import { UMAP } from "umap-js";
import type { Model } from "../artifacts/model.ts";
import type { Movie } from "../catalog/movie.ts";
import { createRandom } from "../numerics/random.ts";

export interface MappedMovie {
  readonly movie: Movie;
  readonly x: number;
  readonly y: number;
}

/** @param count the most rated movies are mapped, this many; the most rated first in the result */
export function mapMovies(
  { movies, embeddings, dimensions: d }: Pick<Model, "movies" | "embeddings" | "dimensions">,
  { count, seed }: { readonly count: number; readonly seed: number },
): MappedMovie[] {
  const rows = movies
    .map((_, row) => row)
    .sort((a, b) => movies[b]!.ratingCount - movies[a]!.ratingCount)
    .slice(0, count);
  const directions = rows.map((row) => unit(embeddings.subarray(row * d, (row + 1) * d)));
  const { uniform } = createRandom(seed);
  const points = new UMAP({ random: uniform, nNeighbors: 15, minDist: 0.15 }).fit(directions);
  return rows.map((row, at) => ({ movie: movies[row]!, x: points[at]![0]!, y: points[at]![1]! }));
}

function unit(vector: Float32Array): number[] {
  const length = Math.hypot(...vector) || 1;
  return Array.from(vector, (value) => value / length);
}
