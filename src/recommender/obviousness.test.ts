import { describe, expect, test } from "vitest";
import type { Model } from "../artifacts/model.ts";
import { logFames } from "./crowd-columns.ts";
import { NO_FILTERS } from "./filters.ts";
import { policyFrom } from "./policy.ts";
import { createRecommender, type RankOptions } from "./recommender.ts";
import { randomModel } from "./testing/random-model.ts";

const FILMS = 400;
/** What everybody likes is known to all: a film's score grows with its fame, and so does nothing else. */
const world: Model = (() => {
  const model = randomModel({ movies: FILMS, dimensions: 4, seed: 2 });
  const ratings = (row: number) => Math.round(Math.exp((8 * row) / FILMS));
  return {
    ...model,
    movies: model.movies.map((movie, row) => ({ ...movie, ratingCount: ratings(row) })),
    trainedOn: model.trainedOn.map((_, row) => ratings(row)),
    embeddings: model.embeddings.map(
      (value, at) => value / 10 + (at % 4 === 0 ? Math.floor(at / 4) / FILMS : 0),
    ),
    prior: { ...model.prior, mean: Float64Array.of(1, 0, 0, 0) },
  };
})();
const fames = logFames(world);

const policyOf = (weight: number) =>
  policyFrom({ ranking: { genre_distance: 0, obviousness: { weight, halfway: 6 } } });

function fameOfFirst(
  policy: ReturnType<typeof policyOf>,
  liked: readonly number[],
  options: RankOptions = {},
  model = world,
) {
  const recommender = createRecommender(model, policy);
  const taste = recommender.taste(
    liked.map((row) => ({ movie: `movie-${row}`, verdict: "favourite", atMs: 0 })),
  );
  const away = new Set(liked);
  const ranked = recommender.rank(taste, { limit: 20, accepts: (row) => !away.has(row), ...options });
  return ranked.reduce((sum, { row }) => sum + fames[row]! / 20, 0);
}

describe("how well known films are", () => {
  const known = [390, 392, 394, 396];
  const unknown = [200, 202, 204, 206];

  const fall = (liked: readonly number[], weight = 0.1) =>
    fameOfFirst(policyOf(0), liked) - fameOfFirst(policyOf(weight), liked);

  test("counts against them the more the more films somebody likes, and not for who likes none yet", () => {
    expect(fall([])).toBe(0);
    expect(fall(unknown.slice(0, 1))).toBeGreaterThan(0);
    expect(fall(unknown)).toBeGreaterThan(fall(unknown.slice(0, 1)));
  });

  test("brings who likes what few know to such films, and leaves who likes what all do where they are", () => {
    // what all have seen pleases in one direction, what few have in another
    const parted: Model = {
      ...world,
      embeddings: world.embeddings.map((_, at) => (at % 4 === Number(at < 2 * FILMS) ? 0.5 : 0)),
      prior: { ...world.prior, mean: Float64Array.of(2, 0.3, 0, 0), gram: new Float64Array(16) },
    };
    const fall = (liked: readonly number[]) =>
      fameOfFirst(policyOf(0), liked, {}, parted) - fameOfFirst(policyOf(0.1), liked, {}, parted);
    expect(fall(known.map((row) => row - 200))).toBeGreaterThan(1);
    expect(fall(known)).toBeLessThan(0.5);
  });

  test("counts by what somebody likes: what is seen, skipped or disliked tells nothing of what fame is to them", () => {
    const ranked = (verdict: "seen" | "skip" | "dislike" | "like", weight: number) => {
      const recommender = createRecommender(world, policyOf(weight));
      const taste = recommender.taste([{ movie: "movie-0", verdict, atMs: 0 }]);
      return recommender.rank(taste, { limit: 20 }).map(({ row }) => row);
    };
    for (const verdict of ["seen", "skip", "dislike"] as const)
      expect(ranked(verdict, 0.5), verdict).toEqual(ranked(verdict, 0));
    expect(ranked("like", 0.5)).not.toEqual(ranked("like", 0));
  });

  test("is counted as by those trained on, however large the crowd, and of what hardly any of them know as of a film that may be suggested", () => {
    const enlarged = {
      ...world,
      movies: world.movies.map((movie) => ({ ...movie, ratingCount: 100 * movie.ratingCount })),
    };
    const first = (model: Model) => {
      const recommender = createRecommender(model, policyOf(0.1));
      const taste = recommender.taste(
        unknown.map((row) => ({ movie: `movie-${row}`, verdict: "favourite", atMs: 0 })),
      );
      return recommender.rank(taste, { limit: 20 }).map(({ row }) => row);
    };
    expect(first(enlarged)).toEqual(first(world));
  });

  test("does not count where it is to be told which of a few is best", () => {
    const among = new Set([250, 300, 350, 399]);
    const order = (policy: ReturnType<typeof policyOf>) => {
      const recommender = createRecommender(world, policy);
      return recommender.rank(recommender.taste([]), { limit: 4, among });
    };
    expect(order(policyOf(5))).toEqual(order(policyOf(0)));
  });

  test.each([-2, -1, 0])(
    "is a step less where films %i are asked for than where one step more is",
    (dial) => {
      const policy = policyFrom({ ranking: { genre_distance: 0, obviousness: { step: 0.3 } } });
      const less = fameOfFirst(policy, known, { obviousness: dial });
      expect(fameOfFirst(policy, known, { obviousness: dial + 1 })).toBeGreaterThan(less + 0.15);
    },
  );

  test("is no less than it must be to be suggested, however little obvious films are to be: nobody has heard of those", () => {
    const policy = policyFrom({ ranking: { genre_distance: 0, obviousness: { step: 4 } } });
    expect(fameOfFirst(policy, unknown, { obviousness: -2 })).toBeGreaterThan(Math.log1p(3));
  });

  test("counts where something is asked for as well", () => {
    const filters = {
      ...NO_FILTERS,
      yearsOut: [{ from: 1950, to: 1960 }],
      ideally: ["anything"],
    };
    const policy = policyOf(0);
    const of = (obviousness: number) => fameOfFirst(policy, [], { filters, obviousness });
    expect(of(-2)).toBeLessThan(of(0));
  });
});
