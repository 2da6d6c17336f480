import fc from "fast-check";
import { expect, test } from "vitest";
import type { Movie } from "../catalog/movie.ts";
import { type Crowd, createCrowd } from "./crowd.ts";
import { esteemOf, logFames } from "./crowd-columns.ts";
import { policyFrom } from "./policy.ts";
import { reputationOf } from "./reputation.ts";

const filmsOf = (known: readonly (readonly [ratings: number, stars: number])[]): Movie[] =>
  known.map(([ratingCount, meanStars], row) => ({
    id: `tt${row}`,
    title: `Film ${row}`,
    alternativeTitles: [],
    genres: [],
    ratingCount,
    meanStars,
  }));
const place = (
  known: readonly (readonly [number, number])[],
  crowd: Parameters<typeof policyFrom>[0]["crowd"] = {},
) => {
  const policy = policyFrom({ crowd });
  const model = { movies: filmsOf(known) };
  return { model, policy, crowd: createCrowd(model, policy) };
};
const rating = (days: number, ...given: (readonly [movie: string, stars: number])[]) => ({
  stars: new Map(given),
  days,
});
const standing = ({ movies }: { movies: readonly Movie[] }) =>
  movies.map(({ ratingCount, meanStars }) => [ratingCount, Number(meanStars.toFixed(9))]);

test("an answer moves the number and the mean of a film at once, worked by hand, and what is taken back moves it back", () => {
  const { model, crowd } = place([
    [6, 3],
    [0, 0],
  ]);
  crowd.says(1, rating(1, ["tt0", 5], ["tt1", 4])); // trusted by half after one day
  expect(standing(model)).toEqual([
    [7, Number(((6 * 3 + 0.5 * 5) / 6.5).toFixed(9))],
    [1, 4],
  ]);
  crowd.says(1, rating(3, ["tt0", 5])); // by three quarters after three
  expect(standing(model)).toEqual([
    [7, Number(((6 * 3 + 0.75 * 5) / 6.75).toFixed(9))],
    [0, 0],
  ]);
  crowd.says(1, undefined);
  expect(standing(model)).toEqual([
    [6, 3],
    [0, 0],
  ]);
});

test("whoever rates everything moves each film by less, and all of theirs by no more than somebody who rates a few", () => {
  const known = Array.from({ length: 100 }, () => [50, 3] as const);
  const moved = (rated: number): number => {
    const { model, crowd } = place(known, { ratings_a_person: 10 });
    crowd.says(1, rating(9, ...model.movies.slice(0, rated).map(({ id }) => [id, 5] as const)));
    return model.movies.reduce((sum, { meanStars }) => sum + (meanStars - 3), 0);
  };
  expect(moved(100)).toBeLessThan(moved(10) * 1.05);
  expect(moved(10)).toBeGreaterThan(9 * moved(1));
});

test("however many come to push a film, the public's ratings outweigh theirs", () => {
  const { model, crowd } = place([
    [400, 2],
    [0, 0],
  ]);
  for (let shill = 0; shill < 2_000; shill++) crowd.says(shill, rating(30, ["tt0", 5], ["tt1", 5]));
  const [[ratings, stars], [fresh]] = standing(model) as [[number, number], [number]];
  expect([ratings, stars, fresh]).toEqual([500, 2.6, 20]); // a quarter of 400, and at_least
});

test("films cross the lines of what is acclaimed and popular as people rate them, and what ranks them knows it", () => {
  const { model, policy, crowd } = place(
    [...Array.from({ length: 20 }, (_, row) => [100 + row, 2 + row / 10] as const), [0, 0]],
    { at_least: 5_000 },
  );
  const trained = { ...model, trainedOn: new Int32Array(21).fill(9) };
  const is = reputationOf(trained, policy);
  expect([is(0, "acclaimed"), is(0, "popular")]).toEqual([false, false]);
  const esteem = esteemOf(model, policy);
  const fames = logFames(model);
  const [before, known] = [esteem[0]!, fames[0]!];
  for (let person = 0; person < 900; person++) crowd.says(person, rating(60, ["tt0", 5]));
  expect([is(0, "acclaimed"), is(0, "popular")]).toEqual([true, true]);
  expect(esteem[0]).toBeGreaterThan(before + 1);
  expect(fames[0]).toBeGreaterThan(known + 1);
});

test("in whatever order people are told of, and however often, films end up where a count from nothing puts them", () => {
  const turn = fc.record({
    person: fc.integer({ min: 0, max: 4 }),
    days: fc.integer({ min: 1, max: 5 }),
    given: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 10 })), {
      selector: ([row]) => row,
    }),
  });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 30 }), (turns) => {
      const known = [
        [0, 0],
        [3, 4],
        [10, 2],
        [500, 3.5],
      ] as const;
      const [gone, anew] = [place(known, { ratings_a_person: 2 }), place(known, { ratings_a_person: 2 })];
      const say = (crowd: Crowd, { person, days, given }: (typeof turns)[number]) =>
        crowd.says(person, rating(days, ...given.map(([row, half]) => [`tt${row}`, half / 2] as const)));
      for (const one of turns) say(gone.crowd, one);
      const last = new Map(turns.map((one) => [one.person, one]));
      for (const one of [...last.values()].reverse()) say(anew.crowd, one);
      for (const [row, movie] of gone.model.movies.entries()) {
        expect(movie.meanStars).toBeCloseTo(anew.model.movies[row]!.meanStars, 6);
        expect(Math.abs(movie.ratingCount - anew.model.movies[row]!.ratingCount)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
