import { preferenceWeights } from "../../src/dataset/prepare/transform.ts";
import { type Csr, emptyCsr } from "../../src/numerics/csr.ts";
import { createRandom } from "../../src/numerics/random.ts";

export interface MatrixSize {
  readonly users: number;
  readonly movies: number;
  readonly ratings: number;
  readonly seed: number;
}

/** Kinds of taste. More than the dimensions usually fitted, so that the spectrum has a tail to cut. */
const GENRES = 96;
/** The g-th genre is liked in proportion to (g + 4)^-1, so that singular values fall as those of real ratings do. */
const GENRE_OFFSET = 4;
/** Genres that one person cares for. */
const GENRES_PER_USER = 4;
/** The k-th most watched movie of a genre is watched in proportion to (k + 8)^-1: a long tail. */
const POPULARITY_OFFSET = 8;
/** Spread of the logarithm of how many movies a person rates; MovieLens has about this much. */
const ACTIVITY_DEVIATION = 1.1;
/** The most a person rates, as a share of all movies: what is left keeps finding unrated movies quick. */
const BUSIEST_SHARE = 0.4;

/** So many ratings at the most find room in a matrix of this size. */
export const roomIn = ({ users, movies }: Pick<MatrixSize, "users" | "movies">): number =>
  users * Math.floor(BUSIEST_SHARE * movies);

/**
 * A matrix of preference weights [users x movies] with the shape of real ratings: a few people rate much and
 * most little, a few movies are rated by many, taste has structure (people choose and like by genre), and
 * noise lies over it.
 */
export function generateRatingsMatrix({ users, movies, ratings, seed }: MatrixSize): Csr {
  const random = createRandom(seed);
  const counts = activity(users, ratings, Math.floor(BUSIEST_SHARE * movies), random.normal);
  const perGenre = Math.ceil(movies / GENRES);
  const rank = longTail(perGenre, POPULARITY_OFFSET);
  const genreOf = longTail(GENRES, GENRE_OFFSET);
  const quality = Float64Array.from({ length: movies }, () => 3.3 + 0.5 * random.normal());

  const matrix = emptyCsr(
    users,
    movies,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const ratedBy = new Int32Array(movies).fill(-1);
  const stars = new Float32Array(matrix.values.length);
  let entry = 0;
  for (let user = 0; user < users; user++) {
    const liked = Array.from({ length: GENRES_PER_USER }, () => genreOf(random.uniform()));
    const last = entry + counts[user]!;
    while (entry < last) {
      const genre = random.uniform() < 0.7 ? liked[random.int(GENRES_PER_USER)]! : genreOf(random.uniform());
      let movie = genre + GENRES * rank(random.uniform());
      if (movie >= movies || ratedBy[movie] === user) movie = random.int(movies); // the hits are used up
      if (ratedBy[movie] === user) continue;
      ratedBy[movie] = user;
      const taste = liked.includes(movie % GENRES) ? 0.6 : -0.2;
      stars[entry] = Math.min(
        5,
        Math.max(0.5, Math.round(2 * (quality[movie]! + taste + 0.7 * random.normal())) / 2),
      );
      matrix.indices[entry++] = movie;
    }
    matrix.indices.subarray(last - counts[user]!, last).sort();
    matrix.starts[user + 1] = last;
  }
  matrix.values.set(preferenceWeights(stars));
  return matrix;
}

/** [users] how many movies each rates: log-normal, at least 1, in sum very nearly `ratings`. */
function activity(users: number, ratings: number, most: number, normal: () => number): Int32Array {
  const shares = Float64Array.from({ length: users }, () => Math.exp(ACTIVITY_DEVIATION * normal()));
  let scale = ratings / users;
  let counts = new Int32Array(users);
  for (let round = 0; round < 20; round++) {
    counts = Int32Array.from(shares, (share) => Math.min(most, Math.max(1, Math.round(scale * share))));
    scale *= ratings / counts.reduce((sum, count) => sum + count, 0);
  }
  return counts;
}

/** Ranks below `count`, drawn in proportion to (rank + offset)^-1 by inverting the integral of that density. */
function longTail(count: number, offset: number): (uniform: number) => number {
  const range = Math.log((count + offset) / offset);
  return (uniform) => Math.floor(offset * (Math.exp(uniform * range) - 1));
}
