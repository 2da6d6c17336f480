import { describe, expect, test } from "vitest";
import type { Model } from "../artifacts/model.ts";
import { ratingTable } from "../dataset/testing/table.ts";
import { generateWorld } from "../dataset/testing/world.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { trainModel } from "./train-model.ts";

const embedding = ({ embeddings, dimensions: d }: Model, row: number): Float32Array =>
  embeddings.subarray(row * d, (row + 1) * d);

const cosine = (a: Float32Array, b: Float32Array): number => {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, k) => sum + value * y[k]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
};

describe("a model trained on a world of known tastes", () => {
  const { dataset, groupOfMovie } = generateWorld({
    users: 200,
    movies: 90,
    groups: 3,
    ratingsPerUser: 20,
    seed: 1,
  });

  test("puts the movies of one taste close together and those of others apart", async () => {
    const model = await trainModel(dataset, { dimensions: 3, threads: 1 });
    const similarities = { own: [] as number[], other: [] as number[] };
    const known = model.movies.flatMap(({ ratingCount }, row) => (ratingCount >= 20 ? [row] : []));
    for (const a of known) {
      for (const b of known) {
        if (a < b) {
          const kind = groupOfMovie[a] === groupOfMovie[b] ? "own" : "other";
          similarities[kind].push(cosine(embedding(model, a), embedding(model, b)));
        }
      }
    }
    expect(Math.min(...similarities.own)).toBeGreaterThan(Math.max(...similarities.other));
  });

  test.each([0, 1, 2])("suggests to a fan of taste %i movies of that taste first", async (group) => {
    const recommender = createRecommender(
      await trainModel(dataset, { dimensions: 3, threads: 1 }),
      policyFrom({}),
    );
    const favourites = recommender.model.movies
      .filter((_, row) => groupOfMovie[row] === group)
      .toSorted((a, b) => b.ratingCount - a.ratingCount)
      .slice(0, 4);
    const feedback = favourites.map(({ id }) => ({ movie: id, verdict: "favourite" as const, atMs: 0 }));
    const ranked = recommender.rank(recommender.taste(feedback), { feedback, limit: 10 });
    expect(ranked.map(({ row }) => groupOfMovie[row])).toEqual(Array(10).fill(group));
  });

  test("takes somebody who counts as three for three people who rated the same", async () => {
    const small = generateWorld({ users: 60, movies: 40, groups: 2, ratingsPerUser: 12, seed: 3 }).dataset;
    const { ratings } = small;
    const isFirst = Array.from(ratings.users, (user) => user === 0);
    const again = <A extends Int32Array | Float32Array | Uint32Array>(column: A, shift = 0): A => {
      const own = Array.from(column).filter((_, row) => isFirst[row]);
      const Column = column.constructor as new (values: readonly number[]) => A;
      return new Column([
        ...column,
        ...own.map((value) => value + shift),
        ...own.map((value) => value + 2 * shift),
      ]);
    };
    const tripled = {
      users: again(ratings.users, 0).map((user, row) =>
        row < isFirst.length ? user : 60 + Math.floor((row - isFirst.length) / 12),
      ),
      movies: again(ratings.movies),
      stars: again(ratings.stars),
      atSeconds: again(ratings.atSeconds),
      userIds: [...ratings.userIds, "first again", "and again"],
      movieIds: ratings.movieIds,
    };
    const options = { dimensions: 6, threads: 1, powerIterations: 12 };
    const weights = new Float64Array(60).fill(1);
    weights[0] = 3;
    const weighted = await trainModel({ ...small, weights }, options);
    const repeated = await trainModel({ ...small, ratings: tripled }, options);
    const alike = (one: Model, other: Model) => {
      const gram =
        ({ embeddings: v, dimensions: d }: Model) =>
        (a: number, b: number) => {
          let sum = 0;
          for (let k = 0; k < d; k++) sum += v[a * d + k]! * v[b * d + k]!;
          return sum;
        };
      const [mine, theirs] = [gram(one), gram(other)]; // directions may be turned round: what is near what is the same
      let most = 0;
      for (let a = 0; a < 40; a++)
        for (let b = 0; b < 40; b++) most = Math.max(most, Math.abs(mine(a, b) - theirs(a, b)));
      return most;
    };
    expect(alike(weighted, repeated)).toBeLessThan(1e-3);
    const plain = await trainModel(small, options);
    expect(alike(weighted, plain)).toBeGreaterThan(1e-2);
    const variance = ({ prior: { covariance }, dimensions: d }: Model) =>
      Array.from({ length: d }, (_, k) => covariance[k * d + k]!).reduce((sum, value) => sum + value, 0);
    expect(variance(weighted)).toBeCloseTo(variance(repeated), 3);
  });

  test("keeps every movie in the data set's order, with its facts", async () => {
    const model = await trainModel(dataset, { dimensions: 4, threads: 1 });
    expect(model.dimensions).toBe(4);
    expect(model.embeddings.length).toBe(90 * 4);
    const { id: _, ...facts } = dataset.movies[7]!;
    expect(model.movies[7]).toMatchObject({ ...facts, id: facts.imdbId });
    expect(model.movies.reduce((sum, { ratingCount }) => sum + ratingCount, 0)).toBe(200 * 20);
  });

  test("knows traits where it is given examples of them, and none otherwise", async () => {
    const rows = [...groupOfMovie.keys()];
    const named = (isGood: boolean) =>
      rows
        .filter((row) => (groupOfMovie[row] === 0) === isGood)
        .slice(0, 20)
        .map((row) => `${dataset.movies[row]!.title} (${dataset.movies[row]!.year})`);
    const examples = new Map([
      [
        "feel-good",
        {
          group: "moods",
          genres: {},
          tags: [],
          titles: [],
          opposites: [],
          rare: false,
          good: named(true),
          bad: named(false),
        },
      ],
    ]);
    const options = { dimensions: 3, threads: 1 };
    const plain = await trainModel(dataset, options);
    const model = await trainModel({ ...dataset, examples }, options);
    expect(plain.traits.size).toBe(0);
    expect(model.embeddings).toEqual(plain.embeddings);
    expect(model.version).not.toBe(plain.version);
    const fits = model.traits.get("feel-good")!;
    const mean = (own: boolean) => {
      const of = rows.filter((row) => (groupOfMovie[row] === 0) === own);
      return of.reduce((sum, row) => sum + fits[row]!, 0) / of.length;
    };
    expect(mean(true)).toBeGreaterThan(128);
    expect(mean(false)).toBeLessThan(128);
  });

  test("has another version for another seed, and the same for the same", async () => {
    const version = async (seed: number) =>
      (await trainModel(dataset, { dimensions: 4, seed, threads: 1 })).version;
    expect(await version(1)).toBe(await version(1));
    expect(await version(1)).not.toBe(await version(2));
  });
});

describe("a model trained on a plain table of ratings", () => {
  const ratings = ratingTable([
    [0, 0, 5],
    [0, 1, 2],
    [1, 0, 4],
    [2, 1, 3.5],
    [2, 3, 0.5],
  ]);

  test("knows the movies by their ids, how many rated them and how well", async () => {
    const { movies } = await trainModel({ ratings });
    const facts = { alternativeTitles: [], genres: [] };
    expect(movies).toEqual([
      { id: "0", title: "0", ...facts, ratingCount: 2, meanStars: 4.5 },
      { id: "1", title: "1", ...facts, ratingCount: 2, meanStars: 2.75 },
      { id: "2", title: "2", ...facts, ratingCount: 0, meanStars: 0 },
      { id: "3", title: "3", ...facts, ratingCount: 1, meanStars: 0.5 },
    ]);
  });

  test("gives a movie nobody rated the embedding 0, and the others another", async () => {
    const model = await trainModel({ ratings }, { dimensions: 3 });
    expect(model.movies.map((_, row) => Math.hypot(...embedding(model, row)) > 0)).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  test("has as many dimensions as there are users who rated, when that is fewer than asked for", async () => {
    const withSilent = { ...ratings, userIds: [...ratings.userIds, "silent", "silent too"] };
    expect((await trainModel({ ratings: withSilent })).dimensions).toBe(3);
  });

  test("does not let users without ratings draw the prior to 0", async () => {
    const withSilent = {
      ...ratings,
      userIds: ["silent", ...ratings.userIds],
      users: ratings.users.map((u) => u + 1),
    };
    expect((await trainModel({ ratings: withSilent })).prior).toEqual((await trainModel({ ratings })).prior);
  });

  test("is refused without ratings, and with two of one movie by one user", async () => {
    await expect(trainModel({ ratings: ratingTable([]) })).rejects.toThrow("no ratings");
    const twice = ratingTable([
      [0, 0, 5],
      [0, 0, 4],
    ]);
    await expect(trainModel({ ratings: twice })).rejects.toThrow("two entries at (0, 0)");
  });
});
