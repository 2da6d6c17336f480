/** How far predicted stars are from given ones, user by user, for users that the model knows. */
import type { Holdout } from "../dataset/prepare/rating-folds.ts";
import type { FittedModel } from "../training/models/fitted-model.ts";
import { historiesOf } from "./histories.ts";

/** Sums over the held-out ratings of one user. */
export interface RatingErrors {
  readonly ratings: number;
  /** Sum of squared errors, in stars^2. */
  readonly squared: number;
  /** Sum of absolute errors, in stars. */
  readonly absolute: number;
}

/** @throws TypeError for a model that predicts no stars */
export function ratingErrors(model: FittedModel, { train, test }: Holdout): RatingErrors[] {
  if (!model.rate) throw new TypeError(`${model.name} predicts no stars`);
  const known = historiesOf(train);
  return historiesOf(test).flatMap(({ rows, stars }, user) => {
    if (rows.length === 0) return [];
    const person =
      known[user]!.rows.length > 0 && model.known ? model.known(user) : model.foldIn(known[user]!);
    let [squared, absolute] = [0, 0];
    rows.forEach((row, at) => {
      const error = model.rate!(person, row) - stars[at]!;
      squared += error * error;
      absolute += Math.abs(error);
    });
    return [{ ratings: rows.length, squared, absolute }];
  });
}
