import type { UserPrior } from "../artifacts/model.ts";
import type { Ratings } from "../dataset/dataset.ts";
import { countByMovie } from "../dataset/prepare/rows.ts";
import { preferenceWeights } from "../dataset/prepare/transform.ts";
import { csrOf } from "../numerics/csr.ts";
import type { SvdOptions } from "../numerics/truncated-svd.ts";
import { confidentFactors, svdFactors } from "./factors.ts";
import { userPriorOf } from "./user-prior.ts";

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

/** All that is learned from the ratings themselves, n movies, d dimensions. */
export interface LearnedTaste {
  readonly dimensions: number;
  /** V [n x d] */
  readonly embeddings: Float32Array;
  /** [n] ratings of each movie */
  readonly trainedOn: Int32Array;
  readonly prior: UserPrior;
}

/**
 * The item embeddings and the user prior of these ratings.
 *
 * @param weights [users] how many people each counts as; default 1
 * @throws RangeError without ratings, where a user rated a movie twice, or of weights beside a confidence
 */
export async function learnTaste(
  ratings: Ratings,
  weights: Float64Array | undefined,
  options: TrainingOptions,
): Promise<LearnedTaste> {
  if (ratings.stars.length === 0) throw new RangeError("no ratings to train on");
  if (weights && options.confidence !== undefined)
    throw new RangeError("people's weights and a confidence do not go together: leave one of them out");
  const { numbers, count, kept } = usersWithRatings(ratings, weights);
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
    ? svdFactors(matrix, { ...options, dimensions }, kept)
    : confidentFactors(matrix, confidence, { ...options, dimensions }));
  return {
    dimensions,
    embeddings: Float32Array.from(factors.movies),
    trainedOn: countByMovie(ratings),
    prior: userPriorOf(factors, kept),
  };
}

/** Users numbered anew without those who rated nothing: as rows of zeros they would draw the prior to 0. */
function usersWithRatings(
  { users, userIds }: Ratings,
  weights?: Float64Array,
): { numbers: Int32Array; count: number; kept?: Float64Array } {
  const rated = new Uint8Array(userIds.length);
  for (const user of users) rated[user] = 1;
  let count = 0;
  const numberOf = Int32Array.from(rated, (any) => (any ? count++ : -1));
  const kept = weights?.filter((_, user) => rated[user] === 1);
  if (kept?.some((weight) => !(weight > 0 && Number.isFinite(weight))))
    throw new RangeError("people who count as none: leave their ratings out instead");
  return { numbers: users.map((user) => numberOf[user]!), count, ...(kept && { kept }) };
}
