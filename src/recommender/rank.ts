import type { Model } from "../artifacts/model.ts";
import { fameOf } from "../catalog/fame.ts";
import { highest } from "../highest.ts";
import { createRandom } from "../random.ts";
import { clearFit } from "./clear-fit.ts";
import type { Demand } from "./demands.ts";
import { type GenreProfile, genreAffinity } from "./genre-profile.ts";
import { kinship } from "./kinship.ts";
import type { Policy } from "./policy.ts";
import { scoreAll } from "./score.ts";
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
  const { near = [], demands = [], wanted = [], unwanted = [], boosts = [] } = request;
  const allowed = candidates(model, policy, request);
  const rows =
    demands.length === 0 ? allowed : allowed.filter((row) => demands.every(({ isMetBy }) => isMetBy(row)));
  const modelScores = scoresOf(model, request.embedding);
  takeOff(ranking.placement_doubt * Math.sqrt(request.placementVariance), modelScores, model);
  const scale = scaleRows(model, rows);
  const affinity = standardised(rows, modelScores, scale);
  const nearness =
    near.length === 0 ? undefined : nearnessTo(model, { rows, scale }, near, ranking.alike_in_kind);
  const popularityWeight =
    ranking.popularity +
    (nearness ? ranking.more_like_popularity : 0) +
    ranking.popularity_in_doubt * doubt(rows, modelScores);
  const popularity =
    popularityWeight === 0
      ? undefined
      : standardised(
          rows,
          Float64Array.from(model.movies, (movie) => Math.log1p(fameOf(movie))),
          scale,
        );

  const scores = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    let score = ranking.model * affinity[at]!;
    if (nearness) score = (1 - ranking.more_like) * score + ranking.more_like * nearness[at]!;
    if (popularity) score += popularityWeight * popularity[at]!;
    if (ranking.genre_distance > 0 || ranking.diversity_boost > 0) {
      const fit = genreAffinity(request.genres, model.movies[rows[at]!]!.genres);
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
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    if (isAway[row] === 1 || !maySuggest(row)) continue;
    if (least > 0 && genreAffinity(genres, model.movies[row]!.genres) < least) continue;
    if (!accepts || accepts(row)) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function scoresOf({ embeddings, movies }: Model, embedding: Float64Array): Float64Array {
  const scores = new Float64Array(movies.length);
  scoreAll(embeddings, embedding, scores);
  return scores;
}

/** Takes so much off the score of a placed film for each unit of its deviation. */
function takeOff(doubt: number, scores: Float64Array, { placement }: Model): void {
  if (!placement || doubt === 0) return;
  const { deviation } = placement;
  for (let row = 0; row < scores.length; row++) scores[row]! -= doubt * deviation[row]!;
}

/** Of fewer rows no scale is taken. */
const FEWEST_FOR_SCALE = 20;

/**
 * The rows whose scores set the scale: those that are known by ratings, where there are enough. The many placed films of which
 * nobody has heard lie close together, and would make small differences large.
 */
function scaleRows({ placement }: Model, rows: Int32Array): Int32Array {
  if (!placement) return rows;
  const known = rows.filter((row) => placement.deviation[row] === 0);
  return known.length < FEWEST_FOR_SCALE ? rows : known;
}

/** [n] root of the mean square length of each item embedding, by model: only "more like" needs them, and then for every movie. */
const lengthsOf = new WeakMap<Model, Float64Array>();

function lengths(model: Model): Float64Array {
  const known = lengthsOf.get(model);
  if (known) return known;
  const { embeddings, dimensions: d, placement } = model;
  const computed = new Float64Array(model.movies.length);
  const spread = placement?.spread.reduce((sum, value) => sum + value, 0) ?? 0;
  for (let row = 0; row < computed.length; row++) {
    let squared = placement ? spread * placement.deviation[row]! ** 2 : 0;
    for (let k = row * d; k < (row + 1) * d; k++) squared += embeddings[k]! * embeddings[k]!;
    computed[row] = Math.sqrt(squared);
  }
  lengthsOf.set(model, computed);
  return computed;
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

/**
 * [rows] how near they are to these movies, in standard deviations: by who likes them and by what they are.
 *
 * @param inKind share of what they are, where the model knows it
 */
function nearnessTo(
  model: Model,
  { rows, scale }: { readonly rows: Int32Array; readonly scale: Int32Array },
  near: readonly number[],
  inKind: number,
): Float64Array {
  const alike = standardised(rows, likedAlike(model, near), scale);
  if (model.traits.size === 0) return alike;
  const kind = standardised(rows, kinship(model, near), scale);
  return alike.map((value, at) => (1 - inKind) * value + inKind * kind[at]!);
}

/**
 * Cosine of each item embedding with the mean direction of these, times that mean's length; 0 for movies without an
 * embedding.
 */
function likedAlike(model: Model, near: readonly number[]): Float64Array {
  const { embeddings, dimensions: d } = model;
  const lengthOf = lengths(model);
  const direction = new Float64Array(d);
  for (const row of near) {
    if (lengthOf[row] === 0) continue;
    for (let k = 0; k < d; k++) direction[k]! += embeddings[row * d + k]! / lengthOf[row]! / near.length;
  }
  const scores = scoresOf(model, direction);
  for (let row = 0; row < scores.length; row++) {
    scores[row] = lengthOf[row] === 0 ? 0 : scores[row]! / lengthOf[row]!;
  }
  return scores;
}

/** [rows] the values in these rows, on a scale on which those of `scale` have mean 0 and standard deviation 1; all 0 where these are all the same. */
function standardised(rows: Int32Array, values: Float64Array, scale: Int32Array): Float64Array {
  let sum = 0;
  let squares = 0;
  for (const row of scale) sum += values[row]!;
  const mean = sum / scale.length;
  for (const row of scale) squares += (values[row]! - mean) ** 2;
  const deviation = Math.sqrt(squares / scale.length);
  const standard = new Float64Array(rows.length);
  if (deviation > 0)
    for (let at = 0; at < rows.length; at++) standard[at] = (values[rows[at]!]! - mean) / deviation;
  return standard;
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
