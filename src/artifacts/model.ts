import type { Movie } from "../catalog/movie.ts";

/** The trained model, as training writes it and the recommender reads it. */
export interface Model {
  /** Changes with every retraining; stored with each user embedding, which is void under another version. */
  readonly version: string;
  /** [n] row i of the embeddings is movies[i] */
  readonly movies: readonly Movie[];
  /** d */
  readonly dimensions: number;
  /** V [n x d], row-major item embeddings */
  readonly embeddings: Float32Array;
  readonly prior: UserPrior;
}

/** Where the user embeddings of the training users lie: what is known of a person who has said nothing. */
export interface UserPrior {
  /** mu [d] */
  readonly mean: Float64Array;
  /** C [d x d] */
  readonly covariance: Float64Array;
  /** V'V [d x d]; kept beside V because computing it at every start would cost more than all the rest */
  readonly gram: Float64Array;
}
