import { describe, expect, test } from "vitest";
import { NO_FILTERS } from "./filters.ts";
import { gaussianUserModel } from "./gaussian-taste.ts";
import { type PolicyInput, policyFrom } from "./policy.ts";
import { createRecommender, type RankOptions } from "./recommender.ts";
import { randomModel } from "./testing/random-model.ts";

const model = randomModel({ movies: 60, dimensions: 6, seed: 4 });
const policy = (cold_start: PolicyInput["cold_start"]) =>
  policyFrom({ candidates: { min_ratings: 0 }, cold_start: { among: 30, ...cold_start } });
const recommender = createRecommender(model, policy({}));
const said = (row: number, verdict: "like" | "skip" | "favourite") =>
  ({ movie: `movie-${row}`, verdict, atMs: 0 }) as const;
const rowsFor = (
  options: RankOptions,
  feedback: Parameters<typeof recommender.taste>[0] = [],
  by = recommender,
) => by.rank(by.taste(feedback), { limit: 60, ...options }).map(({ row }) => row);

describe("the first movies for somebody of whom nothing is known", () => {
  test("are the same for the same person, and others for others", () => {
    const first = (person: number) => rowsFor({ person, limit: 1 })[0]!;
    const firsts = Array.from({ length: 40 }, (_, person) => first(person));
    expect(Array.from({ length: 40 }, (_, person) => first(person))).toEqual(firsts);
    expect(new Set(firsts).size).toBeGreaterThan(3);
  });

  test("are of those that people at large like best, and the others follow as ever", () => {
    const asEver = rowsFor({});
    for (const person of [0, 1, 2]) {
      const rows = rowsFor({ person });
      expect(new Set(rows.slice(0, 30))).toEqual(new Set(asEver.slice(0, 30)));
      expect(rows.slice(30)).toEqual(asEver.slice(30));
      expect(rowsFor({ person, limit: 7 })).toEqual(rows.slice(0, 7));
    }
  });

  test.each([
    ["five answers", {}, [1, 2, 3, 4, 5].map((row) => said(row, "skip"))],
    ["a favourite", {}, [said(1, "favourite")]],
    ["a wish", { filters: { ...NO_FILTERS, genresIn: ["Drama"] } }, []],
    ["a movie to be near", { near: [3] }, []],
  ] as const)("are no longer drawn after %s", (_what, options, feedback) => {
    expect(rowsFor({ ...options, person: 1 }, feedback)).toEqual(rowsFor(options, feedback));
  });

  test("tell of the others: one that has to do with many comes before one that has to do with none", () => {
    const embeddings = new Float32Array(60 * 6);
    for (let row = 0; row < 60; row++) embeddings[row * 6 + (row === 7 ? 5 : 0)] = 1;
    const alike = { ...model, embeddings };
    const telling = createRecommender(alike, policy({ among: 60, chance: 0, gain: 100 }));
    expect(rowsFor({ person: 1 }, [], telling).at(-1)).toBe(7);
    const users = gaussianUserModel(alike, policyFrom({}).gaussian);
    const gains = (liked: readonly number[]) =>
      users.gains(users.fold(liked.map((row) => ({ row, verdict: "like" }))), [...alike.movies.keys()]);
    const [before, after] = [gains([]), gains([1, 2, 3, 4])];
    expect(after[20]! / before[20]!).toBeLessThan(0.5); // most is known of its like by now
    expect(after[7]! / before[7]!).toBeGreaterThan(0.5);
  });
});
