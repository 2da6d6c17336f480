import type { Movie } from "../catalog/movie.ts";

/** The trained model, as training writes it and the recommender reads it. */
export interface Model {
  /** Changes with every retraining; stored with each user embedding, which is void under another version. */
  readonly version: string;
  /** [n] row i of the embeddings is movies[i] */
  readonly movies: readonly Movie[];
  /** d, the length of an embedding */
  readonly dimensions: number;
  /** V [n x d], row-major item embeddings */
  readonly embeddings: Float32Array;
  /** [n] how many ratings of the training data an embedding rests on; 0 for a film that the data set lacks or nobody in it rated */
  readonly trainedOn: Int32Array;
  /** Absent where all embeddings were learned from ratings. */
  readonly placement?: Placement;
  readonly prior: UserPrior;
  readonly traits: Traits;
}

/**
 * Where the user embeddings of the training users lie: what is known of a person who has said nothing. Matrices
 * are row-major and symmetric.
 */
export interface UserPrior {
  /** mu [d], the mean of the training users' embeddings */
  readonly mean: Float64Array;
  /** C [d x d], their covariance, divided by one less than their number */
  readonly covariance: Float64Array;
  /** V'V [d x d]; kept beside V because computing it at every start would cost more than all the rest */
  readonly gram: Float64Array;
  /**
   * lambda: how much the training users weigh against what a person says, as their own ratings have it; absent of a model of
   * which it is not known
   */
  readonly strength?: number;
}

/**
 * How well every movie fits what the data does not name: moods ("feel-good"), occasions ("date night"), themes
 * ("heist"), by name. Empty where a model was trained without examples of them.
 *
 * [n] each, 0..255: from 128 on a movie rather has the trait than not.
 */
export type Traits = ReadonlyMap<string, Uint8Array>;

/**
 * How far off the embeddings may be that were placed by what is known of a film: v_j ~ N(embedding, deviation_j² diag(spread)).
 */
export interface Placement {
  /** [n] 0 for a film whose embedding was learned from ratings */
  readonly deviation: Float32Array;
  /** [d] */
  readonly spread: Float32Array;
}
