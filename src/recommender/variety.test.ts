import { describe, expect, test } from "vitest";
import type { Model } from "../artifacts/model.ts";
import { policyFrom } from "./policy.ts";
import { createRecommender, type RankOptions } from "./recommender.ts";
import { randomModel } from "./testing/random-model.ts";

/** Of one half of the films all are as good as each other of their genre, a little better than the other half. */
const world: Model = (() => {
  const model = randomModel({ movies: 60, dimensions: 2, seed: 5 });
  const isBetter = (row: number) => row % 2 === 0;
  return {
    ...model,
    embeddings: model.embeddings.map((_, at) => {
      const row = Math.floor(at / 2);
      return at % 2 === (isBetter(row) ? 0 : 1) ? (isBetter(row) ? 0.5 : 0.48) - row / 10_000 : 0;
    }),
    prior: { ...model.prior, mean: Float64Array.of(1, 1) },
  };
})();
const policy = policyFrom({
  candidates: { min_ratings: 0 },
  ranking: {
    genre_distance: 0,
    obviousness: { weight: 0 },
    variety: { genres: 0.6, taste: 0.6, cards: 1 },
  },
});
const recommender = createRecommender(world, policy);
const order = (options: RankOptions) =>
  recommender.rank(recommender.taste([]), { limit: 8, ...options }).map(({ row }) => row);
const genresOf = (rows: readonly number[]) => rows.map((row) => world.movies[row]!.genres[0]);

describe("what follows each other", () => {
  test("is by score alone where nothing is said of what came before", () => {
    expect(new Set(genresOf(order({})))).toEqual(new Set(["Drama"]));
  });

  test("is unlike, in a list as well as after what was shown", () => {
    expect(genresOf(order({ after: [] })).slice(0, 4)).toEqual(
      ["Drama", "Comedy", "Drama", "Comedy"].slice(0, 4),
    );
    expect(genresOf(order({ after: [0], limit: 1 }))).toEqual(["Comedy"]);
    expect(genresOf(order({ after: [1], limit: 1 }))).toEqual(["Drama"]);
  });

  test("is like what was shown longer ago than the last few cards", () => {
    expect(genresOf(order({ after: [0, 2, 1], limit: 1 }))).toEqual(["Drama"]);
  });

  test("may be alike where films like others are asked for", () => {
    const near = [2];
    expect(order({ near, after: [0, 4, 6] })).toEqual(order({ near }));
  });
});

test("who wants to be surprised is given what is promising and least known to please", () => {
  const model = randomModel({ movies: 200, dimensions: 8, seed: 9 });
  const surprising = createRecommender(
    model,
    policyFrom({ ranking: { obviousness: { weight: 0 } }, surprise: { among: 30 } }),
  );
  const taste = surprising.taste([{ movie: "movie-3", verdict: "favourite", atMs: 0 }]);
  const [usual, surprise] = [{ limit: 30 }, { limit: 30, surprise: true }].map((options) =>
    surprising.rank(taste, options).map(({ row }) => row),
  ) as [number[], number[]];
  expect([...surprise].sort()).toEqual([...usual].sort());
  const unknown = (rows: readonly number[]) =>
    rows.slice(0, 5).reduce((sum, row) => {
      const length = Math.hypot(...model.embeddings.subarray(row * 8, row * 8 + 8));
      return sum + surprising.uncertainty(taste, row) / length / 5;
    }, 0);
  expect(unknown(surprise)).toBeGreaterThan(unknown(usual));
});
