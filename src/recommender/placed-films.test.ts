import { expect, test } from "vitest";
import type { Model } from "../artifacts/model.ts";
import { createRandom } from "../numerics/random.ts";
import { gaussianUserModel } from "./gaussian-taste.ts";
import { type PolicyInput, policyFrom } from "./policy.ts";
import { createRecommender } from "./recommender.ts";
import { randomModel } from "./testing/random-model.ts";

const D = 4;
const FILMS = 40;
/** The last quarter of the films was placed. */
const PLACED = 30;
const NOTHING_BUT_SCORES: PolicyInput = {
  ranking: {
    genre_distance: 0,
    popularity_in_doubt: 0,
    placement_doubt: 0.5,
    obviousness: { weight: 0 },
  },
};

const deviationOf = (size: number) =>
  Float32Array.from({ length: FILMS }, (_, row) => (row < PLACED ? 0 : size));

function placedModel(size: number): Model {
  const model = randomModel({ movies: FILMS, dimensions: D, seed: 3 });
  return {
    ...model,
    trainedOn: model.trainedOn.map((ratings, row) => (row < PLACED ? ratings : 0)),
    placement: { deviation: deviationOf(size), spread: Float32Array.of(0.9, 0.4, 0.2, 0.1) },
  };
}

const policy = policyFrom({}).gaussian;

test("the uncertainty of a placed film's score is that of drawing the person and the film", () => {
  const model = placedModel(0.8);
  const users = gaussianUserModel(model, policy);
  const taste = users.fold([
    { row: 1, verdict: "favourite" },
    { row: 2, verdict: "dislike" },
  ]);
  const random = createRandom(1);
  const row = 35;
  const mean = model.embeddings.subarray(row * D, (row + 1) * D);
  const people = peopleLike(taste.embedding, covarianceOf(), random);
  const draws = Array.from({ length: 40_000 }, () => {
    const person = people();
    return mean.reduce((sum, value, k) => {
      const film = value + 0.8 * Math.sqrt(model.placement!.spread[k]!) * random.normal();
      return sum + film * person[k]!;
    }, 0);
  });
  const average = draws.reduce((sum, score) => sum + score, 0) / draws.length;
  const variance = draws.reduce((sum, score) => sum + (score - average) ** 2, 0) / draws.length;
  expect(users.uncertainty(taste, row) / Math.sqrt(variance)).toBeGreaterThan(0.98);
  expect(users.uncertainty(taste, row) / Math.sqrt(variance)).toBeLessThan(1.02);

  /** S of the same evidence, by polarisation of the variances of scores. */
  function covarianceOf(): number[][] {
    const variance = (vector: readonly number[]) => {
      const embeddings = model.embeddings.slice();
      embeddings.set(vector, 10 * D); // a film that was rated, and that nothing was said of
      const own = gaussianUserModel({ ...model, embeddings }, policy);
      return own.uncertainty(own.fold(taste.evidence), 10) ** 2;
    };
    const unit = (i: number, j: number) =>
      Array.from({ length: D }, (_, k) => Number(k === i) + Number(k === j));
    return Array.from({ length: D }, (_, i) =>
      Array.from({ length: D }, (_, j) =>
        i === j
          ? variance(unit(i, i)) / 4
          : (variance(unit(i, j)) - variance(unit(i, i)) / 4 - variance(unit(j, j)) / 4) / 2,
      ),
    );
  }
});

/** Draws of N(mean, covariance), by its Cholesky factor. */
function peopleLike(mean: Float64Array, covariance: number[][], random: ReturnType<typeof createRandom>) {
  const factor: number[][] = covariance.map(() => []);
  for (let i = 0; i < mean.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = covariance[i]![j]!;
      for (let k = 0; k < j; k++) sum -= factor[i]![k]! * factor[j]![k]!;
      factor[i]![j] = i === j ? Math.sqrt(sum) : sum / factor[j]![j]!;
    }
  }
  return () => {
    const drawn = Array.from(mean, random.normal);
    return Array.from(mean, (value, i) => factor[i]!.reduce((sum, part, k) => sum + part * drawn[k]!, value));
  };
}

test("a verdict on a placed film moves the taste less, the less is known of the film", () => {
  const moved = [0, 1, 4].map((size) => {
    const users = gaussianUserModel(placedModel(size), policy);
    const [before, after] = [users.fold([]), users.fold([{ row: 35, verdict: "like" }])];
    return Math.hypot(...after.embedding.map((value, k) => value - before.embedding[k]!));
  });
  expect(moved[1]!).toBeLessThan(moved[0]!);
  expect(moved[2]!).toBeLessThan(0.8 * moved[1]!);
});

test("undo of a verdict on a placed film gives back the very taste, and parts add up to the score", () => {
  const model = placedModel(0.8);
  const users = gaussianUserModel(model, policy);
  const before = users.fold([{ row: 4, verdict: "favourite" }]);
  const during = users.observe(before, { row: 36, verdict: "like" });
  const after = users.sums.revise(during, [[36, undefined]]);
  expect(users.sums.of(after)).toEqual(users.sums.of(before));
  for (const row of [2, 33]) {
    const parts = users.contributions(during, row).reduce((sum, part) => sum + part, 0);
    const score = during.embedding.reduce((sum, u, k) => sum + u * model.embeddings[row * D + k]!, 0);
    expect(parts + users.priorPart(during, row)).toBeCloseTo(score, 9);
  }
});

test("of two films with the same score the one known by ratings comes first, and more so the less is known of the other", () => {
  const placeOf = (size: number) => {
    const model = placedModel(size);
    const recommender = createRecommender(model, policyFrom(NOTHING_BUT_SCORES));
    const taste = recommender.taste([{ movie: "movie-3", verdict: "favourite", atMs: 0 }]);
    const order = recommender.rank(taste, { limit: FILMS }).map(({ row }) => row);
    return order.indexOf(39);
  };
  const twin = (model: Model): Model => {
    const embeddings = model.embeddings.slice();
    embeddings.copyWithin(39 * D, 5 * D, 6 * D);
    return { ...model, embeddings };
  };
  const recommender = createRecommender(twin(placedModel(0.05)), policyFrom(NOTHING_BUT_SCORES));
  const taste = recommender.taste([{ movie: "movie-3", verdict: "favourite", atMs: 0 }]);
  const order = recommender.rank(taste, { limit: FILMS }).map(({ row }) => row);
  expect(order.indexOf(5)).toBeLessThan(order.indexOf(39));
  expect([0.01, 1, 3].map(placeOf)).toEqual([0.01, 1, 3].map(placeOf).toSorted((a, b) => a - b));
  expect(placeOf(3)).toBeGreaterThan(placeOf(0.01));
});

test("a film that is clearly better comes first, though it was placed", () => {
  const model = placedModel(0.05);
  const embeddings = model.embeddings.slice();
  const recommenderOf = (changed: Model) => createRecommender(changed, policyFrom(NOTHING_BUT_SCORES));
  const liked = [{ movie: "movie-3", verdict: "favourite", atMs: 0 }] as const;
  const { embedding } = recommenderOf(model).taste(liked);
  embeddings.set(embedding, 39 * D); // as near to the person as can be
  const recommender = recommenderOf({ ...model, embeddings });
  expect(recommender.rank(recommender.taste(liked), { limit: 1 })[0]!.row).toBe(39);
});

test("films that nobody rated are suggested where they were placed, and not else", () => {
  const model = placedModel(0.1);
  const rows = (known: Model) => {
    const recommender = createRecommender(known, policyFrom({}));
    return recommender.rank(recommender.taste([]), { limit: FILMS }).map(({ row }) => row);
  };
  expect(rows(model)).toHaveLength(FILMS);
  const { placement: _, ...without } = model;
  expect(rows(without).sort((a, b) => a - b)).toEqual([...Array(PLACED).keys()]);
});

test("the many films that were placed do not change the scale of those known by ratings", () => {
  const model = placedModel(0.1);
  const scores = (without: readonly string[]) => {
    const recommender = createRecommender(model, policyFrom(NOTHING_BUT_SCORES));
    const taste = recommender.taste([{ movie: "movie-3", verdict: "favourite", atMs: 0 }]);
    const ranked = recommender.rank(taste, { limit: FILMS, without });
    return new Map(ranked.filter(({ row }) => row < PLACED).map(({ row, score }) => [row, score]));
  };
  const ids = Array.from({ length: FILMS - PLACED }, (_, at) => `movie-${PLACED + at}`);
  expect(scores([])).toEqual(scores(ids));
});
