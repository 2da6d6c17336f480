import type { Ratings } from "../dataset/dataset.ts";
import {
  type Holdout,
  holdOutRows,
  holdOutWithinUsers,
  ratingFolds,
} from "../dataset/prepare/rating-folds.ts";
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

/**
 * Holdouts to tune on, one per split: the ratings that none of the splits tests on, split again the same way. So no
 * test rating of any of them has a part in what is chosen.
 */
export function validationHoldouts(ratings: Ratings, splits: readonly KnownSplit[], seed: number): Holdout[] {
  const tests = splits.map((split) => KNOWN_SPLITS[split](ratings, seed).test);
  const untested = withoutAll(ratings, tests);
  return splits.map((split) => KNOWN_SPLITS[split](untested, seed));
}

function withoutAll(ratings: Ratings, others: readonly Ratings[]): Ratings {
  const placeOf = ({ users, movies }: Ratings, row: number) =>
    users[row]! * ratings.movieIds.length + movies[row]!;
  const left = new Set(others.flatMap((other) => Array.from(other.users, (_, row) => placeOf(other, row))));
  const rows = Array.from(ratings.users.keys()).filter((row) => left.has(placeOf(ratings, row)));
  return holdOutRows(ratings, rows).train;
}
