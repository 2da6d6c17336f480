import { beforeAll, describe, expect, type TestContext, test } from "vitest";
import type { Ratings } from "../dataset/dataset.ts";
import { countByMovie, selectRows } from "../dataset/prepare/rows.ts";
import { generateWorld } from "../dataset/testing/world.ts";
import { createRandom } from "../numerics/random.ts";
import type { Fit, FitOptions } from "./fit.ts";
import type { FittedModel, History } from "./fitted-model.ts";
import { groupOf, MOVIES, toyWorld, withheldFrom } from "./testing/toy-world.ts";

const NOBODY: History = { rows: Int32Array.of(), stars: Float32Array.of() };
const options: FitOptions = { seed: 1, threads: 1 };

const { ratings, movies } = generateWorld({
  users: 90,
  movies: 70,
  groups: 3,
  ratingsPerUser: 25,
  seed: 1,
}).dataset;
const count = ratings.movieIds.length;

function historyOf(user: number, { users, movies, stars, atSeconds }: Ratings): History {
  const own = Int32Array.from(users.keys()).filter((row) => users[row] === user);
  return {
    rows: own.map((row) => movies[row]!),
    stars: Float32Array.from(own, (row) => stars[row]!),
    atSeconds: Uint32Array.from(own, (row) => atSeconds[row]!),
  };
}

const reversed = ({ rows, stars, atSeconds }: History): History => ({
  rows: rows.toReversed(),
  stars: stars.toReversed(),
  ...(atSeconds && { atSeconds: atSeconds.toReversed() }),
});

const best = (scores: Float64Array, accepts: (row: number) => boolean = () => true): number[] =>
  [...scores.keys()].filter(accepts).sort((a, b) => scores[b]! - scores[a]!);

function expectClose(scores: Float64Array, expected: Float64Array): void {
  const largest = expected.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  for (const [row, score] of scores.entries())
    expect(Math.abs(score - expected[row]!), `of movie ${row}`).toBeLessThanOrEqual(1e-6 * largest);
}

const correlation = (a: Float64Array, b: Float64Array): number => {
  const centred = (values: Float64Array) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, value, at) => sum + value * y[at]!, 0);
  const [x, y] = [centred(a), centred(b)];
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
};

/** A promise that some models do not make; the name of the skipped test says why. */
function testUnless(
  reason: string | undefined,
  name: string,
  run: (context: TestContext) => void | Promise<void>,
): void {
  test.skipIf(reason)(reason ? `${name}: not so, as ${reason}` : name, run);
}

/**
 * What every model promises, whatever it makes of people.
 *
 * @param personal false for models that recommend the same to everybody
 * @param knownDiffers why folding a known user's ratings in may give something else than the fit made of the user
 */
export function fittedModelContract(
  name: string,
  fit: Fit,
  { personal = true, knownDiffers }: { personal?: boolean; knownDiffers?: string } = {},
): void {
  describe(name, () => {
    const sameForAll = personal ? undefined : "it puts movies in one order for everybody";
    let model: FittedModel;
    beforeAll(async () => {
      model = await fit({ ratings, movies }, options);
    });
    const scoresFor = (history: History) => model.score(model.foldIn(history));

    test("scores every movie, whoever asks, and finitely", () => {
      for (const history of [NOBODY, historyOf(0, ratings), historyOf(7, ratings)]) {
        const scores = scoresFor(history);
        expect(scores).toHaveLength(count);
        expect(scores.every(Number.isFinite)).toBe(true);
      }
    });

    test("suggests to a newcomer what many rated or rated highly", () => {
      const counts = countByMovie(ratings);
      const starsInAll = new Float64Array(count);
      ratings.movies.forEach((movie, row) => {
        starsInAll[movie]! += ratings.stars[row]!;
      });
      const top = best(scoresFor(NOBODY)).slice(0, 10);
      const mean = (values: ArrayLike<number>, rows: readonly number[]) =>
        rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
      const everything = [...counts.keys()];
      const stars = (rows: readonly number[]) => mean(starsInAll, rows) / mean(counts, rows);
      expect(
        mean(counts, top) > 1.2 * mean(counts, everything) || stars(top) > 1.05 * stars(everything),
      ).toBe(true);
    });

    test("does not care for the order of a history, nor change it", () => {
      const history = historyOf(3, ratings);
      const given = structuredClone(history);
      const scores = scoresFor(history);
      expect(history).toEqual(given);
      expectClose(scoresFor(reversed(history)), scores);
    });

    test("gives the same scores to who asks twice, though the caller has since changed the first", () => {
      const user = model.foldIn(historyOf(3, ratings));
      const scores = model.score(user);
      const kept = scores.slice();
      scores.fill(9);
      expect(model.score(user)).toEqual(kept);
    });

    test("fits the same model to the same ratings and seed", async () => {
      const again = await fit({ ratings, movies }, options);
      const history = historyOf(3, ratings);
      expect(again.score(again.foldIn(history))).toEqual(scoresFor(history));
    });

    test("fits the same model to the ratings in another order", async () => {
      const order = createRandom(5).shuffle(Int32Array.from(ratings.stars.keys()));
      const shuffled = await fit({ ratings: selectRows(ratings, order), movies }, options);
      const history = historyOf(3, ratings);
      expectClose(shuffled.score(shuffled.foldIn(history)), scoresFor(history));
    });

    testUnless(
      knownDiffers,
      "makes of a known user's ratings about what the fit made of the user",
      ({ skip }) => {
        if (!model.known) return skip("it keeps nothing of its users but what folding in makes of them");
        for (const user of [0, 1, 2]) {
          const scores = scoresFor(historyOf(user, ratings));
          expect(correlation(scores, model.score(model.known(user)))).toBeGreaterThan(0.9);
        }
      },
    );

    test("predicts stars within the scale, higher for what people like", ({ skip }) => {
      if (!model.rate) return skip("it orders movies and predicts no stars");
      const { rows, stars } = historyOf(3, ratings);
      for (const user of [model.foldIn(NOBODY), model.foldIn({ rows, stars })]) {
        for (let row = 0; row < count; row++) {
          expect(model.rate(user, row)).toBeGreaterThanOrEqual(0.5);
          expect(model.rate(user, row)).toBeLessThanOrEqual(5);
        }
      }
      const user = model.foldIn({ rows, stars });
      const predicted = Float64Array.from(rows, (row) => model.rate!(user, row));
      if (personal) expect(correlation(predicted, Float64Array.from(stars))).toBeGreaterThan(0.5);
    });

    test("scores a movie that nobody rated", async () => {
      const rated = Int32Array.from(ratings.stars.keys()).filter((row) => ratings.movies[row] !== 4);
      const partly = await fit({ ratings: selectRows(ratings, rated), movies }, options);
      const scores = partly.score(partly.foldIn(historyOf(3, ratings)));
      expect(scores).toHaveLength(count);
      expect(scores.every(Number.isFinite)).toBe(true);
    });

    test("refuses to be fitted to nothing", async () => {
      const nothing = selectRows(ratings, Int32Array.of());
      await expect(fit({ ratings: nothing, movies }, options)).rejects.toThrow(/no ratings/);
    });

    test("reports its progress, never backwards and up to all of it", async () => {
      const shares: number[] = [];
      await fit({ ratings, movies }, { ...options, onProgress: (share) => shares.push(share) });
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
      expect(shares.filter((share) => share === 1)).toHaveLength(1);
    });

    test("stops when told to, with the reason it was given", async () => {
      const abort = new AbortController();
      const stopped = fit(
        { ratings, movies },
        { ...options, signal: abort.signal, onProgress: () => abort.abort(new Error("enough")) },
      );
      await expect(stopped).rejects.toThrow("enough");
    });

    testUnless(sameForAll, "puts first the one movie of their taste that people have not rated", async () => {
      const world = toyWorld();
      const fitted = await fit(world, options);
      for (const user of [0, 1, 2, 40, 80, 179]) {
        const history = historyOf(user, world.ratings);
        const rated = new Set(history.rows);
        const scores = fitted.score(fitted.foldIn(history));
        expect(best(scores, (row) => !rated.has(row))[0]).toBe(withheldFrom(user));
      }
    });

    testUnless(sameForAll, "suggests to somebody new what their favourites' fans like", async () => {
      const fitted = await fit(toyWorld(), options);
      for (const group of [0, 1, 2]) {
        const favourites = [0, 1, 2, 3].map((nth) => group + 3 * nth);
        const history = { rows: Int32Array.from(favourites), stars: Float32Array.of(5, 5, 5, 5) };
        const scores = fitted.score(fitted.foldIn(history));
        const top = best(scores, (row) => !favourites.includes(row)).slice(0, MOVIES / 3 - 4);
        expect(top.map(groupOf)).toEqual(top.map(() => group));
      }
    });
  });
}
