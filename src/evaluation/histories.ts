import type { Ratings } from "../dataset/dataset.ts";
import { groupRows } from "../dataset/group-rows.ts";
import type { History } from "../models/fitted-model.ts";

/** [users] what each user of a table rated; empty for those who rated nothing. */
export function historiesOf(ratings: Ratings): History[] {
  const { rows, starts } = groupRows(ratings.users, ratings.userIds.length);
  return ratings.userIds.map((_, user) => {
    const own = rows.subarray(starts[user]!, starts[user + 1]!);
    return {
      rows: own.map((row) => ratings.movies[row]!),
      stars: Float32Array.from(own, (row) => ratings.stars[row]!),
      atSeconds: Uint32Array.from(own, (row) => ratings.atSeconds[row]!),
    };
  });
}
