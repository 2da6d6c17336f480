import { describe, expect, test } from "vitest";
import type { Feedback, Verdict } from "./feedback.ts";
import { NO_FILTERS } from "./filters.ts";
import { policyFrom } from "./policy.ts";
import { createRecommender } from "./recommender.ts";
import { randomModel } from "./testing/random-model.ts";

const DAY_MS = 86_400_000;
const model = randomModel({ movies: 20, dimensions: 4, seed: 5 });
const recommender = createRecommender(
  model,
  policyFrom({ candidates: { min_ratings: 0 }, repeats: { skip_days: 30 } }),
);
const said = (movie: number, verdict: Verdict, atMs = 0): Feedback => ({
  movie: `movie-${movie}`,
  verdict,
  atMs,
});
const shown = (feedback: readonly Feedback[], atMs = 0) =>
  recommender.rank(recommender.taste(feedback), { feedback, atMs, limit: 20 }).map(({ row }) => row);

describe("never again", () => {
  test.each(["favourite", "like", "dislike", "seen", "never"] as const)(
    "%s keeps a movie away for good",
    (verdict) => {
      expect(shown([said(3, verdict)], 10_000 * DAY_MS)).not.toContain(3);
    },
  );

  test("a skipped movie returns after the policy's days", () => {
    expect(shown([said(3, "skip")], 29 * DAY_MS)).not.toContain(3);
    expect(shown([said(3, "skip")], 30 * DAY_MS)).toContain(3);
  });

  test("a skip after a verdict does not bring the movie back", () => {
    expect(shown([said(3, "dislike"), said(3, "skip")], 365 * DAY_MS)).not.toContain(3);
  });
});

describe("a film of the running year that nobody has rated", () => {
  const NOW = Date.UTC(2026, 10, 29);
  const movies = model.movies.map((movie) => ({ ...movie, year: 2020 }));
  const policy = policyFrom({
    candidates: { min_ratings: 0 },
    ranking: { popularity_in_doubt: 0, obviousness: { weight: 0 } },
  });
  const of = createRecommender({ ...model, movies }, policy);
  const first = of.rank(of.taste([]), { atMs: NOW })[0]!.row;
  const rankedWith = (change: { year: number; ratingCount: number }, filters = NO_FILTERS) => {
    const changed = movies.map((movie, row) => (row === first ? { ...movie, ...change } : movie));
    const { rank, taste } = createRecommender({ ...model, movies: changed }, policy);
    return rank(taste([]), { atMs: NOW, filters, limit: 20 }).findIndex(({ row }) => row === first);
  };

  test("comes after the others, though it fits best", () => {
    expect(rankedWith({ year: 2026, ratingCount: 100 })).toBe(0);
    expect(rankedWith({ year: 2025, ratingCount: 0 })).toBe(0);
    expect(rankedWith({ year: 2026, ratingCount: 0 })).toBeGreaterThan(5);
  });

  test("comes after the others where something is asked for, in whatever year it came out", () => {
    const asked = { ...NO_FILTERS, moviesOut: ["none"] };
    expect(rankedWith({ year: 2025, ratingCount: 100 }, asked)).toBe(0);
    expect(rankedWith({ year: 2025, ratingCount: 0 }, asked)).toBeGreaterThan(0);
  });

  test("comes first to whoever asks for new ones", () => {
    expect(rankedWith({ year: 2026, ratingCount: 0 }, { ...NO_FILTERS, yearFrom: 2022 })).toBe(0);
  });
});

describe("several verdicts on one movie", () => {
  test("the latest opinion counts", () => {
    const changed = recommender.taste([said(1, "like"), said(1, "dislike")]);
    expect(changed.embedding).toEqual(recommender.taste([said(1, "dislike")]).embedding);
  });

  test("it does when they are observed one after the other, too", () => {
    const both = recommender.observe(recommender.taste([said(1, "like")]), said(1, "dislike"));
    expect(both.embedding).toEqual(recommender.taste([said(1, "dislike")]).embedding);
  });

  test("the same one given twice counts once", () => {
    const liked = said(1, "like");
    expect(recommender.taste([liked, liked]).evidence).toHaveLength(1);
  });

  test("having seen it does not erase the opinion", () => {
    const taste = recommender.taste([said(1, "like"), said(1, "seen")]);
    expect(taste).toMatchObject({ evidence: [{ row: 1, verdict: "like" }] });
  });
});

describe("a taste", () => {
  test("passes over movies that the model does not know", () => {
    const unknown: Feedback = { movie: "tt9999999", verdict: "like", atMs: 0 };
    expect(recommender.taste([unknown]).embedding).toEqual(recommender.taste([]).embedding);
    expect(recommender.observe(recommender.taste([]), unknown).embedding).toEqual(
      recommender.taste([]).embedding,
    );
  });

  test("moves towards what is liked and away from what is not", () => {
    const score = (feedback: readonly Feedback[], row: number) =>
      recommender
        .taste(feedback)
        .embedding.reduce((sum, value, k) => sum + value * model.embeddings[row * 4 + k]!, 0);
    expect(score([said(2, "like")], 2)).toBeGreaterThan(score([], 2));
    expect(score([said(2, "dislike")], 2)).toBeLessThan(score([], 2));
  });
});

describe("a taste revised", () => {
  test("is the one folded with these opinions in the place of others, whatever movies there are", () => {
    const before = recommender.taste([said(1, "like"), said(2, "favourite"), said(3, "like")]);
    const revised = recommender.revise(before, [
      ["movie-1", undefined],
      ["movie-3", "dislike"],
      ["movie-4", "skip"],
      ["tt9999999", "like"],
    ])!;
    const folded = recommender.taste([said(2, "favourite"), said(3, "dislike"), said(4, "skip")]);
    expect(revised.embedding).toEqual(folded.embedding);
    expect(revised.evidence).toEqual(folded.evidence);
  });

  test("goes on from sums under the same version, which tells models and policies apart", () => {
    const taste = recommender.taste([said(1, "like")]);
    expect(recommender.resume(taste.evidence, recommender.sumsOf(taste)!)!.embedding).toEqual(
      taste.embedding,
    );
    const versions = [
      createRecommender(model, policyFrom({})),
      createRecommender({ ...model, version: "retrained" }, policyFrom({})),
      createRecommender(model, policyFrom({ gaussian: { verdicts: { like: { weight: 2 } } } })),
      createRecommender(model, policyFrom({ user_model: "ema" })),
    ].map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(createRecommender(model, policyFrom({ exploration_rate: 0.5 })).version).toBe(versions[0]);
  });
});

describe("an explanation", () => {
  test("names what speaks for a movie, strongest first, in shares of one", () => {
    const taste = recommender.taste([said(1, "like"), said(2, "favourite"), said(3, "like")]);
    for (const { row } of recommender.rank(taste, { limit: 20 })) {
      const { because } = recommender.explain(taste, row);
      const shares = because.map(({ share }) => share);
      expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    expect(recommender.explain(taste, 2).because[0]!.row).toBe(2);
  });

  test("of one movie is the same before and after another's", () => {
    const taste = recommender.taste([said(1, "like"), said(2, "dislike")]);
    const first = recommender.explain(taste, 3);
    expect(recommender.explain(taste, 4)).not.toEqual(first);
    expect(recommender.explain(taste, 3)).toEqual(first);
  });

  test("names a hundred pieces of evidence at most, the strongest", () => {
    const many = randomModel({ movies: 300, dimensions: 4, seed: 7 });
    const knows = createRecommender(many, policyFrom({}));
    const taste = knows.taste(many.movies.map(({ id }) => ({ movie: id, verdict: "like", atMs: 0 })));
    const { because } = knows.explain(taste, 0);
    expect(because).toHaveLength(100);
    expect(because[0]!.share).toBeGreaterThan(because[99]!.share);
    expect(because.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(1);
  });

  test("names nothing for somebody who has said nothing: all of it is the prior's, or speaks against", () => {
    const nothing = recommender.taste([]);
    const shares = model.movies.map((_, row) => recommender.explain(nothing, row));
    expect(shares.every(({ because }) => because.length === 0)).toBe(true);
    expect(new Set(shares.map(({ fromPrior }) => fromPrior))).toEqual(new Set([0, 1]));
  });

  test("tells how well a movie fits what was asked for, the best first, and nothing that it hardly has", () => {
    const fits = (fit: number) => new Uint8Array(20).fill(fit);
    const traits = new Map([
      ["funny", fits(102)],
      ["heist", fits(255)],
      ["scary", fits(40)],
    ]);
    const known = createRecommender({ ...model, traits }, policyFrom({}));
    const filters = { ...NO_FILTERS, traitsIn: ["scary", "funny", "heist", "unheard of"] };
    const taste = known.taste([]);
    expect(known.explain(taste, 1, filters).fits).toEqual([
      { trait: "heist", fit: 1 },
      { trait: "funny", fit: 0.4 },
    ]);
    expect(known.explain(taste, 1).fits).toEqual([]);
  });

  test("weighs the person's own words against the prior", () => {
    const taste = recommender.taste([said(1, "favourite")]);
    const best = recommender.rank(taste, { limit: 20 }).map(({ row }) => recommender.explain(taste, row));
    expect(recommender.explain(taste, 1).fromPrior).toBeLessThan(0.5);
    expect(best.every(({ fromPrior }) => fromPrior >= 0 && fromPrior <= 1)).toBe(true);
  });
});

describe("in a world of two tastes", () => {
  // Even movies lie along one dimension and odd ones along the other; people at large are in between.
  const checkerboard = createRecommender(
    {
      ...randomModel({ movies: 20, dimensions: 2, seed: 6 }),
      embeddings: Float32Array.from({ length: 40 }, (_, at) => (at % 4 === 0 || at % 4 === 3 ? 0.3 : 0)),
      prior: {
        mean: Float64Array.of(1, 1),
        covariance: Float64Array.of(1, -0.5, -0.5, 1),
        gram: Float64Array.of(0.9, 0, 0, 0.9),
      },
    },
    policyFrom({ candidates: { min_ratings: 0 } }),
  );
  const first = (feedback: readonly Feedback[], limit: number) =>
    checkerboard.rank(checkerboard.taste(feedback), { feedback, limit }).map(({ row }) => row % 2);

  test("who likes movies of one side is shown the rest of that side first", () => {
    expect(first([said(0, "favourite"), said(2, "like")], 8)).toEqual(Array(8).fill(0));
    expect(first([said(1, "favourite"), said(3, "like")], 8)).toEqual(Array(8).fill(1));
  });

  test("who dislikes one side is shown the other", () => {
    expect(first([said(0, "dislike"), said(2, "dislike")], 10)).toEqual(Array(10).fill(1));
  });

  test("what is taken back leaves no trace", () => {
    const kept = [said(0, "favourite")];
    const before = checkerboard.taste(kept);
    const after = checkerboard.observe(before, said(1, "like"));
    expect(after.embedding).not.toEqual(before.embedding);
    expect(checkerboard.taste(kept).embedding).toEqual(before.embedding);
  });
});

describe("the genre profile", () => {
  test("weighs genres by how often they are liked, the most liked at one", () => {
    const taste = recommender.taste([
      said(0, "like"),
      said(2, "favourite"),
      said(1, "like"),
      said(3, "dislike"),
    ]);
    expect([...recommender.genres(taste)]).toEqual([
      ["Drama", 1],
      ["Comedy", 0.5],
    ]);
  });
});

describe("the EMA rule", () => {
  const ema = createRecommender(
    model,
    policyFrom({ user_model: "ema", ema: { learning_rate: 0.25, negative_weight: 0.5 } }),
  );
  const v = (row: number) => Array.from(model.embeddings.subarray(row * 4, row * 4 + 4));

  test("starts at the mean of the favourites and moves by the learning rate", () => {
    const feedback = [said(1, "favourite"), said(2, "favourite"), said(3, "like"), said(4, "dislike")];
    const wanted = [0, 1, 2, 3].map((k) => {
      const start = (v(1)[k]! + v(2)[k]!) / 2;
      const liked = 0.75 * start + 0.25 * v(3)[k]!;
      return 0.75 * liked - 0.25 * 0.5 * v(4)[k]!;
    });
    ema.taste(feedback).embedding.forEach((value, k) => {
      expect(value).toBeCloseTo(wanted[k]!, 12);
    });
  });

  test("without favourites starts where people at large are", () => {
    const length = Math.hypot(...model.prior.mean);
    const start = Array.from(model.prior.mean, (value) => value / length);
    ema.taste([said(3, "like")]).embedding.forEach((value, k) => {
      expect(value).toBeCloseTo(0.75 * start[k]! + 0.25 * v(3)[k]!, 12);
    });
    expect(ema.rank(ema.taste([]), { limit: 20 })[0]!.row).not.toBe(0);
  });

  test("has scores of which nothing is taken for what films are known for: a taste that estimates verdicts has", () => {
    const ranked = (user_model: "ema" | "gaussian", weight: number) => {
      const of = createRecommender(model, policyFrom({ user_model, ranking: { obviousness: { weight } } }));
      return of.rank(of.taste([said(1, "like")]), { limit: 20 }).map(({ row }) => row);
    };
    expect(ranked("ema", 5)).toEqual(ranked("ema", 0));
    expect(ranked("gaussian", 5)).not.toEqual(ranked("gaussian", 0));
  });

  test("has no sums to go on from: the order of opinions matters", () => {
    const taste = ema.taste([said(1, "like")]);
    expect(ema.revise(taste, [["movie-1", undefined]])).toBeUndefined();
    expect(ema.sumsOf(taste)).toBeUndefined();
  });

  test("explains by the same sum", () => {
    const taste = ema.taste([said(1, "favourite"), said(3, "like"), said(5, "skip")]);
    expect(ema.explain(taste, 1).because[0]!.row).toBe(1);
    expect(ema.explain(taste, 1).uncertainty).toBe(0);
  });
});
