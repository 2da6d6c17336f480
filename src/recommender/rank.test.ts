import { describe, expect, test } from "vitest";
import { NO_FACTS } from "../catalog/fact-index.ts";
import { NO_SEARCH } from "./film-search.ts";
import { type Filters, NO_FILTERS } from "./filters.ts";
import { type Policy, type PolicyInput, policyFrom } from "./policy.ts";
import { createRecommender, type RankOptions } from "./recommender.ts";
import { randomModel } from "./testing/random-model.ts";

const model = randomModel({ movies: 60, dimensions: 6, seed: 4 });
const NOBODY_BARRED: PolicyInput = {
  candidates: { min_ratings: 0 },
  ranking: { genre_distance: 0, popularity_in_doubt: 0, obviousness: { weight: 0 } },
};

const rankedBy = (policy: Policy, options: RankOptions = {}, liked: readonly string[] = []) => {
  const recommender = createRecommender(model, policy);
  const taste = recommender.taste(liked.map((movie) => ({ movie, verdict: "like", atMs: 0 })));
  return recommender.rank(taste, { limit: 60, ...options }).map(({ row }) => row);
};

describe("ranking", () => {
  test("by the model alone is the order of the scores", () => {
    const recommender = createRecommender(model, policyFrom(NOBODY_BARRED));
    const taste = recommender.taste([{ movie: "movie-7", verdict: "like", atMs: 0 }]);
    const score = (row: number) =>
      taste.embedding.reduce((sum, value, k) => sum + value * model.embeddings[row * 6 + k]!, 0);
    const wanted = model.movies.map((_, row) => row).sort((a, b) => score(b) - score(a));
    expect(recommender.rank(taste, { limit: 60 }).map(({ row }) => row)).toEqual(wanted);
  });

  test("gives no more than asked for, the best of all", () => {
    expect(rankedBy(policyFrom(NOBODY_BARRED), { limit: 5 })).toEqual(
      rankedBy(policyFrom(NOBODY_BARRED)).slice(0, 5),
    );
  });

  test("gives nothing where nothing is asked for, and the lower row of equal scores", () => {
    expect(rankedBy(policyFrom(NOBODY_BARRED), { limit: 0 })).toEqual([]);
    const alike = policyFrom({ ...NOBODY_BARRED, ranking: { model: 0 } });
    for (const limit of [1, 7, 60]) {
      expect(rankedBy(alike, { limit })).toEqual(Array.from({ length: limit }, (_, row) => row));
    }
  });

  test("any number of the best are the first of all of them", () => {
    const policy = policyFrom(NOBODY_BARRED);
    const all = rankedBy(policy);
    for (let limit = 1; limit <= 60; limit++)
      expect(rankedBy(policy, { limit })).toEqual(all.slice(0, limit));
  });

  test("scores are in deviations of the candidates, however small the dot products", () => {
    const tiny = { ...model, embeddings: model.embeddings.map((value) => value / 1000) };
    const recommender = createRecommender(tiny, policyFrom(NOBODY_BARRED));
    const scores = recommender.rank(recommender.taste([]), { limit: 60 }).map(({ score }) => score);
    const mean = scores.reduce((sum, score) => sum + score, 0) / 60;
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / 60;
    expect(mean).toBeCloseTo(0, 9);
    expect(variance).toBeCloseTo(1, 9);
  });

  test("never suggests a movie rated less often than the floor", () => {
    const rows = rankedBy(policyFrom({ candidates: { min_ratings: 30 } }));
    expect(rows).toHaveLength(40);
    expect(Math.min(...rows)).toBe(20); // movie-20 is the first with 30 ratings
  });

  test("a strong popularity term orders by the number of ratings", () => {
    const rows = rankedBy(policyFrom({ ...NOBODY_BARRED, ranking: { model: 0, popularity: 1 } }));
    expect(rows).toEqual(model.movies.map((_, row) => 59 - row));
  });

  test("who disliked the best known of a kind is not given what nobody knows", () => {
    // the known half lies along one direction, the unknown half nowhere: a dislike says nothing against it
    const isKnown = (row: number) => row >= 30;
    const movies = model.movies.map((movie, row) => ({ ...movie, ratingCount: isKnown(row) ? 300 : 3 }));
    const embeddings = Float32Array.from(model.embeddings, (_, at) =>
      at % 6 === 0 && isKnown(at / 6) ? (at / 6 - 29) / 30 : 0,
    );
    const feedback = ["movie-59", "movie-57"].map(
      (movie) => ({ movie, verdict: "dislike", atMs: 0 }) as const,
    );
    const first = (popularity_in_doubt: number, disliked = feedback) => {
      const policy = policyFrom({ ranking: { popularity_in_doubt } });
      const recommender = createRecommender({ ...model, movies, embeddings }, policy);
      return recommender.rank(recommender.taste(disliked), { feedback: disliked })[0]!.row;
    };
    expect(isKnown(first(0))).toBe(false);
    expect(isKnown(first(1))).toBe(true);
  });

  test("the genre distance puts the liked genre first", () => {
    const rows = rankedBy(policyFrom({ ...NOBODY_BARRED, ranking: { genre_distance: 100 } }), {}, [
      "movie-0",
    ]);
    expect(rows.slice(0, 30).every((row) => row % 2 === 0)).toBe(true);
  });

  test("a bound on the genre fit bars other genres", () => {
    const rows = rankedBy(policyFrom({ candidates: { min_ratings: 0, min_genre_affinity: 0.5 } }), {}, [
      "movie-0",
    ]);
    expect(rows.every((row) => row % 2 === 0)).toBe(true);
    expect(
      rankedBy(policyFrom({ candidates: { min_ratings: 0, max_genre_distance: 0.5 } }), {}, ["movie-0"]),
    ).toEqual(rows);
  });

  test("the diversity boost favours genres half known over obvious and foreign ones", () => {
    const mixed = {
      ...model,
      movies: model.movies.map((movie, row) =>
        row === 50 ? { ...movie, genres: ["Drama", "Comedy"] } : movie,
      ),
    };
    const recommender = createRecommender(
      mixed,
      policyFrom({ ...NOBODY_BARRED, ranking: { model: 0, diversity_boost: 1 } }),
    );
    const taste = recommender.taste([{ movie: "movie-0", verdict: "like", atMs: 0 }]);
    expect(recommender.rank(taste, {})[0]!.row).toBe(50);
  });

  test("near a movie, its neighbours come first and it does not", () => {
    const twin = model.embeddings.slice();
    twin.set(model.embeddings.subarray(5 * 6, 6 * 6), 9 * 6);
    const recommender = createRecommender(
      { ...model, embeddings: twin },
      policyFrom({ ...NOBODY_BARRED, ranking: { more_like: 1, more_like_popularity: 0 } }),
    );
    const rows = recommender.rank(recommender.taste([]), { near: [5], limit: 60 }).map(({ row }) => row);
    expect(rows[0]).toBe(9);
    expect(rows).not.toContain(5);
  });

  test("near several movies, it is the direction between them that counts", () => {
    const placed = model.embeddings.slice();
    for (const [row, vector] of [
      [5, [1, 0]],
      [6, [0, 0.1]],
      [9, [0.3, 0.3]],
      [12, [0.9, 0]],
    ] as const) {
      placed.fill(0, row * 6, (row + 1) * 6).set(vector, row * 6);
    }
    const recommender = createRecommender(
      { ...model, embeddings: placed },
      policyFrom({ ...NOBODY_BARRED, ranking: { more_like: 1, more_like_popularity: 0 } }),
    );
    const [first] = recommender.rank(recommender.taste([]), { near: [5, 6] });
    expect(first!.row).toBe(9);
  });

  test("of the movies that fit, those come first that fit better, and that have less of what is not wanted", () => {
    const fits = Uint8Array.from(model.movies, (_, row) => 128 + row);
    const traits = new Map([
      ["funny", fits],
      ["scary", fits.map((fit) => fit - 128)],
    ]);
    const recommender = createRecommender(
      { ...model, traits },
      policyFrom({
        candidates: { min_ratings: 0 },
        ranking: { model: 0, popularity_in_doubt: 0, wanted_trait: 1, unwanted_trait: 4 },
      }),
    );
    const ranked = (asked: Partial<Filters>) =>
      recommender
        .rank(recommender.taste([]), { limit: 60, filters: { ...NO_FILTERS, ...asked } })
        .map(({ row }) => row);
    const rising = model.movies.map((_, row) => row);
    expect(ranked({ traitsIn: ["funny"] })).toEqual(rising.toReversed());
    expect(ranked({ traitsOut: ["scary"] })).toEqual(rising);
    expect(ranked({ traitsIn: ["funny"], traitsOut: ["scary"] })).toEqual(rising); // 4 of 255 for each against 1 of 127
  });

  test("what is the most of what is wanted comes before what everybody likes and has a little of it, and taste decides between equals", () => {
    const traits = new Map([
      ["sharks", Uint8Array.from(model.movies, (_, row) => (row % 2 === 0 ? 250 : 150))],
    ]);
    const recommender = createRecommender(
      { ...model, traits },
      policyFrom({ candidates: { min_ratings: 0 }, ranking: { genre_distance: 0, popularity_in_doubt: 0 } }),
    );
    const taste = recommender.taste([]);
    const byTaste = recommender.rank(taste, { limit: 60 }).map(({ row }) => row);
    const ranked = recommender
      .rank(taste, { limit: 60, filters: { ...NO_FILTERS, traitsIn: ["sharks"] } })
      .map(({ row }) => row);
    const of = (rows: readonly number[], most: boolean) => rows.filter((row) => (row % 2 === 0) === most);
    expect(of(ranked, true)).toEqual(of(byTaste, true));
    expect(of(ranked, false)).toEqual(of(byTaste, false));
    expect(of(byTaste.slice(0, 10), false)).not.toEqual([]);
    expect(of(ranked.slice(0, 10), false)).toEqual([]);
  });

  test("of movies that fit alike a bad one comes behind, and one that nobody has rated stays between", () => {
    const [bad, unrated] = [10, 20];
    const movies = model.movies.map((movie, row) => ({
      ...movie,
      ratingCount: row === unrated ? 0 : 5000,
      meanStars: row === bad ? 2 : row === unrated ? 0 : 3.8,
    }));
    const traits = new Map([["sharks", new Uint8Array(60).fill(250)]]);
    const policy = policyFrom({
      candidates: { min_ratings: 0 },
      ranking: { model: 0, popularity_in_doubt: 0, unrated: 1 },
    });
    const recommender = createRecommender({ ...model, movies, traits }, policy);
    const ranked = recommender
      .rank(recommender.taste([]), { limit: 60, filters: { ...NO_FILTERS, traitsIn: ["sharks"] } })
      .map(({ row }) => row);
    expect(ranked.slice(-2)).toEqual([unrated, bad]);
  });

  test("what is at home in the genre asked for comes before what is listed under it, unless it is to be like another film", () => {
    const inPassing = (row: number) => row % 4 < 2;
    const genreFits = () => Uint8Array.from(model.movies, (_, row) => (inPassing(row) ? 130 : 255));
    const policy = policyFrom({
      candidates: { min_ratings: 0 },
      ranking: { model: 0, popularity_in_doubt: 0, more_like: 0, more_like_popularity: 0 },
    });
    const recommender = createRecommender(model, policy, NO_FACTS, NO_SEARCH, undefined, genreFits);
    const genre = model.movies[0]!.genres[0]!;
    const ranked = (more: RankOptions) =>
      recommender
        .rank(recommender.taste([]), { limit: 60, filters: { ...NO_FILTERS, genresIn: [genre] }, ...more })
        .map(({ row }) => row);
    const rows = [...model.movies.keys()].filter((row) => model.movies[row]!.genres.includes(genre));
    expect(rows.some(inPassing)).toBe(true);
    expect(ranked({})).toEqual([...rows.filter((row) => !inPassing(row)), ...rows.filter(inPassing)]);
    const [last] = rows.slice(-1);
    expect(ranked({ near: [last!] })).toEqual(rows.slice(0, -1));
  });

  test("near a movie comes what is like it in kind, where as many like the one as the other", () => {
    const embeddings = model.embeddings.map((_, at) => (at % 6 === 0 ? 1 : 0)); // liked by the same people, all of them
    const fits = (has: (row: number) => boolean) =>
      Uint8Array.from(model.movies, (_, row) => (has(row) ? 240 : 10));
    const traits = new Map([
      ["funny", fits((row) => row % 2 === 0)],
      ["sharks", fits((row) => row === 8 || row === 20)],
    ]);
    const nearest = (alike_in_kind: number, near: number[]) => {
      const policy = policyFrom({
        candidates: { min_ratings: 0 },
        ranking: { alike_in_kind, more_like_popularity: 0, popularity_in_doubt: 0 },
      });
      const recommender = createRecommender({ ...model, embeddings, traits }, policy);
      return recommender.rank(recommender.taste([]), { near, limit: 3 }).map(({ row }) => row);
    };
    expect(nearest(0.5, [20])).toEqual([8, 0, 2]); // funny sharks, then the funny
    expect(nearest(0.5, [21])).toEqual([1, 3, 5]);
    expect(nearest(0, [21])).toEqual([0, 1, 2]);
  });

  test("near two movies comes what has something of each, before what has much of one", () => {
    const likeness = (row: number) =>
      Float32Array.from(model.movies, (_, other) => ({ 30: 0.6, 31: 1 - row, 32: row })[other] ?? 0);
    const policy = policyFrom({
      candidates: { min_ratings: 0 },
      ranking: { more_like: 1, alike_in_kind: 1, more_like_popularity: 0, popularity_in_doubt: 0 },
    });
    const recommender = createRecommender(model, policy, undefined, undefined, likeness);
    const [best] = recommender.rank(recommender.taste([]), { near: [0, 1], limit: 1 });
    expect(best!.row).toBe(30);
  });

  test("near movies that somebody loves comes rather what others who love them do than what is like them in kind", () => {
    const embeddings = Float32Array.from(model.embeddings, (_, at) => {
      const [row, k] = [Math.trunc(at / 6), at % 6];
      return k === (row === 20 || row === 30 ? 0 : 1) ? 1 : 0;
    });
    const likeness = () => Float32Array.from(model.movies, (_, row) => (row === 31 ? 1 : 0));
    const policy = policyFrom({
      ...NOBODY_BARRED,
      ranking: { ...NOBODY_BARRED.ranking, loved_in_kind: 0.2, more_like_popularity: 0, loved_popularity: 0 },
    });
    const recommender = createRecommender({ ...model, embeddings }, policy, undefined, undefined, likeness);
    const first = (loved: boolean) => recommender.rank(recommender.taste([]), { near: [20], loved })[0]!.row;
    expect(first(true)).toBe(30);
    expect(first(false)).toBe(31);
  });

  test("near movies that few know the better known comes first, up to those named, and beyond that is no better", () => {
    const alike = model.embeddings.map((_, at) => (at % 6 === 0 ? 1 : 0));
    const recommender = createRecommender({ ...model, embeddings: alike }, policyFrom(NOBODY_BARRED));
    const near = (row: number) =>
      recommender.rank(recommender.taste([]), { near: [row], limit: 60 }).map(({ row }) => row);
    expect(near(59).slice(0, 3)).toEqual([58, 57, 56]);
    expect(near(20).slice(0, 3)).toEqual([21, 22, 23]); // all that are known as well are level: by row
    expect(near(20).slice(-2)).toEqual([1, 0]);
  });

  test("near a movie a tone is asked for by degree: clearly more of it than the movie has, or less", () => {
    const fits = (at: Readonly<Record<number, number>>) =>
      Uint8Array.from({ length: 60 }, (_, row) => at[row] ?? 0);
    const traits = new Map([
      ["funny", fits({ 20: 20, 30: 100, 31: 50 })],
      ["dark", fits({ 20: 240, 40: 180, 41: 230 })],
      ["violence", fits({ 20: 215, 40: 160, 41: 200 })],
      ["gore", fits({ 20: 215, 40: 160, 41: 200 })],
    ]);
    const recommender = createRecommender({ ...model, traits }, policyFrom(NOBODY_BARRED));
    const rows = (filters: Partial<Filters>, near: readonly number[]) =>
      recommender
        .rank(recommender.taste([]), { near, limit: 60, filters: { ...NO_FILTERS, ...filters } })
        .map(({ row }) => row);
    expect(rows({ traitsIn: ["funny"] }, [20])).toEqual([30]);
    expect(rows({ traitsIn: ["funny"] }, [])).toEqual([]);
    expect(rows({ traitsOut: ["dark"] }, [20])).toContain(40);
    expect(rows({ traitsOut: ["dark"] }, [20])).not.toContain(41);
    expect(rows({ traitsOut: ["dark"] }, [])).not.toContain(40);
    expect(rows({ traitsOut: ["violence"] }, [20])).toContain(40);
    expect(rows({ traitsOut: ["violence"] }, [20])).not.toContain(41);
    expect(rows({ traitsOut: ["gore"] }, [20])).not.toContain(40);
  });

  test("near a movie a poor one is lower by more than a good one is higher", () => {
    const movies = model.movies.map((movie, row) => ({
      ...movie,
      ratingCount: 1_000,
      meanStars: row === 30 ? 2 : row === 31 ? 4 : 3,
    }));
    const alike = model.embeddings.map((_, at) => (at % 6 === 0 ? 1 : 0));
    const recommender = createRecommender({ ...model, movies, embeddings: alike }, policyFrom(NOBODY_BARRED));
    const scores = new Map(
      recommender
        .rank(recommender.taste([]), { near: [20], limit: 60 })
        .map(({ row, score }) => [row, score]),
    );
    const [poor, usual, good] = [30, 32, 31].map((row) => scores.get(row)!);
    expect(good! - usual!).toBeGreaterThan(0.3);
    expect(usual! - poor!).toBeCloseTo(1.5 * (good! - usual!), 1);
  });

  test("a documentary is less like a film that is none than what has nothing in common with it", () => {
    const movies = model.movies.map((movie, row) => ({
      ...movie,
      genres: row === 30 ? ["Documentary"] : row === 20 ? ["Drama"] : ["Western"],
    }));
    const recommender = createRecommender(
      { ...model, movies, traits: new Map([["dark", new Uint8Array(60)]]) },
      policyFrom(NOBODY_BARRED),
    );
    const rows = recommender.rank(recommender.taste([]), { near: [20], limit: 60 }).map(({ row }) => row);
    expect(rows.at(-1)).toBe(30);
  });

  test.each(["Children", "Animation"])(
    "near a film what is %s beside one that is not is less like it than a film of any other genre",
    (genre) => {
      const movies = model.movies.map((movie, row) => ({
        ...movie,
        genres: row === 30 ? ["Drama", genre] : row === 20 ? ["Drama"] : ["Western"],
      }));
      const recommender = createRecommender(
        { ...model, movies, traits: new Map([["dark", new Uint8Array(60)]]) },
        policyFrom(NOBODY_BARRED),
      );
      const rows = recommender.rank(recommender.taste([]), { near: [20], limit: 60 }).map(({ row }) => row);
      expect(rows.at(-1)).toBe(30);
    },
  );

  test("near a movie how well others are liked counts by a weight of its own", () => {
    const movies = model.movies.map((movie, row) => ({
      ...movie,
      ratingCount: 1_000,
      meanStars: row === 31 ? 4 : 3,
    }));
    const gain = (more_like_esteem: number) => {
      const policy = policyFrom({
        ...NOBODY_BARRED,
        ranking: { ...NOBODY_BARRED.ranking, more_like_esteem },
      });
      const recommender = createRecommender({ ...model, movies }, policy);
      const ranked = recommender.rank(recommender.taste([]), { near: [20], limit: 60 });
      return ranked.find(({ row }) => row === 31)!.score;
    };
    expect(gain(1) - gain(0)).toBeGreaterThan(1.5 * (gain(0.6) - gain(0)));
    expect(gain(0.6)).toBeGreaterThan(gain(0));
  });

  test("with nothing left is empty", () => {
    expect(rankedBy(policyFrom(NOBODY_BARRED), { accepts: () => false })).toEqual([]);
  });
});

describe("exploring", () => {
  const LIKED = ["movie-7", "movie-8", "movie-31"];

  test("draws from the best alone, the same for the same seed, and more than one over many seeds", () => {
    const policy = policyFrom({ ...NOBODY_BARRED, exploration_rate: 0.5 });
    const best = new Set(rankedBy(policyFrom(NOBODY_BARRED), { limit: 20 }, LIKED));
    const firsts = Array.from({ length: 50 }, (_, seed) => rankedBy(policy, { limit: 1, seed }, LIKED)[0]!);
    expect(firsts.every((row) => best.has(row))).toBe(true);
    expect(new Set(firsts).size).toBeGreaterThan(1);
    expect(rankedBy(policy, { limit: 1, seed: 3 })).toEqual(rankedBy(policy, { limit: 1, seed: 3 }));
  });
});
