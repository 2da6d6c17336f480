import type { Model } from "../artifacts/model.ts";
import { contentsOf, versionOf } from "../artifacts/write-artifacts.ts";
import type { Movie } from "../catalog/movie.ts";
import type { DatasetMovie, Ratings } from "../dataset/dataset.ts";
import { preferenceWeights } from "../dataset/prepare/transform.ts";
import { csrOf } from "./csr.ts";
import { confidentFactors, svdFactors } from "./factors.ts";
import { learnTraits, traitsOf } from "./traits/learn-traits.ts";
import type { NamedExamples } from "./traits/trait-examples.ts";
import type { SvdOptions } from "./truncated-svd.ts";
import { userPriorOf } from "./user-prior.ts";

/** Ratings to learn from, each user's of a movie once; a movie without facts is known by its id. */
export interface TrainingData {
  readonly ratings: Ratings;
  /** One per `ratings.movieIds`, same order. */
  readonly movies?: readonly DatasetMovie[];
  /** Moods, occasions and themes to learn; without them the model has no traits. */
  readonly examples?: NamedExamples;
  /** What people call each movie, in lower case; one list per `ratings.movieIds`, same order. */
  readonly tags?: readonly (readonly string[])[];
}

/** How to factorise. Default `dimensions`: 128. */
export interface TrainingOptions extends Partial<SvdOptions> {
  /** At how many stars a rating says nothing: preferenceWeights. Default 2. */
  readonly indifferentStars?: number;
  /**
   * Item embeddings by alternating least squares in which a rating of weight 1 counts so much more than one that is not
   * there; left out, by truncated SVD.
   */
  readonly confidence?: number;
  /** lambda of those alternating least squares. Default 50. */
  readonly regularisation?: number;
}

/** Measured in artifacts/: more gain nothing on 610 users, and a turn's time grows with their square. */
export const DEFAULT_DIMENSIONS = 128;

/**
 * Learns item embeddings, the user prior, and from examples the traits. The embeddings are a truncated SVD of the
 * preference weights [m x n], A ~ U S V', as it is, without centring or scaling: V are the items', U S the users'. Every movie of the data keeps its row; one that nobody rated has an embedding of 0.
 *
 * With fewer users or movies than dimensions, the dimensions are as many as there are.
 *
 * The same data, seed and options give the same bytes, on any number of threads.
 *
 * Sources: Cremonesi, Koren & Turrin, RecSys 2010, for the factorisation; src/training/truncated-svd.ts and
 * src/training/models/als.ts name those of the algorithms.
 *
 * @returns a model whose version is a hash over its files
 * @throws RangeError without ratings, or where a user rated a movie twice
 */
export async function trainModel(
  { ratings, movies, examples = new Map(), tags = [] }: TrainingData,
  options: TrainingOptions = {},
): Promise<Model> {
  if (ratings.stars.length === 0) throw new RangeError("no ratings to train on");
  const { numbers, count } = usersWithRatings(ratings);
  const matrix = csrOf({
    rowCount: count,
    columnCount: ratings.movieIds.length,
    rows: numbers,
    columns: ratings.movies,
    values: preferenceWeights(ratings.stars, options.indifferentStars),
  });
  const dimensions = Math.min(options.dimensions ?? DEFAULT_DIMENSIONS, matrix.rows, matrix.columns);
  const { confidence } = options;
  const factors = await (confidence === undefined
    ? svdFactors(matrix, { ...options, dimensions })
    : confidentFactors(matrix, confidence, { ...options, dimensions }));
  const items = {
    movies: describeMovies(ratings, movies),
    dimensions,
    embeddings: Float32Array.from(factors.movies),
  };
  const traits = traitsOf(learnTraits(items, examples, tags));
  const model = { ...items, prior: userPriorOf(factors), traits };
  return { version: versionOf(contentsOf(model, ratings.movieIds)), ...model };
}

/** Users numbered anew without those who rated nothing: as rows of zeros they would draw the prior to 0. */
function usersWithRatings({ users, userIds }: Ratings): { numbers: Int32Array; count: number } {
  const rated = new Uint8Array(userIds.length);
  for (const user of users) rated[user] = 1;
  let count = 0;
  const numberOf = Int32Array.from(rated, (any) => (any ? count++ : -1));
  return { numbers: users.map((user) => numberOf[user]!), count };
}

/** The movies as people know them, with the number and mean of these ratings. */
export function describeMovies(ratings: Ratings, facts: readonly DatasetMovie[] | undefined): Movie[] {
  const counts = new Int32Array(ratings.movieIds.length);
  const sums = new Float64Array(ratings.movieIds.length);
  ratings.movies.forEach((movie, row) => {
    counts[movie]!++;
    sums[movie]! += ratings.stars[row]!;
  });
  return ratings.movieIds.map((datasetId, row) => {
    const {
      id: _,
      tags: __,
      ...known
    } = facts?.[row] ?? {
      id: datasetId,
      title: datasetId,
      alternativeTitles: [],
      genres: [],
    };
    const ratingCount = counts[row]!;
    const meanStars = ratingCount === 0 ? 0 : Math.round((100 * sums[row]!) / ratingCount) / 100;
    return { id: known.imdbId ?? datasetId, ...known, ratingCount, meanStars };
  });
}
