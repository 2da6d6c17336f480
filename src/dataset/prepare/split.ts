import { createRandom } from "../../numerics/random.ts";
import type { Ratings } from "../dataset.ts";
import { groupRows } from "../group-rows.ts";
import { markedRows, selectRows } from "./rows.ts";

export interface SplitOptions {
  /** Share of the ratings to tune on. Default 0.15. */
  readonly validationShare?: number;
  /** Share of the ratings to judge on. Default 0.15. */
  readonly testShare?: number;
}

/** Three tables over the same numbering of users and movies. */
export interface Split {
  readonly train: Ratings;
  readonly validation: Ratings;
  readonly test: Ratings;
  readonly report: SplitReport;
}

export interface SplitReport {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
  /** Users with under three ratings, who are in no part. */
  readonly skippedUsers: number;
}

const MIN_RATINGS_PER_USER = 3;
const PART = { none: 0, train: 1, validation: 2, test: 3 } as const;

/**
 * Splits each user's ratings by time: the oldest to train on, the latest to judge on. Ratings of the same
 * second stay in table order. Validation and test get their share rounded down, but at least one each.
 */
export function splitByTime(ratings: Ratings, options: SplitOptions = {}): Split {
  const { validationShare, testShare } = shares(options);
  const { rows, starts } = groupRows(ratings.users, ratings.userIds.length);
  const parts = new Uint8Array(rows.length);
  let skippedUsers = 0;
  for (let user = 0; user < ratings.userIds.length; user++) {
    const ofUser = rows.subarray(starts[user], starts[user + 1]);
    const count = ofUser.length;
    if (count < MIN_RATINGS_PER_USER) {
      if (count > 0) skippedUsers++;
      continue;
    }
    ofUser.sort((a, b) => ratings.atSeconds[a]! - ratings.atSeconds[b]! || a - b);
    const testStart = count - Math.max(1, Math.floor(count * testShare));
    const validationStart = testStart - Math.max(1, Math.floor(count * validationShare));
    for (let i = 0; i < count; i++) {
      parts[ofUser[i]!] = i < validationStart ? PART.train : i < testStart ? PART.validation : PART.test;
    }
  }
  return splitBy(ratings, parts, skippedUsers);
}

/** Splits all ratings by chance, whoever gave them. */
export function splitRandomly(ratings: Ratings, options: SplitOptions & { readonly seed: number }): Split {
  const { validationShare, testShare } = shares(options);
  const length = ratings.stars.length;
  const order = createRandom(options.seed).shuffle(Int32Array.from({ length }, (_, row) => row));
  const testStart = length - Math.floor(length * testShare);
  const validationStart = testStart - Math.floor(length * validationShare);
  const parts = new Uint8Array(length).fill(PART.train);
  for (const row of order.subarray(validationStart, testStart)) parts[row] = PART.validation;
  for (const row of order.subarray(testStart)) parts[row] = PART.test;
  return splitBy(ratings, parts, 0);
}

/**
 * Parts the users for strong generalisation, where those tested on are absent from training.
 *
 * @param userCount users are the numbers from 0 up to it
 * @returns [folds] the users of each fold, ascending; sizes differ by one at most
 */
export function userFolds(
  userCount: number,
  options: { readonly folds: number; readonly seed: number },
): Int32Array[] {
  const { folds, seed } = options;
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= userCount)) {
    throw new RangeError(`${folds} folds of ${userCount} users: expected from 2 up to the number of users`);
  }
  const order = createRandom(seed).shuffle(Int32Array.from({ length: userCount }, (_, user) => user));
  return Array.from({ length: folds }, (_, fold) => order.filter((_, i) => i % folds === fold).sort());
}

/** The ratings of these users apart from all others; the numbering stays. */
export function holdOutUsers(ratings: Ratings, users: Int32Array): { train: Ratings; heldOut: Ratings } {
  const isHeldOut = new Uint8Array(ratings.userIds.length);
  for (const user of users) isHeldOut[user] = 1;
  const mask = Uint8Array.from(ratings.users, (user) => isHeldOut[user]!);
  return {
    train: selectRows(ratings, markedRows(mask.map((held) => 1 - held))),
    heldOut: selectRows(ratings, markedRows(mask)),
  };
}

function shares({ validationShare = 0.15, testShare = 0.15 }: SplitOptions) {
  if (!(validationShare >= 0 && testShare >= 0 && validationShare + testShare < 1)) {
    throw new RangeError(
      `validationShare ${validationShare} and testShare ${testShare}: expected shares that leave some to train on`,
    );
  }
  return { validationShare, testShare };
}

function splitBy(ratings: Ratings, parts: Uint8Array, skippedUsers: number): Split {
  const select = (wanted: number) =>
    selectRows(ratings, markedRows(parts.map((part) => (part === wanted ? 1 : 0))));
  const train = select(PART.train);
  const validation = select(PART.validation);
  const test = select(PART.test);
  return {
    train,
    validation,
    test,
    report: {
      train: train.stars.length,
      validation: validation.stars.length,
      test: test.stars.length,
      skippedUsers,
    },
  };
}
