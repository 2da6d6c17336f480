/** One model on one split, in a thread: predicted stars where it predicts any, or lists for the users it knows. */
import type { DatasetMovie } from "../dataset/dataset.ts";
import type { Holdout } from "../dataset/prepare/rating-folds.ts";
import { type RankingOutcome, rankForKnownUsers } from "./known-users.ts";
import { MODELS } from "./models.ts";
import { type RatingErrors, ratingErrors } from "./rating-prediction.ts";

export interface JudgeTask {
  /** A name of MODELS. */
  readonly model: string;
  readonly holdout: Holdout;
  /** One per movie of the ratings. */
  readonly movies: readonly DatasetMovie[];
  readonly wanted: "ratings" | "lists";
  readonly seed: number;
}

export type Judged =
  | { readonly kind: "ratings"; readonly errors: readonly RatingErrors[] }
  | { readonly kind: "lists"; readonly outcomes: readonly RankingOutcome[] }
  /** The model predicts no stars. */
  | { readonly kind: "none" };

export async function judge(
  { model: name, holdout, movies, wanted, seed }: JudgeTask,
  onStep: () => void,
): Promise<Judged> {
  const fit = MODELS[name];
  if (!fit) throw new RangeError(`no model is called ${name}`);
  const model = await fit({ ratings: holdout.train, movies }, { seed, threads: 1 });
  onStep();
  if (wanted === "lists") return { kind: "lists", outcomes: rankForKnownUsers(model, holdout) };
  return model.rate ? { kind: "ratings", errors: ratingErrors(model, holdout) } : { kind: "none" };
}
