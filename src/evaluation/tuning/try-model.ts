import type { Dataset, Ratings } from "../../dataset/dataset.ts";
import { ratingFolds } from "../../dataset/prepare/rating-folds.ts";
import { userFolds } from "../../dataset/prepare/split.ts";
import { compareRatings } from "../compare.ts";
import { evaluateFolds } from "../evaluate-folds.ts";
import { COLUMNS, summarise } from "../report.ts";
import type { ModelTrial } from "./model-trials.ts";
import type { TrialResult } from "./trial-record.ts";

export interface ValidationData {
  readonly dataset: Dataset;
  /** The training part of the first split that stars are tested on. */
  readonly starsTraining: Ratings;
  /** Parts users and ratings as the evaluation does. */
  readonly seed: number;
}

const USER_FOLDS = 5;
const TENTHS = 10;
/** Folds of people, or tenths of the ratings, that each trial is validated on, side by side. */
const VALIDATED = 2;

/**
 * Fits and judges a setting on validation data. Lists: sessions of the people in two of the user folds, each with a model
 * trained without them and without another fold. Stars: two tenths of the training ratings, each held out from the rest.
 */
export async function tryModel(trial: ModelTrial, data: ValidationData): Promise<TrialResult> {
  const start = performance.now();
  const scores = await (trial.objective === "lists" ? sessionScores(trial, data) : starErrors(trial, data));
  return { ...trial, scores, seconds: (performance.now() - start) / 1_000 };
}

async function sessionScores(
  { model, options }: ModelTrial,
  { dataset: { ratings, movies }, seed }: ValidationData,
): Promise<number[]> {
  const folds = userFolds(ratings.userIds.length, { folds: USER_FOLDS, seed });
  const tasks = folds.slice(0, VALIDATED).map((alsoHeldOut, fold) => ({
    ratings,
    movies,
    test: folds[fold + 1]!,
    alsoHeldOut,
    rows: [{ name: model, options }],
    training: {},
    seed,
  }));
  const [row] = summarise(await evaluateFolds(tasks, () => {}), movies, seed);
  return COLUMNS.map((column) => row!.scores[column].mean);
}

async function starErrors(
  { model, options }: ModelTrial,
  { dataset: { movies }, starsTraining, seed }: ValidationData,
): Promise<number[]> {
  const holdouts = ratingFolds(starsTraining, { folds: TENTHS, seed }).slice(0, VALIDATED);
  const [row] = await compareRatings({ rows: [{ name: model, options }], holdouts, movies, seed });
  if (!row) throw new TypeError(`${model} predicts no stars`);
  return [row.rmse.mean];
}
