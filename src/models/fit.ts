import type { DatasetMovie, Ratings } from "../dataset/dataset.ts";
import type { WorkOptions } from "../numerics/work.ts";
import type { FittedModel } from "./fitted-model.ts";

/** Ratings to learn from, each user's of a movie once; a movie without facts is known by its id. */
export interface FitData {
  readonly ratings: Ratings;
  /** One per `ratings.movieIds`, same order. */
  readonly movies?: readonly DatasetMovie[];
}

export type FitOptions = WorkOptions;

/** Options of a model's own, by name; what is left out has the model's default. */
export type ModelOptions = Readonly<Record<string, number | undefined>>;

/**
 * Fits a model. The same ratings in another order give the same model.
 *
 * @throws RangeError without ratings, or where a user rated a movie twice
 */
export type Fit = (data: FitData, options?: FitOptions) => Promise<FittedModel>;
