import { describe, expect, test } from "vitest";
import { generateWorld } from "../testing/world.ts";
import { type Holdout, holdOutRows, holdOutWithinUsers, ratingFolds } from "./rating-folds.ts";
import { countByUser } from "./rows.ts";

const { ratings } = generateWorld({ users: 30, movies: 40, groups: 2, ratingsPerUser: 12, seed: 4 }).dataset;
const cells = ({ users, movies }: typeof ratings) =>
  Array.from(users, (user, row) => `${user} ${movies[row]}`);
const size = ({ train, test: held }: Holdout) => [train.stars.length, held.stars.length];

describe("ratings held out", () => {
  test("are exactly those asked for, and the rest is kept", () => {
    const { train, test: held } = holdOutRows(ratings, [3, 0]);
    expect(cells(held)).toEqual([cells(ratings)[0], cells(ratings)[3]]);
    expect(cells(train)).toEqual(cells(ratings).filter((_, row) => row !== 0 && row !== 3));
  });

  test("are each held out once over the folds", () => {
    const folds = ratingFolds(ratings, { folds: 5, seed: 1 });
    expect(folds.flatMap(({ test: held }) => cells(held)).sort()).toEqual(cells(ratings).sort());
    for (const fold of folds) expect(size(fold).reduce((a, b) => a + b)).toBe(ratings.stars.length);
    const sizes = folds.map((fold) => size(fold)[1]!);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test("are the same for the same seed, and others for another", () => {
    const held = (seed: number) => cells(ratingFolds(ratings, { folds: 5, seed })[0]!.test);
    expect(held(1)).toEqual(held(1));
    expect(held(1)).not.toEqual(held(2));
  });

  test("are a share of each user's, and never all of them", () => {
    const quarter = holdOutWithinUsers(ratings, { testShare: 0.25, seed: 1 });
    expect(countByUser(quarter.test)).toEqual(countByUser(ratings).map((count) => Math.round(count / 4)));
    const nearlyAll = holdOutWithinUsers(ratings, { testShare: 0.99, seed: 1 });
    expect([...countByUser(nearlyAll.train)].every((count) => count >= 1)).toBe(true);
  });
});
