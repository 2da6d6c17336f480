import { expect, test } from "vitest";
import { tinyModel } from "../conversation/testing/tiny-world.ts";
import { NO_FILTERS } from "./filters.ts";
import { policyFrom } from "./policy.ts";
import { createRecommender } from "./recommender.ts";

const model = tinyModel();
const recommender = createRecommender(model, policyFrom({}));

test("who wants no romantic comedy still gets comedies and romances, but none that are both", () => {
  const left = model.movies.filter((_, at) =>
    recommender.passes(at, { ...NO_FILTERS, genresOut: ["romantic comedy"] }),
  );
  const isBoth = ({ genres }: { readonly genres: readonly string[] }) =>
    genres.includes("Comedy") && genres.includes("Romance");
  expect(model.movies.filter(isBoth)).not.toEqual([]);
  expect(left).toEqual(model.movies.filter((movie) => !isBoth(movie)));
});
