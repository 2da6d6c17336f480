import type { DatasetMovie, Ratings } from "../dataset/dataset.ts";
import { countByMovie } from "../dataset/prepare/rows.ts";
import { holdOutUsers } from "../dataset/prepare/split.ts";
import type { Policy } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { type TrainingOptions, trainModel } from "../training/train-model.ts";
import type { Contender } from "./contender.ts";
import { popularity, recommending } from "./contenders.ts";
import { testPeople } from "./people.ts";
import { type Outcome, playSessions } from "./sessions.ts";

/** A row of the comparison: popularity alone, or the product under a policy. */
export interface Row {
  readonly name: string;
  readonly policy?: Policy;
}

export interface FoldTask {
  readonly ratings: Ratings;
  /** One per `ratings.movieIds`: the genres are ranked by. */
  readonly movies: readonly DatasetMovie[];
  /** Users to test on; the model never sees them. */
  readonly test: Int32Array;
  /** Users to leave out of training as well. */
  readonly alsoHeldOut?: Int32Array;
  readonly rows: readonly Row[];
  readonly training: TrainingOptions;
  readonly seed: number;
}

export interface FoldResult {
  /** By row's name, an outcome per test person, in the same order for every row. */
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
  /** [movies] ratings in training, for the popularity of what was suggested */
  readonly popularity: Int32Array;
}

/** Trains without the test users, then plays every row's sessions with each of them. */
export async function evaluateFold(task: FoldTask, onPerson: () => void = () => {}): Promise<FoldResult> {
  const { train: seen, heldOut } = holdOutUsers(task.ratings, task.test);
  const train = task.alsoHeldOut ? holdOutUsers(seen, task.alsoHeldOut).train : seen;
  const model = await trainModel({ ratings: train, movies: task.movies }, task.training);
  const contenders = task.rows.map(({ name, policy }): Contender => {
    return policy ? recommending(name, createRecommender(model, policy)) : popularity(train);
  });
  const people = testPeople(heldOut, task.seed);
  const outcomes = new Map<string, Outcome[]>(task.rows.map(({ name }) => [name, []]));
  for (const person of people) {
    for (const [at, { name }] of task.rows.entries())
      outcomes.get(name)!.push(playSessions(contenders[at]!, person));
    onPerson();
  }
  return { outcomes, popularity: countByMovie(train) };
}
