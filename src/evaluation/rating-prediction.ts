/** How far predicted stars are from given ones, user by user, for users that the model knows. */
import type { Holdout } from "../dataset/prepare/rating-folds.ts";
import type { FittedModel } from "../models/fitted-model.ts";
import { addSums, halfStars, type StarSums } from "./calibration.ts";
import { historiesOf } from "./histories.ts";

/** Sums over the held-out ratings of one user. */
export interface RatingErrors {
  readonly ratings: number;
  /** Sum of squared errors, in stars^2. */
  readonly squared: number;
  /** Sum of absolute errors, in stars. */
  readonly absolute: number;
}

export interface RatingJudgement {
  /** One each of the users with held-out ratings. */
  readonly errors: readonly RatingErrors[];
  /** All held-out ratings by the half stars predicted. */
  readonly byPrediction: ReadonlyMap<number, StarSums>;
}

/** @throws TypeError for a model that predicts no stars */
export function judgeRatings(model: FittedModel, { train, test }: Holdout): RatingJudgement {
  if (!model.rate) throw new TypeError(`${model.name} predicts no stars`);
  const known = historiesOf(train);
  const byPrediction = new Map<number, StarSums>();
  const errors = historiesOf(test).flatMap(({ rows, stars }, user) => {
    if (rows.length === 0) return [];
    const person =
      known[user]!.rows.length > 0 && model.known ? model.known(user) : model.foldIn(known[user]!);
    let [squared, absolute] = [0, 0];
    rows.forEach((row, at) => {
      const [predicted, given] = [model.rate!(person, row), stars[at]!];
      const group = halfStars(predicted);
      byPrediction.set(group, addSums(byPrediction.get(group), { ratings: 1, predicted, given }));
      const error = predicted - given;
      squared += error * error;
      absolute += Math.abs(error);
    });
    return [{ ratings: rows.length, squared, absolute }];
  });
  return { errors, byPrediction };
}
