/**
 * How much people at large weigh against what somebody says: lambda of the Gaussian taste, chosen among the people trained on.
 * Each is left out of a training once, names favourites, and is suggested what the taste then makes of them; the lambda with the
 * best lists is taken. So a model comes with the prior strength that its own ratings ask for.
 */
import type { Model } from "../artifacts/model.ts";
import type { Ratings } from "../dataset/dataset.ts";
import { holdOutUsers, userFolds } from "../dataset/prepare/split.ts";
import { productsWith } from "../models/item-vectors.ts";
import { highest } from "../numerics/highest.ts";
import { gaussianPrior } from "../recommender/gaussian-posterior.ts";
import type { Policy } from "../recommender/policy.ts";
import { type TrainingOptions, trainModel } from "../training/train-model.ts";
import { ndcgAt, recallAt } from "./metrics.ts";
import { drawTestUsers, type TestPerson, testPeople } from "./people.ts";
import { LIKED_STARS } from "./sessions.ts";

/** Tried, each about twice the one before. */
const STRENGTHS = [0.02, 0.05, 0.1, 0.2, 0.5, 1];
const FOLDS = 5;
/** Of fewer people a choice would be chance. */
const FEWEST_PEOPLE = 100;
/** People are judged by until there are so many: more would tell hardly more. */
const ENOUGH_PEOPLE = 400;
const MOST_RATINGS = 5_000_000;

interface Choice {
  readonly policy: Pick<Policy, "gaussian" | "candidates">;
  readonly training: TrainingOptions;
  readonly seed: number;
  /** [users] how many people each counts as; default 1 */
  readonly weights?: Float64Array | undefined;
}

/**
 * @returns the lambda with the highest mean of NDCG@10 and Recall@20; undefined of too few people, or of more ratings than a
 * second training is worth
 */
export async function choosePriorStrength(
  ratings: Ratings,
  { policy, training, seed, weights }: Choice,
): Promise<number | undefined> {
  if (ratings.stars.length > MOST_RATINGS || new Set(ratings.users).size < FEWEST_PEOPLE) return undefined;
  const sums = new Float64Array(STRENGTHS.length);
  let judged = 0;
  for (const fold of userFolds(ratings.userIds.length, { folds: FOLDS, seed })) {
    const { train, heldOut } = holdOutUsers(ratings, fold);
    if (judged >= ENOUGH_PEOPLE) break;
    const { test } = drawTestUsers(ratings, fold, { limit: ENOUGH_PEOPLE - judged, seed });
    const drawn = new Set(test);
    const people = testPeople(heldOut, seed).filter(({ number }) => drawn.has(number));
    const model = await trainModel({ ratings: train, ...(weights && { weights }) }, training);
    const candidates = candidatesOf(model, policy.candidates.min_ratings);
    for (const [at, prior_strength] of STRENGTHS.entries()) {
      const prior = gaussianPrior(model, { ...policy.gaussian, prior_strength });
      for (const person of people) {
        const { embedding } = prior.posterior(
          prior.observe(
            prior.nothing,
            person.favourites.map((row) => ({ row, ...policy.gaussian.verdicts.favourite })),
          ),
        );
        sums[at]! += qualityOf(embedding, person, candidates);
      }
    }
    judged += people.length;
  }
  return judged === 0 ? undefined : STRENGTHS[sums.indexOf(Math.max(...sums))];
}

/** The movies that may be suggested. */
interface Candidates {
  readonly rows: readonly number[];
  /** [rows x d] */
  readonly vectors: Float64Array;
  /** [rows] of zeros */
  readonly nothing: Float64Array;
}

function candidatesOf({ embeddings, dimensions: d, trainedOn }: Model, minRatings: number): Candidates {
  const rows = [...trainedOn.keys()].filter((row) => trainedOn[row]! >= minRatings);
  const vectors = new Float64Array(rows.length * d);
  for (const [at, row] of rows.entries()) vectors.set(embeddings.subarray(row * d, (row + 1) * d), at * d);
  return { rows, vectors, nothing: new Float64Array(rows.length) };
}

function qualityOf(
  embedding: Float64Array,
  { favourites, hidden }: TestPerson,
  { rows, vectors, nothing }: Candidates,
): number {
  const liked = new Set([...hidden].flatMap(([row, stars]) => (stars >= LIKED_STARS ? [row] : [])));
  const scores = productsWith(vectors, embedding, nothing);
  const ranked = highest(scores, 20, (at) => !favourites.includes(rows[at]!)).map((at) => rows[at]!);
  return (ndcgAt(10, ranked, liked) + recallAt(20, ranked, liked)) / 2;
}
