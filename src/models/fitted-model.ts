/** One person's ratings, in any order: what a model knows of somebody. */
export interface History {
  /** rows of movies, each once */
  readonly rows: Int32Array;
  /** 0.5..5, as long as `rows` */
  readonly stars: Float32Array;
  /** seconds since 1970, as long as `rows`; left out where unknown */
  readonly atSeconds?: Uint32Array;
}

/**
 * A way of recommending, fitted to ratings. What it makes of a person is its own affair: `User` goes from
 * foldIn to score and is looked into by nobody else.
 */
export interface FittedModel<User = unknown> {
  /** As tables and charts call it: "EASE", "item-item". */
  readonly name: string;
  /** What the model makes of somebody it need not have been fitted to. Without ratings: a newcomer. */
  foldIn(history: History): User;
  /** What the fit itself made of a user of the training ratings, where that differs from folding the same ratings in. */
  readonly known?: (user: number) => User;
  /** [n] one per movie of the training ratings; higher is better, and finite. Movies of the history are scored like others. */
  score(user: User): Float64Array;
  /** Stars this person would give, within the scale; only of models that predict ratings. */
  rate?(user: User, row: number): number;
}
