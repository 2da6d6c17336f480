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
    embeddings: model.embeddings.map(
      (value, at) => value / 10 + (at % 4 === 0 ? Math.floor(at / 4) / FILMS : 0),
    ),
    prior: { ...model.prior, mean: Float64Array.of(1, 0, 0, 0) },
  };
})();
const fames = logFames(world);

const policyOf = (common: number, own: number) =>
  policyFrom({ ranking: { genre_distance: 0, obviousness: { common, own } } });

function fameOfFirst(
  policy: ReturnType<typeof policyOf>,
  liked: readonly number[],
  options: RankOptions = {},
) {
  const recommender = createRecommender(world, policy);
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

  test("counts against them for everybody", () => {
    expect(fameOfFirst(policyOf(0.5, 0), [])).toBeLessThan(fameOfFirst(policyOf(0, 0), []));
  });

  test("counts against them for who likes less known ones, and not for who likes what all do", () => {
    expect(fameOfFirst(policyOf(0, 0.3), known)).toBe(fameOfFirst(policyOf(0, 0), known));
    expect(fameOfFirst(policyOf(0, 0.3), unknown)).toBeLessThan(fameOfFirst(policyOf(0, 0), unknown) - 0.1);
  });

  test("does not count where it is to be told which of a few is best", () => {
    const among = new Set([250, 300, 350, 399]);
    const order = (policy: ReturnType<typeof policyOf>) => {
      const recommender = createRecommender(world, policy);
      return recommender.rank(recommender.taste([]), { limit: 4, among });
    };
    expect(order(policyOf(5, 0))).toEqual(order(policyOf(0, 0)));
  });

  test.each([-2, -1, 0])(
    "is a step less where films %i are asked for than where one step more is",
    (dial) => {
      const policy = policyFrom({ ranking: { genre_distance: 0, obviousness: { step: 0.3 } } });
      const less = fameOfFirst(policy, known, { obviousness: dial });
      expect(fameOfFirst(policy, known, { obviousness: dial + 1 })).toBeGreaterThan(less + 0.15);
    },
  );

  test("is no less than usual, however little obvious films are to be: nobody has heard of those", () => {
    const usual = fames.reduce((sum, fame) => sum + fame / FILMS, 0);
    const policy = policyFrom({ ranking: { genre_distance: 0, obviousness: { step: 4 } } });
    expect(fameOfFirst(policy, unknown, { obviousness: -2 })).toBeGreaterThan(usual - 0.5);
  });

  test("counts where something is asked for as well", () => {
    const filters = {
      ...NO_FILTERS,
      yearsOut: [{ from: 1950, to: 1960 }],
      ideally: ["anything"],
    };
    const policy = policyOf(0, 0);
    const of = (obviousness: number) => fameOfFirst(policy, [], { filters, obviousness });
    expect(of(-2)).toBeLessThan(of(0));
  });
});
