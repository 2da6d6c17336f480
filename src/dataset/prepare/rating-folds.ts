import { createRandom } from "../../numerics/random.ts";
import type { Ratings } from "../dataset.ts";
import { groupRows } from "../group-rows.ts";
import { markedRows, selectRows } from "./rows.ts";

/** A table to learn from and a table to judge on, over the same numbering of users and movies. */
export interface Holdout {
  readonly train: Ratings;
  readonly test: Ratings;
}

/** Ratings apart from these rows, and these rows. */
export function holdOutRows(ratings: Ratings, rows: Iterable<number>): Holdout {
  const mask = new Uint8Array(ratings.stars.length);
  for (const row of rows) mask[row] = 1;
  return {
    train: selectRows(ratings, markedRows(mask.map((held) => 1 - held))),
    test: selectRows(ratings, markedRows(mask)),
  };
}

/** Parts all ratings by chance, whoever gave them, and holds out each part once. Sizes differ by one at most. */
export function ratingFolds(
  ratings: Ratings,
  { folds, seed }: { readonly folds: number; readonly seed: number },
): Holdout[] {
  const order = shuffledRows(ratings.stars.length, seed);
  return Array.from({ length: folds }, (_, fold) =>
    holdOutRows(
      ratings,
      order.filter((_, at) => at % folds === fold),
    ),
  );
}

/** Holds out a share of each user's ratings, drawn by chance and rounded; at least one stays to learn from. */
export function holdOutWithinUsers(
  ratings: Ratings,
  { testShare, seed }: { readonly testShare: number; readonly seed: number },
): Holdout {
  const random = createRandom(seed);
  const { rows, starts } = groupRows(ratings.users, ratings.userIds.length);
  const held: number[] = [];
  for (let user = 0; user < ratings.userIds.length; user++) {
    const own = random.shuffle(rows.slice(starts[user]!, starts[user + 1]!));
    held.push(...own.subarray(0, Math.min(own.length - 1, Math.round(testShare * own.length))));
  }
  return holdOutRows(ratings, held);
}

function shuffledRows(length: number, seed: number): Int32Array {
  return createRandom(seed).shuffle(Int32Array.from({ length }, (_, row) => row));
}
