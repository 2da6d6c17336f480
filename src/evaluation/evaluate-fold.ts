import type { DatasetMovie, Ratings } from "../dataset/dataset.ts";
import { countByMovie } from "../dataset/prepare/rows.ts";
import { holdOutUsers } from "../dataset/prepare/split.ts";
import { fitModel } from "../models/registry.ts";
import { createRecommender, type Recommender } from "../recommender/recommender.ts";
import { type TrainingData, type TrainingOptions, trainModel } from "../training/train-model.ts";
import { type ByAnswers, playByAnswers } from "./by-answers.ts";
import { type ScoredRating, scoreRated } from "./calibration.ts";
import { choosePriorStrength } from "./choose-prior-strength.ts";
import type { Contender } from "./contender.ts";
import { recommending } from "./contenders.ts";
import type { FoldResult } from "./fold-result.ts";
import { modelled } from "./modelled.ts";
import { testPeople } from "./people.ts";
import { PRODUCT } from "./report.ts";
import type { Row } from "./row.ts";
import { type Outcome, playSessions } from "./sessions.ts";

export interface FoldTask {
  readonly ratings: Ratings;
  /** One per `ratings.movieIds`: the genres are ranked by. */
  readonly movies: readonly DatasetMovie[];
  /** Users to test on; the model never sees them. */
  readonly test: Int32Array;
  /** Users to leave out of training as well. */
  readonly alsoHeldOut?: Int32Array;
  readonly rows: readonly Row[];
  /** How many favourites people name. Default: as in the product. */
  readonly favourites?: number;
  readonly training: TrainingOptions;
  readonly seed: number;
}

/** Trains without the test users, then plays every row's sessions with each of them. */
export async function evaluateFold(task: FoldTask, onPerson: () => void = () => {}): Promise<FoldResult> {
  const { train: seen, heldOut } = holdOutUsers(task.ratings, task.test);
  const train = task.alsoHeldOut ? holdOutUsers(seen, task.alsoHeldOut).train : seen;
  const data = { ratings: train, movies: task.movies };
  const recommenders = await recommendersFor(task, data);
  const contenders = await contendersFor(task, data, recommenders);
  const people = testPeople(heldOut, task.seed, undefined, task.favourites);
  const product = recommenders.get(PRODUCT);
  const scored: ScoredRating[] = [];
  const outcomes = new Map<string, Outcome[]>(task.rows.map(({ name }) => [name, []]));
  const byAnswers = new Map<string, ByAnswers[]>(task.rows.map(({ name }) => [name, []]));
  for (const person of people) {
    for (const [at, { name }] of task.rows.entries()) {
      outcomes.get(name)!.push(playSessions(contenders[at]!, person));
      byAnswers.get(name)!.push(playByAnswers(contenders[at]!, person, task.seed));
    }
    if (product) scored.push(...scoreRated(product, person));
    onPerson();
  }
  return { outcomes, byAnswers, scored, popularity: countByMovie(train) };
}

/** The product under each row's policy, over one model. */
async function recommendersFor(
  { rows, training, seed }: FoldTask,
  data: TrainingData,
): Promise<ReadonlyMap<string, Recommender>> {
  const underPolicies = rows.filter(({ policy }) => policy);
  if (underPolicies.length === 0) return new Map();
  const trained = await trainModel(data, training);
  const asked = underPolicies.find(({ policy }) => policy!.gaussian.prior_strength === undefined)?.policy;
  const strength = asked && (await choosePriorStrength(data.ratings, { policy: asked, training, seed }));
  const model = strength === undefined ? trained : { ...trained, prior: { ...trained.prior, strength } };
  return new Map(underPolicies.map(({ name, policy }) => [name, createRecommender(model, policy!)]));
}

async function contendersFor(
  { rows, training, seed }: FoldTask,
  data: TrainingData,
  recommenders: ReadonlyMap<string, Recommender>,
): Promise<Contender[]> {
  const options = { seed, threads: training.threads ?? 1 };
  const contenders: Contender[] = [];
  for (const row of rows) {
    if (row.policy) contenders.push(recommending(row.name, recommenders.get(row.name)!, row.asked));
    else contenders.push(modelled(await fitModel(row.name, data, options, row.options)));
  }
  return contenders;
}
