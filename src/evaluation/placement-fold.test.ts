import { expect, test } from "vitest";
import type { Ratings } from "../dataset/dataset.ts";
import { listed } from "../dataset/films/film-list.ts";
import { ratingTable } from "../dataset/testing/table.ts";
import { createRandom } from "../numerics/random.ts";
import { policyFrom } from "../recommender/policy.ts";
import { evaluatePlacementFold, type PlacementFoldTask } from "./placement-fold.ts";
import { summarisePlacement } from "./placement-report.ts";

const USERS = 120;
const FILMS = 160;
const GENRES = ["Comedy", "Horror"];

/** People like the films of one genre and dislike the others; film k is of genre k % 2. */
function twoCamps(): Ratings {
  const random = createRandom(2);
  const rows: [number, number, number][] = [];
  for (let user = 0; user < USERS; user++)
    for (let movie = 0; movie < FILMS; movie++)
      if (random.uniform() < 0.25) rows.push([user, movie, movie % 2 === user % 2 ? 5 : 1]);
  return ratingTable(rows);
}

function task(genreOf: (row: number) => string): PlacementFoldTask {
  const ratings = twoCamps();
  const movies = ratings.movieIds.map((id, row) => ({
    id,
    title: `Film ${id}`,
    alternativeTitles: [],
    genres: [genreOf(row)],
  }));
  const hidden = Int32Array.from(movies.keys()).filter((row) => row % 4 < 2);
  return {
    ratings,
    movies,
    films: movies.map((movie) => listed(movie, movie.id, { ratings: 1_000, stars: 3_500 })),
    facts: new Map(),
    words: new Map(),
    hidden,
    ranked: hidden,
    test: Int32Array.from({ length: 30 }, (_, user) => user),
    policy: policyFrom({ ranking: { genre_distance: 0 } }),
    training: { dimensions: 4, threads: 1 },
    seed: 1,
  };
}

const ndcgOf = async (genreOf: (row: number) => string) => {
  const rows = summarisePlacement([await evaluatePlacementFold(task(genreOf))], 1);
  return (name: string) => rows.find((row) => row.pool === "hidden" && row.name === name)!.scores.ndcg10.mean;
};

test("where genres decide who likes what, hidden films are placed as well as if their ratings were known", async () => {
  const ndcg = await ndcgOf((row) => GENRES[row % 2]!);
  expect(ndcg("placed")).toBeGreaterThan(ndcg("popularity") + 0.05);
  expect(ndcg("placed")).toBeGreaterThan(0.9 * ndcg("true embeddings"));
});

test("ratings of hidden films do not leak: where nothing known of a film tells its camp, placing is no better than chance", async () => {
  const random = createRandom(9);
  const ndcg = await ndcgOf(() => GENRES[random.int(2)]!);
  expect(ndcg("placed")).toBeLessThan(0.75 * ndcg("true embeddings"));
});
