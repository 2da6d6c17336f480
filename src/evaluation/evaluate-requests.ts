import { holdOutUsers } from "../dataset/prepare/split.ts";
import type { Policy } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { type TrainingData, type TrainingOptions, trainModel } from "../training/train-model.ts";
import { meanOf } from "./mean.ts";
import { testPeople } from "./people.ts";
import { answerRequest, drawRequests, type RequestOutcome } from "./requests.ts";

export interface RequestsTask {
  readonly data: TrainingData;
  /** Users who ask; the model never sees them. */
  readonly asking: Int32Array;
  /** Users to leave out of training as well. */
  readonly alsoHeldOut?: Int32Array;
  /** By name; every one answers the same requests. */
  readonly policies: ReadonlyMap<string, Policy>;
  readonly requestsEach: number;
  readonly training: TrainingOptions;
  readonly seed: number;
}

/** By policy's name, of each person who could be given a request the mean over theirs, in the same order. */
export type RequestsResult = ReadonlyMap<string, readonly RequestOutcome[]>;

/** Trains without the people who ask, then answers the requests of each under every policy. */
export async function evaluateRequests(
  task: RequestsTask,
  onPerson: () => void = () => {},
): Promise<RequestsResult> {
  const { data, seed } = task;
  const { train: seen, heldOut } = holdOutUsers(data.ratings, task.asking);
  const ratings = task.alsoHeldOut ? holdOutUsers(seen, task.alsoHeldOut).train : seen;
  const model = await trainModel({ ...data, ratings }, task.training);
  const recommenders = [...task.policies].map(
    ([name, policy]) => [name, createRecommender(model, policy)] as const,
  );
  const results = new Map<string, RequestOutcome[]>(recommenders.map(([name]) => [name, []]));
  for (const [at, person] of testPeople(heldOut, seed).entries()) {
    const requests = drawRequests(recommenders[0]![1], person, { count: task.requestsEach, seed: seed + at });
    for (const [name, recommender] of recommenders) {
      const outcomes = requests.map((filters) => answerRequest(recommender, person, filters));
      if (outcomes.length > 0) results.get(name)!.push(meanOutcome(outcomes));
    }
    onPerson();
  }
  return results;
}

function meanOutcome(outcomes: readonly RequestOutcome[]): RequestOutcome {
  const mean = (column: keyof RequestOutcome) => {
    const values = outcomes.flatMap((outcome) => outcome[column] ?? []);
    return values.length === 0 ? null : meanOf(values);
  };
  return {
    order: mean("order")!,
    orderOfAlike: mean("orderOfAlike"),
    wanted: mean("wanted")!,
    unwanted: mean("unwanted"),
    hits: mean("hits")!,
  };
}
