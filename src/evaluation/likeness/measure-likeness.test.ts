import { expect, test } from "vitest";
import { policyFrom } from "../../recommender/policy.ts";
import { createRecommender } from "../../recommender/recommender.ts";
import { randomModel } from "../../recommender/testing/random-model.ts";
import { readJudgements } from "./judgements.ts";
import { asSuggested, likenessArea, simpleLikenesses } from "./measure-likeness.ts";

const random = randomModel({ movies: 40, dimensions: 4, seed: 1 });
const model = { ...random, movies: random.movies.map((movie) => ({ ...movie, year: 1990 })) };
const YAML = `
- film: Movie 2 (1990)
  alike: [Movie 4 (1990), Movie 6 (1990)]
  unlike: [Movie 1 (1990), Movie 8 (1990)]
- film: Movie 3 (1990)
  held: true
  alike: [Movie 5 (1990)]
  unlike: [Movie 7 (1990)]
`;

test("measures how often what is alike comes first, a tie for half", () => {
  const judgements = readJudgements(YAML, "judged.yaml", model.movies);
  expect(judgements.map(({ held }) => held)).toEqual([false, true]);
  const { "overlap of genres": genres } = simpleLikenesses(model);
  expect(likenessArea([judgements[0]!], genres!)).toBe(0.75); // even rows are dramas: ties with 8, ahead of 1
  expect(likenessArea(judgements, (_, other) => -other)).toBe((0.5 + 1) / 2);
});

test("goes by the order in which films are suggested to somebody new", () => {
  const likeness = (film: number) =>
    Float32Array.from(model.movies, (_, row) => 1 / (1 + Math.abs(row - film)));
  const policy = policyFrom({
    candidates: { min_ratings: 0 },
    ranking: { alike_in_kind: 1, more_like: 1, more_like_popularity: 0, popularity_in_doubt: 0 },
  });
  const suggested = asSuggested(createRecommender(model, policy, undefined, undefined, likeness));
  expect(suggested(10, 11)).toBeGreaterThan(suggested(10, 13));
  expect(suggested(10, 13)).toBeGreaterThan(suggested(10, 30));
});

test("names a film that no movie is", () => {
  expect(() => readJudgements(YAML.replace("Movie 8", "Movie 800"), "judged.yaml", model.movies)).toThrow(
    "judged.yaml: no film is called Movie 800 (1990)",
  );
});
