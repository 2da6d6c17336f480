import type { Model } from "../../src/artifacts/model.ts";
import { createRandom } from "../../src/numerics/random.ts";

const GENRES = ["Action", "Comedy", "Drama", "Horror", "Romance", "Thriller"];

/** A model of random movies with these traits: as much work to rank as a real one of its size. */
export function syntheticModel(count: number, dimensions: number, traits: Iterable<string>): Model {
  const random = createRandom(1);
  const embeddings = Float32Array.from(
    { length: count * dimensions },
    () => random.normal() / Math.sqrt(count),
  );
  const square = (diagonal: number) => {
    const matrix = new Float64Array(dimensions * dimensions);
    for (let k = 0; k < dimensions; k++) matrix[k * dimensions + k] = diagonal;
    return matrix;
  };
  return {
    version: `synthetic-${count}`,
    movies: Array.from({ length: count }, (_, row) => ({
      id: `synthetic-${row}`,
      title: `Movie number ${row}`,
      alternativeTitles: [],
      year: 1950 + (row % 75),
      genres: [GENRES[row % 6]!, GENRES[(row + 1) % 6]!],
      ratingCount: 100,
      meanStars: 3.5,
    })),
    dimensions,
    embeddings,
    trainedOn: new Int32Array(count).fill(100),
    prior: { mean: new Float64Array(dimensions).fill(0.1), covariance: square(1), gram: square(1) },
    traits: new Map(
      Array.from(
        traits,
        (name) => [name, Uint8Array.from({ length: count }, () => random.int(256))] as const,
      ),
    ),
  };
}
