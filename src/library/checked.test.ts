/** What a program outside may get wrong, call by call: each is refused in a sentence that says where. */
import { describe, expect, test } from "vitest";
import { generateWorld } from "../dataset/testing/world.ts";
import {
  createCatalog,
  createRecommender,
  InputError,
  NO_FILTERS,
  policyFrom,
  trainModel,
} from "../index.ts";
import { randomModel } from "../recommender/testing/random-model.ts";

const model = randomModel({ movies: 12, dimensions: 3, seed: 1 });
const recommender = createRecommender(model, policyFrom({}));
const another = createRecommender(model, policyFrom({}));
const given = { movie: "movie-1", verdict: "like", atMs: 0 } as const;
const taste = recommender.taste([given]);

/** What a program without types may pass in. */
const as = <T>(value: unknown): T => value as T;

describe("a recommender refuses", () => {
  test.each<[string, RegExp, () => unknown]>([
    [
      "a verdict that is none",
      /^feedback\.0\.verdict: a verdict is one of favourite, like/,
      () => recommender.taste([as({ ...given, verdict: "adore" })]),
    ],
    [
      "an id that is no text",
      /^feedback\.0\.movie: a movie's id is a text/,
      () => recommender.taste([as({ ...given, movie: 113277 })]),
    ],
    ["an empty id", /^feedback\.0\.movie: /, () => recommender.taste([{ ...given, movie: "" }])],
    [
      "a time that is none",
      /^feedback\.0\.atMs: a time/,
      () => recommender.observe(taste, { ...given, atMs: Number.NaN }),
    ],
    ["a text for feedback", /^feedback: /, () => recommender.taste(as("heat"))],
    ["nothing for feedback", /^feedback: /, () => recommender.taste(as(undefined))],
    ["a taste that is none", /^taste: /, () => recommender.rank(as({}), {})],
    [
      "another's taste",
      /^taste: not one that this recommender made/,
      () => recommender.observe(another.taste([]), given),
    ],
    ["no taste to be explained", /^taste: /, () => recommender.explain(as(undefined), 0)],
    [
      "a row beyond the last",
      /^row 12: expected a whole number from 0 to 11/,
      () => recommender.explain(taste, 12),
    ],
    ["a row that is none", /^row 0\.5: /, () => recommender.movie(0.5)],
    ["a limit of none", /^options\.limit: at least one/, () => recommender.rank(taste, { limit: 0 })],
    [
      "filters of another shape",
      /^options\.filters/,
      () => recommender.rank(taste, { filters: as({ genres: ["Comedy"] }) }),
    ],
    ["filters of another shape, to explain by", /^filters/, () => recommender.explain(taste, 0, as({}))],
    [
      "a movie in the place of a row",
      /^options\.near\.0: /,
      () => recommender.rank(taste, { near: [as("movie-1")] }),
    ],
    ["a row beyond the last to be near", /^row 99: /, () => recommender.rank(taste, { near: [99] })],
    [
      "ids to leave out that are none",
      /^options\.without\.0: /,
      () => recommender.rank(taste, { without: [as(7)] }),
    ],
    ["a text for options", /^options: /, () => recommender.rank(taste, as("now"))],
    ["opinions that are none", /^opinions\.0/, () => recommender.revise(taste, [as(["movie-1", "adore"])])],
    ["sums that are none", /^sums: /, () => recommender.resume([{ row: 1, verdict: "like" }], as([1]))],
    [
      "evidence of no movie",
      /^row 99: /,
      () => recommender.resume([{ row: 99, verdict: "like" }], new Float64Array(0)),
    ],
    ["a time to look back from that is none", /^atMs: /, () => recommender.excluded([given], as("now"))],
    [
      "a model that is none",
      /^createRecommender takes a model/,
      () => createRecommender(as({}), policyFrom({})),
    ],
    [
      "a model cut short",
      /^createRecommender takes a model/,
      () => createRecommender({ ...model, movies: model.movies.slice(1) }, policyFrom({})),
    ],
    ["a policy that is none", /^createRecommender takes a model/, () => createRecommender(model, as({}))],
  ])("%s", (_, message, call) => {
    expect(call).toThrow(InputError);
    expect(call).toThrow(message);
  });
});

test("movies that the model does not know are told of, whatever is said of them", () => {
  const unknown: string[] = [];
  const telling = createRecommender(model, policyFrom({}), {
    onUnknown: (movies) => unknown.push(...movies),
  });
  const known = telling.taste([given, { ...given, movie: "a" }]);
  telling.observe(known, { ...given, movie: "b" });
  telling.rank(known, {
    feedback: [{ ...given, movie: "c" }],
    without: ["d"],
    filters: { ...NO_FILTERS, moviesOut: ["e"] },
  });
  telling.excluded([{ ...given, movie: "f" }], 0);
  telling.revise(known, [["g", "like"]]);
  telling.passes(0, { ...NO_FILTERS, moviesOut: ["h"] });
  expect(unknown).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
});

test("what is right goes through", () => {
  const [best] = recommender.rank(taste, {
    feedback: [given],
    atMs: 1,
    without: new Set(["movie-2"]),
    near: [3],
  });
  expect(recommender.movie(best!.row).id).not.toBe("movie-2");
  expect(recommender.observe(taste, given).embedding).toEqual(taste.embedding);
  expect(recommender.resume([{ row: 1, verdict: "like" }], recommender.sumsOf(taste)!)).toBeDefined();
});

describe("a catalogue refuses", () => {
  const catalog = createCatalog(model.movies);
  test.each<[string, RegExp, () => unknown]>([
    ["no list", /^movies: expected a list/, () => createCatalog(as({}))],
    ["what is no movie", /^movies\.0: not a movie/, () => createCatalog([as({ id: "tt1" })])],
    [
      "a movie twice",
      /^movies\.1\.id: movie-0 comes twice/,
      () => createCatalog([model.movies[0]!, model.movies[0]!]),
    ],
    ["what is no text", /^text: /, () => catalog.find(as(7))],
    ["a limit of none", /^limit: /, () => catalog.search("heat", 0)],
  ])("%s", (_, message, call) => {
    expect(call).toThrow(InputError);
    expect(call).toThrow(message);
  });
});

describe("training refuses", () => {
  const { ratings } = generateWorld({ users: 8, movies: 9, groups: 2, ratingsPerUser: 4, seed: 1 }).dataset;
  const altered = <T extends { slice(): T; [index: number]: number }>(column: T, value: number): T => {
    const copy = column.slice();
    copy[2] = value;
    return copy;
  };
  test.each<[string, RegExp, object, object?]>([
    ["nothing", /^data\.ratings: /, {}],
    [
      "lists in the place of columns",
      /^data\.ratings\.stars: expected a Float32Array/,
      { ratings: { ...ratings, stars: [...ratings.stars] } },
    ],
    [
      "columns of two lengths",
      /^data\.ratings\.users: 31 for 32 stars/,
      { ratings: { ...ratings, users: ratings.users.slice(1) } },
    ],
    [
      "a user that there is not",
      /^data\.ratings\.users\.2: 8, expected 0 to 7/,
      { ratings: { ...ratings, users: altered(ratings.users, 8) } },
    ],
    [
      "stars beyond the scale",
      /^data\.ratings\.stars\.2: 10, expected 0\.5 to 5/,
      { ratings: { ...ratings, stars: altered(ratings.stars, 10) } },
    ],
    [
      "stars that are no number",
      /^data\.ratings\.stars\.2: NaN/,
      { ratings: { ...ratings, stars: altered(ratings.stars, Number.NaN) } },
    ],
    [
      "an id twice",
      /^data\.ratings\.movieIds: one comes twice/,
      { ratings: { ...ratings, movieIds: ratings.movieIds.map(() => "1") } },
    ],
    ["facts of fewer movies", /^data\.movies: 0 for \d+ movieIds/, { ratings, movies: [] }],
    ["dimensions that are none", /^options\.dimensions: /, { ratings }, { dimensions: 0 }],
    ["an option of another name", /^options: /, { ratings }, { dims: 4 }],
  ])("%s", async (_, message, data, options) => {
    await expect(trainModel(as(data), as(options))).rejects.toThrow(InputError);
    await expect(trainModel(as(data), as(options))).rejects.toThrow(message);
  });

  test("and takes what is right", async () => {
    expect((await trainModel({ ratings }, { dimensions: 2, seed: 1 })).dimensions).toBe(2);
  });
});
