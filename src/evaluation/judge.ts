/** One model on one split, in a thread: predicted stars where it predicts any, or lists for the users it knows. */
import type { DatasetMovie } from "../dataset/dataset.ts";
import type { Holdout } from "../dataset/prepare/rating-folds.ts";
import { type RankingOutcome, rankForKnownUsers } from "./known-users.ts";
import { judgeRatings, type RatingJudgement } from "./rating-prediction.ts";
import { fitRow, type Row } from "./row.ts";

export interface JudgeTask {
  readonly row: Row;
  readonly holdout: Holdout;
  /** One per movie of the ratings. */
  readonly movies: readonly DatasetMovie[];
  readonly wanted: "ratings" | "lists";
  readonly seed: number;
}

export type Judged =
  | ({ readonly kind: "ratings" } & RatingJudgement)
  | { readonly kind: "lists"; readonly outcomes: readonly RankingOutcome[] }
  /** The model predicts no stars. */
  | { readonly kind: "none" };

export async function judge(
  { row, holdout, movies, wanted, seed }: JudgeTask,
  onStep: () => void,
): Promise<Judged> {
  const model = await fitRow(row, { ratings: holdout.train, movies }, { seed, threads: 1 });
  onStep();
  if (wanted === "lists") return { kind: "lists", outcomes: rankForKnownUsers(model, holdout) };
  return model.rate ? { kind: "ratings", ...judgeRatings(model, holdout) } : { kind: "none" };
}
