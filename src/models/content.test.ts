import { expect, test } from "vitest";
import type { DatasetMovie } from "../dataset/dataset.ts";
import { ratingTable } from "../dataset/testing/table.ts";
import { fitContent } from "./content.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";

fittedModelContract("content", fitContent);

const ratings = ratingTable([
  [0, 0, 5],
  [0, 1, 5],
  [0, 2, 5],
  [0, 3, 5],
]);
const movie = (id: string, genres: readonly string[], facts: Partial<DatasetMovie> = {}): DatasetMovie => {
  return { id, title: id, alternativeTitles: [], genres, ...facts };
};
const scoresFor = async (movies: readonly DatasetMovie[], liked: number, stars = 5) => {
  const model = await fitContent({ ratings, movies });
  return model.score(model.foldIn({ rows: Int32Array.of(liked), stars: Float32Array.of(stars) }));
};

test("scores are cosines of TF-IDF, worked by hand", async () => {
  const movies = [
    movie("a", ["War"]),
    movie("b", ["War", "Drama"]),
    movie("c", ["Drama"]),
    movie("d", ["Comedy"]),
  ];
  const scores = await scoresFor(movies, 0);
  // both words of b are in two of four documents: weights alike
  expect(scores[0]).toBeCloseTo(1, 5);
  expect(scores[1]).toBeCloseTo(Math.SQRT1_2, 5);
  expect(scores[2]).toBeCloseTo(0, 5);
});

test("a rare word weighs more than a common one, and a tag given often more than one given once", async () => {
  const tagged = (...tags: string[][]) => tags.map((own, at) => movie(String(at), ["Drama"], { tags: own }));
  const rare = await scoresFor(tagged(["Time travel"], ["time travel "], [], []), 0);
  expect(rare[1]).toBeGreaterThan(rare[2]!);
  const often = await scoresFor(tagged(["robots"], ["robots", "robots", "cats"], ["robots", "cats"], []), 0);
  expect(often[1]).toBeGreaterThan(often[2]!);
});

test("the decade brings movies of neighbouring years together, and what was disliked sends away", async () => {
  const movies = [
    movie("a", ["Drama"], { year: 1994 }),
    movie("b", ["Drama"], { year: 1995 }),
    movie("c", ["Drama"], { year: 1975 }),
    movie("d", ["War"], { year: 1950 }),
  ];
  const liked = await scoresFor(movies, 0);
  expect(liked[1]).toBeGreaterThan(liked[2]!);
  const disliked = await scoresFor(movies, 0, 1);
  expect(disliked[3]).toBeGreaterThan(disliked[2]!);
  expect(disliked[2]).toBeGreaterThan(disliked[1]!);
});
