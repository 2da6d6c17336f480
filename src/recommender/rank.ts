import type { Model } from "../artifacts/model.ts";
import { fameOf } from "../catalog/fame.ts";
import type { Likeness } from "../catalog/likeness.ts";
import { highest } from "../numerics/highest.ts";
import { createRandom } from "../numerics/random.ts";
import { clearFit } from "./clear-fit.ts";
import type { Demand } from "./demands.ts";
import { type GenreProfile, genreAffinities } from "./genre-profile.ts";
import { nearnessTo } from "./nearness.ts";
import { perModel } from "./per-model.ts";
import type { Policy } from "./policy.ts";
import { scaleRows, standardised } from "./scale.ts";
import { modelScoresOf } from "./score.ts";
import { suggestible } from "./suggestible.ts";

/** Among this many best movies an exploring turn picks the one it knows least about. */
const EXPLORED = 20;

/** A movie to suggest. */
export interface Ranked {
  readonly row: number;
  /** In standard deviations of the candidates, penalties and boosts included. */
  readonly score: number;
}

export interface RankRequest {
  /** u [d] */
  readonly embedding: Float64Array;
  readonly genres: GenreProfile;
  /** Rows to leave out. */
  readonly away: Iterable<number>;
  /** Leaves further rows out. */
  readonly accepts?: (row: number) => boolean;
  /** What is asked of the movies besides. */
  readonly demands?: readonly Demand[];
  /** [n] each, 0..255: fits that speak for a movie, and fits that speak against it. */
  readonly wanted?: readonly Uint8Array[];
  readonly unwanted?: readonly Uint8Array[];
  /** Added to a movie's score, each. */
  readonly boosts?: readonly ((row: number) => number)[];
  /** At most this many, best first. */
  readonly limit: number;
  /** Draws whether this turn explores. */
  readonly seed: number;
  /** Ranks by nearness to these movies as well. */
  readonly near?: readonly number[];
  /** How alike films are by what is known of them. Default: not known. */
  readonly likeness?: Likeness;
  /** Standard deviation of a movie's score, for exploring. */
  readonly uncertainty: (row: number) => number;
  /** Of the score of a placed film, the variance that is of the film alone, over the square of its deviation. */
  readonly placementVariance: number;
}

/**
 * Ranks the candidates by the policy. Scores are brought to a common scale over the candidates, mean 0 and
 * deviation 1, before any penalty or boost: raw dot products are a fraction of the other terms and drown.
 */
export function rank(model: Model, policy: Policy, request: RankRequest): Ranked[] {
  const { ranking } = policy;
  const { near = [], likeness, demands = [], wanted = [], unwanted = [], boosts = [] } = request;
  const allowed = candidates(model, policy, request);
  const rows =
    demands.length === 0 ? allowed : allowed.filter((row) => demands.every(({ isMetBy }) => isMetBy(row)));
  const modelScores = modelScoresOf(model, request.embedding);
  takeOff(ranking.placement_doubt * Math.sqrt(request.placementVariance), modelScores, model);
  const scale = scaleRows(model, rows);
  const affinity = standardised(rows, modelScores, scale);
  const nearness =
    near.length === 0
      ? undefined
      : nearnessTo(model, { rows, scale }, near, {
          inKind: ranking.alike_in_kind,
          ...(likeness && { likeness }),
        });
  const popularityWeight =
    ranking.popularity +
    (nearness ? ranking.more_like_popularity : 0) +
    ranking.popularity_in_doubt * doubt(rows, modelScores);
  const popularity = popularityWeight === 0 ? undefined : standardised(rows, logCounts(model), scale);

  const { fits: genreFits, setOf } = genreAffinities(model, request.genres);
  const scores = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    let score = ranking.model * affinity[at]!;
    if (nearness) score = (1 - ranking.more_like) * score + ranking.more_like * nearness[at]!;
    if (popularity) score += popularityWeight * popularity[at]!;
    if (ranking.genre_distance > 0 || ranking.diversity_boost > 0) {
      const fit = genreFits[setOf[rows[at]!]!]!;
      score -= ranking.genre_distance * (1 - fit);
      score += ranking.diversity_boost * 4 * fit * (1 - fit); // most for genres half known, none for the obvious
    }
    for (const fits of wanted) score += (ranking.wanted_trait * fits[rows[at]!]!) / 255;
    for (const boost of boosts) score += boost(rows[at]!);
    for (const fits of unwanted) score -= (ranking.unwanted_trait * fits[rows[at]!]!) / 255;
    scores[at] = score;
  }

  const explores = policy.exploration_rate > createRandom(request.seed).uniform();
  const best = clearestFirst(rows, scores, {
    // "like Heat but funnier": the likeness comes first, and any movie that is rather funny will do
    isClear: near.length > 0 ? () => true : clearFit(rows, wanted, policy.candidates.clear_choice),
    limit: explores ? Math.max(request.limit, EXPLORED) : request.limit,
  });
  return explores ? leastKnownFirst(best, request.uncertainty).slice(0, request.limit) : best;
}

/** Rows that may be suggested: accepted, rated often enough to be suggested unasked, in genres near enough. */
export function candidates(
  model: Model,
  policy: Policy,
  { away, accepts, genres }: Pick<RankRequest, "away" | "accepts" | "genres">,
): Int32Array {
  const bounds = policy.candidates;
  const maySuggest = suggestible(model, policy);
  const isAway = new Uint8Array(model.movies.length);
  for (const row of away) isAway[row] = 1;
  const rows = new Int32Array(model.movies.length);
  const least = Math.max(bounds.min_genre_affinity, 1 - bounds.max_genre_distance);
  const { fits, setOf } = genreAffinities(model, genres);
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    if (isAway[row] === 1 || !maySuggest(row)) continue;
    if (least > 0 && fits[setOf[row]!]! < least) continue;
    if (!accepts || accepts(row)) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** [n] log(1 + fame) */
const logCounts = perModel(({ movies }: Model) =>
  Float64Array.from(movies, (movie) => Math.log1p(fameOf(movie))),
);

/** Takes so much off the score of a placed film for each unit of its deviation. */
function takeOff(doubt: number, scores: Float64Array, { placement }: Model): void {
  if (!placement || doubt === 0) return;
  const { deviation } = placement;
  for (let row = 0; row < scores.length; row++) scores[row]! -= doubt * deviation[row]!;
}

/** A best score from which on there is no doubt that something will be liked; 1 is the score of a movie one likes. */
const NO_DOUBT = 0.1;

/**
 * How little of the candidates the model expects to be liked, from 0 to 1. A movie that hardly anybody has rated has a
 * score near 0, whatever the taste: where all that is known is rather disliked, it would come first for being unknown.
 */
function doubt(rows: Int32Array, scores: Float64Array): number {
  let best = 0;
  for (const row of rows) best = Math.max(best, scores[row]!);
  return Math.max(0, 1 - best / NO_DOUBT);
}

/** The highest of the clear ones, then of the others. */
function clearestFirst(
  rows: Int32Array,
  scores: Float64Array,
  { isClear, limit }: { readonly isClear: (row: number) => boolean; readonly limit: number },
): Ranked[] {
  const ranked = (at: number): Ranked => ({ row: rows[at]!, score: scores[at]! });
  const first = highest(scores, limit, (at) => isClear(rows[at]!)).map(ranked);
  if (first.length === limit) return first;
  return [...first, ...highest(scores, limit - first.length, (at) => !isClear(rows[at]!)).map(ranked)];
}

function leastKnownFirst(ranked: readonly Ranked[], uncertainty: (row: number) => number): Ranked[] {
  const deviations = new Map(ranked.map(({ row }) => [row, uncertainty(row)]));
  return ranked.toSorted((a, b) => deviations.get(b.row)! - deviations.get(a.row)!);
}
