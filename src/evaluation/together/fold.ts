import type { DatasetMovie, Ratings } from "../../dataset/dataset.ts";
import { holdOutUsers } from "../../dataset/prepare/split.ts";
import { createRandom } from "../../numerics/random.ts";
import type { Policy } from "../../recommender/policy.ts";
import { createRecommender, type Recommender } from "../../recommender/recommender.ts";
import { groupOf } from "../../together/group.ts";
import { averageWithEsteem, balanced, PUBLISHED, type Strategy } from "../../together/strategies.ts";
import { type TrainingOptions, trainModel } from "../../training/train-model.ts";
import { type EveningsOutcome, playEvenings } from "./evenings.ts";
import { type DrawnGroup, drawGroups, type Member, membersOf } from "./groups.ts";

export const OURS = balanced.name;
export const STRATEGIES: readonly Strategy[] = [balanced, averageWithEsteem, ...PUBLISHED];
export const SIZES = [2, 3, 5, 8] as const;

export interface TogetherTask {
  readonly ratings: Ratings;
  /** One per `ratings.movieIds`. */
  readonly movies: readonly DatasetMovie[];
  /** Users to make groups of; the model never sees them. */
  readonly test: Int32Array;
  readonly policy: Policy;
  readonly training: TrainingOptions;
  /** Groups of each size and kind. */
  readonly groups: number;
  readonly seed: number;
}

/** All groups of one size and kind: of each strategy one outcome a group, in the same order. */
export interface TogetherOutcomes {
  readonly size: number;
  readonly alike: boolean;
  readonly byStrategy: ReadonlyMap<string, readonly EveningsOutcome[]>;
}

/** Trains without the test users, and lets groups of them spend ten evenings under each strategy. */
export async function evaluateTogether(
  { ratings, movies, test, policy, training, groups: count, seed }: TogetherTask,
  onStep: () => void = () => {},
): Promise<TogetherOutcomes[]> {
  const { train, heldOut } = holdOutUsers(ratings, test);
  const recommender = createRecommender(await trainModel({ ratings: train, movies }, training), policy);
  const random = createRandom(seed);
  const people = membersOf(heldOut, random, seed);
  const outcomes: TogetherOutcomes[] = [];
  for (const alike of [false, true]) {
    for (const size of SIZES) {
      const groups = drawGroups(people, { size, count, alike }, random);
      const played = groups.map((group) => playAll(recommender, group));
      outcomes.push({
        size,
        alike,
        byStrategy: new Map(STRATEGIES.map(({ name }, at) => [name, played.map((of) => of[at]!)])),
      });
      onStep();
    }
  }
  return outcomes;
}

function playAll(recommender: Recommender, { members, pool }: DrawnGroup): EveningsOutcome[] {
  const tastes = members.map(({ said }) => tasteOf(recommender, said));
  const group = groupOf(recommender, tastes, pool);
  const stars = members.map(({ hidden }) => Float64Array.from(pool, (row) => hidden.get(row)!));
  return STRATEGIES.map((strategy) => playEvenings(strategy, group, stars, strategy === balanced));
}

const tasteOf = (recommender: Recommender, said: Member["said"]) =>
  recommender.taste(
    said.map(({ row, verdict }, at) => ({ movie: recommender.movie(row).id, verdict, atMs: at })),
  );
