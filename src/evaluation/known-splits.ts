import type { Ratings } from "../dataset/dataset.ts";
import { type Holdout, holdOutWithinUsers, ratingFolds } from "../dataset/prepare/rating-folds.ts";
import { splitByTime } from "../dataset/prepare/split.ts";

/** How ratings of users whom a model knows are held out, by the name that the report calls it by. */
export const KNOWN_SPLITS = {
  /** A quarter of each user's ratings by chance, as in the published figures of ML-100K. */
  quarter: (ratings: Ratings, seed: number): Holdout =>
    holdOutWithinUsers(ratings, { testShare: 0.25, seed }),
  /** A fifth of all ratings by chance. */
  random: (ratings: Ratings, seed: number): Holdout => ratingFolds(ratings, { folds: 5, seed })[0]!,
  /** Each user's latest 15 %; the 15 % before are for tuning, and so neither trained nor tested on. */
  time: (ratings: Ratings): Holdout => splitByTime(ratings),
  /** Of each user's ratings by chance a fifth to judge on, and a fifth for tuning, neither trained nor tested on. */
  hybrid: (ratings: Ratings, seed: number): Holdout => {
    const { train, test } = holdOutWithinUsers(ratings, { testShare: 0.2, seed });
    return { train: holdOutWithinUsers(train, { testShare: 0.25, seed }).train, test };
  },
} satisfies Record<string, (ratings: Ratings, seed: number) => Holdout>;

export type KnownSplit = keyof typeof KNOWN_SPLITS;

export const KNOWN_SPLIT_NAMES = Object.keys(KNOWN_SPLITS) as readonly KnownSplit[];

/** A holdout to tune on: what the split trains on, split again the same way. No test rating has a part in it. */
export const validationHoldout = (ratings: Ratings, split: KnownSplit, seed: number): Holdout =>
  KNOWN_SPLITS[split](KNOWN_SPLITS[split](ratings, seed).train, seed);
