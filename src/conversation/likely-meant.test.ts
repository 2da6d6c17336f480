import { expect, test } from "vitest";
import { buildSearchIndex } from "../catalog/about/build-search-index.ts";
import { createCatalog } from "../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { randomModel } from "../recommender/testing/random-model.ts";
import { likelyMeant } from "./likely-meant.ts";

const FILMS = [
  { title: "Stalker", year: 1979, tags: ["slow"] },
  { title: "Solaris", year: 1972, tags: ["slow"] },
  { title: "Solaris", year: 2002, tags: ["romance"] },
  { title: "Notting Hill", year: 1999, tags: ["romance"] },
  { title: "Alien", year: 1979, tags: ["monster"] },
];
const random = randomModel({ movies: FILMS.length, dimensions: 2, seed: 1 });
const movies = FILMS.map(({ title, year }, row) => ({
  ...random.movies[row]!,
  title,
  year,
  ratingCount: 10,
}));
const searchIndex = () =>
  buildSearchIndex(
    movies.map(({ id }, row) => ({
      id,
      fields: [],
      tags: FILMS[row]!.tags.map((tag) => ({ tag, weight: 1 })),
    })),
    new Map(),
  );
const world = {
  catalog: createCatalog(movies, { ...NOTHING_KNOWN, searchIndex }),
  recommender: createRecommender({ ...random, movies }, policyFrom({})),
};

test.each([
  ["Stalker", 1972],
  ["Notting Hill", 2002],
])("of two films of a name the one most like what is named beside it is meant: %s", (beside, year) => {
  expect(likelyMeant(world, "Solaris", 2, [beside])).toMatchObject({ kind: "one", movie: { year } });
});

test("where nothing that is named tells, it is asked which", () => {
  expect(likelyMeant(world, "Solaris", 1)).toMatchObject({ kind: "several" });
  expect(likelyMeant(world, "Solaris", 2, ["Alien"])).toMatchObject({ kind: "several" });
});
