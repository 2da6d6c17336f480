import type { Model } from "../../artifacts/model.ts";
import { createRandom } from "../../numerics/random.ts";

/** A model of random movies, for what must hold of any. Ids are "movie-0" and on; genres alternate between two. */
export function randomModel(options: { movies: number; dimensions: number; seed: number }): Model {
  const { movies: n, dimensions: d, seed } = options;
  const random = createRandom(seed);
  const embeddings = Float32Array.from({ length: n * d }, () => random.normal() / Math.sqrt(d));
  const covariance = new Float64Array(d * d);
  const gram = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    covariance[i * d + i] = 0.5 + random.uniform();
    for (let k = 0; k < d; k++) {
      for (let row = 0; row < n; row++)
        gram[i * d + k]! += embeddings[row * d + i]! * embeddings[row * d + k]!;
    }
  }
  return {
    version: `random-${seed}`,
    movies: Array.from({ length: n }, (_, row) => ({
      id: `movie-${row}`,
      title: `Movie ${row}`,
      alternativeTitles: [],
      genres: [row % 2 === 0 ? "Drama" : "Comedy"],
      ratingCount: 10 + row,
      meanStars: 3.5,
    })),
    dimensions: d,
    embeddings,
    trainedOn: Int32Array.from({ length: n }, (_, row) => 10 + row),
    prior: { mean: Float64Array.from({ length: d }, () => 0.1 * random.normal()), covariance, gram },
    traits: new Map(),
  };
}
