import type { Dataset, Ratings } from "../../dataset/dataset.ts";
import { type Holdout, ratingFolds } from "../../dataset/prepare/rating-folds.ts";
import { userFolds } from "../../dataset/prepare/split.ts";
import type { Policy } from "../../recommender/policy.ts";
import { compareRankings, compareRatings, RANKING_COLUMNS } from "../compare.ts";
import { evaluateFolds } from "../evaluate-folds.ts";
import { COLUMNS, PRODUCT, summarise } from "../report.ts";
import type { Row } from "../row.ts";
import type { ModelTrial } from "./model-trials.ts";
import type { TrialResult } from "./trial-record.ts";

export interface ValidationData {
  readonly dataset: Dataset;
  /** The training part of the first split that stars are tested on. */
  readonly starsTraining: Ratings;
  /** Of the ratings of known users: validationHoldout. */
  readonly knownHoldout: Holdout;
  /** Of the product, where it is tried. */
  readonly policy: Policy;
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
 * Known users: their holdout.
 */
export async function tryModel(trial: ModelTrial, data: ValidationData): Promise<TrialResult> {
  const start = performance.now();
  const scoresOf = { lists: sessionScores, stars: starErrors, known: rankingScores }[trial.objective];
  const scores = await scoresOf(trial, data);
  return { ...trial, scores, seconds: (performance.now() - start) / 1_000 };
}

const rowOf = ({ model, options }: ModelTrial, policy: Policy): Row =>
  model === PRODUCT ? { name: model, options, policy } : { name: model, options };

async function sessionScores(
  trial: ModelTrial,
  { dataset: { ratings, movies }, policy, seed }: ValidationData,
): Promise<number[]> {
  const folds = userFolds(ratings.userIds.length, { folds: USER_FOLDS, seed });
  const tasks = folds.slice(0, VALIDATED).map((alsoHeldOut, fold) => ({
    ratings,
    movies,
    test: folds[fold + 1]!,
    alsoHeldOut,
    rows: [rowOf(trial, policy)],
    training: {},
    seed,
  }));
  const [row] = summarise(await evaluateFolds(tasks, () => {}), movies, seed);
  return COLUMNS.map((column) => row!.scores[column].mean);
}

async function starErrors(
  trial: ModelTrial,
  { dataset: { movies }, starsTraining, policy, seed }: ValidationData,
): Promise<number[]> {
  const holdouts = ratingFolds(starsTraining, { folds: TENTHS, seed }).slice(0, VALIDATED);
  const [row] = await compareRatings({ rows: [rowOf(trial, policy)], holdouts, movies, seed });
  if (!row) throw new TypeError(`${trial.model} predicts no stars`);
  return [row.rmse.mean];
}

async function rankingScores(
  trial: ModelTrial,
  { dataset: { movies }, knownHoldout, policy, seed }: ValidationData,
): Promise<number[]> {
  const rows = [rowOf(trial, policy)];
  const [row] = await compareRankings({ rows, holdouts: [knownHoldout], movies, seed });
  return RANKING_COLUMNS.map((column) => row!.scores[column].mean);
}
