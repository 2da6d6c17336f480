import type { Model } from "../artifacts/model.ts";
import type { Likeness } from "../catalog/likeness.ts";
import { highest } from "../numerics/highest.ts";
import { createRandom } from "../numerics/random.ts";
import { esteemOf, logFames } from "./crowd-columns.ts";
import type { Demand } from "./demand.ts";
import { type GenreProfile, genreAffinities } from "./genre-profile.ts";
import { nearnessTo } from "./nearness.ts";
import { takeOffFame } from "./obviousness.ts";
import { perModel } from "./per-model.ts";
import type { Policy } from "./policy.ts";
import { scaleOf, scaleRows } from "./scale.ts";
import { modelScoresOf } from "./score.ts";
import { suggestible } from "./suggestible.ts";
import { unknownFirst } from "./surprise.ts";
import { HAS_TRAIT } from "./trait-bounds.ts";
import { varied } from "./variety.ts";

/** Among this many best movies an exploring turn picks the one it knows least about. */
const EXPLORED = 20;
/** Besides those asked for, so many of the best may be put forward for being unlike what came before. */
const VARIED = 100;

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
  /** Only these rows, however few have rated them. */
  readonly among?: ReadonlySet<number>;
  /** What is asked of the movies besides. */
  readonly demands?: readonly Demand[];
  /** [n] each, 0..255: fits that speak for a movie, and fits that speak against it. */
  readonly wanted?: readonly Uint8Array[];
  readonly unwanted?: readonly Uint8Array[];
  /** The same for what a movie is listed as, which it may be by the way. */
  readonly listed?: readonly ((row: number) => number)[];
  /** Added to a movie's score, each, for what it was found by. */
  readonly boosts?: readonly ((row: number) => number)[];
  /** Taken off it, whatever is asked for. */
  readonly penalty?: (row: number) => number;
  /** At most this many, best first. */
  readonly limit: number;
  /** Draws whether this turn explores. */
  readonly seed: number;
  /** Ranks by nearness to these movies as well. */
  readonly near?: readonly number[];
  /** These movies are what somebody loves, rather than what the others are to be like. Default: false. */
  readonly loved?: boolean;
  /** How many films the person is known to like: the more, the more their fame counts against films. Default: it counts for nothing. */
  readonly likes?: number;
  /** How far less (below 0) or more obvious films are wanted than usual: obviousness.ts. Default: 0. */
  readonly obviousness?: number;
  /** What is not known of a film speaks for it. Default: false. */
  readonly surprise?: boolean;
  /** Rows of what was shown before, the latest last: what follows is unlike it, and unlike each other. Default: by score alone. */
  readonly after?: readonly number[];
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
  const {
    near = [],
    loved = false,
    likeness,
    demands = [],
    wanted = [],
    unwanted = [],
    listed = [],
    boosts = [],
    penalty,
    likes,
    obviousness = 0,
    surprise = false,
    after,
  } = request;
  const room = workspace(model);
  const rows = candidates(model, policy, request, { demands, into: room.rows });
  const modelScores = modelScoresOf(model, request.embedding, room.modelScores);
  takeOff(ranking.placement_doubt * Math.sqrt(request.placementVariance), modelScores, model);
  const scale = scaleRows(model, rows, room.scale);
  const ofModel = scaleOf(modelScores, scale);
  const nearness =
    near.length === 0
      ? undefined
      : nearnessTo(model, { rows, scale }, near, {
          inKind: loved ? ranking.loved_in_kind : ranking.alike_in_kind,
          ...(likeness && { likeness }),
        });
  const isAsked = !nearness && wanted.length + listed.length + boosts.length > 0;
  const popularity = logFames(model);
  const popularityWeight = ranking.popularity + ranking.popularity_in_doubt * doubt(rows, modelScores);
  const obviousWeight = isAsked || nearness ? ranking.obviousness.asked * obviousness : 0;
  const ofPopularity =
    popularityWeight === 0 && obviousWeight === 0 && !nearness ? undefined : scaleOf(popularity, scale);
  const asKnownWeight = loved ? ranking.loved_popularity : ranking.more_like_popularity;
  const asKnown = ofPopularity ? meanOf(near.map((row) => ofPopularity(popularity[row]!))) : 0;

  const { fits: genreFits, setOf } = genreAffinities(model, request.genres);
  const { more_like_wanted, wanted_trait } = ranking;
  const [wantedWeight, listedWeight] = nearness
    ? [more_like_wanted, more_like_wanted]
    : [wanted_trait, ranking.listed];
  const unwantedWeight = nearness
    ? Math.max(ranking.unwanted_trait, more_like_wanted)
    : ranking.unwanted_trait;
  const esteemWeight = nearness ? ranking.more_like_esteem : ranking.esteem;
  const esteem =
    esteemWeight === 0 || !(isAsked || (nearness && !loved)) ? undefined : esteemOf(model, policy);
  const scores = room.scores.subarray(0, rows.length);
  const hopes = room.hopes.subarray(0, rows.length);
  for (let at = 0; at < rows.length; at++) hopes[at] = ofModel(modelScores[rows[at]!]!);
  if (likes !== undefined && !nearness)
    takeOffFame(model, policy, {
      scores: hopes,
      perScore: ofModel(1) - ofModel(0),
      rows,
      usual: scale,
      likes,
      dial: obviousness,
    });
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (isAsked) hopes[at] = dampened(hopes[at]!);
    let score = ranking.model * hopes[at]!;
    if (nearness) score = (1 - ranking.more_like) * score + ranking.more_like * nearness[at]!;
    if (ofPopularity) {
      const known = ofPopularity(popularity[row]!);
      score += popularityWeight * known + obviousWeight * Math.max(0, known);
      // who names films that few know is not led to what everybody knows
      if (nearness) score += asKnownWeight * Math.min(known, asKnown);
    }
    if (ranking.genre_distance > 0 || ranking.diversity_boost > 0) {
      const fit = genreFits[setOf[row]!]!;
      score -= ranking.genre_distance * (1 - fit);
      score += ranking.diversity_boost * 4 * fit * (1 - fit); // most for genres half known, none for the obvious
    }
    for (const fits of wanted) score += wantedWeight * beyondHaving(fits[row]!);
    for (const fit of listed) score += listedWeight * beyondHaving(fit(row));
    for (const boost of boosts) score += boost(row);
    if (esteem)
      score += esteemWeight * esteem[row]! * (nearness && esteem[row]! < 0 ? 1 + ranking.more_like_poor : 1);
    if (penalty) score -= penalty(row);
    for (const fits of unwanted) score -= (unwantedWeight * fits[row]!) / 255;
    scores[at] = score;
  }

  const explores = policy.exploration_rate > createRandom(request.seed).uniform();
  const isVaried = after !== undefined && !nearness;
  const limit = Math.max(
    request.limit + (isVaried ? VARIED : 0),
    explores ? EXPLORED : 0,
    surprise ? policy.surprise.among : 0,
  );
  const best = highest(scores, limit, () => true).map((at) => ({
    row: rows[at]!,
    score: scores[at]!,
    hope: hopes[at]!,
  }));
  const ordered = surprise
    ? unknownFirst(model, best, policy.surprise, request.uncertainty)
    : explores
      ? leastKnownFirst(best.slice(0, Math.max(request.limit, EXPLORED)), request.uncertainty)
      : best;
  const chosen = isVaried ? varied(model, ranking, ordered, after, request.limit) : ordered;
  return chosen.slice(0, request.limit).map(({ row, score }) => ({ row, score }));
}

/** Whether the movie in a row may be suggested: accepted, asked for or rated often enough to be suggested unasked, in genres near enough. */
export function candidacy(
  model: Model,
  policy: Policy,
  { away, accepts, among, genres }: Pick<RankRequest, "away" | "accepts" | "among" | "genres">,
): (row: number) => boolean {
  const bounds = policy.candidates;
  const maySuggest = among ? (row: number) => among.has(row) : suggestible(model, policy);
  const isAway = new Set(away);
  const least = Math.max(bounds.min_genre_affinity, 1 - bounds.max_genre_distance);
  const { fits, setOf } = genreAffinities(model, genres);
  return (row) =>
    maySuggest(row) &&
    (least <= 0 || fits[setOf[row]!]! >= least) &&
    (isAway.size === 0 || !isAway.has(row)) &&
    (!accepts || accepts(row));
}

/**
 * The candidates that meet all demands.
 *
 * @param into [n] where they are put, for there may be one for each movie
 */
function candidates(
  model: Model,
  policy: Policy,
  request: RankRequest,
  { demands, into }: { readonly demands: readonly Demand[]; readonly into: Int32Array },
): Int32Array {
  const isCandidate = candidacy(model, policy, request);
  let count = 0;
  for (let row = 0; row < into.length; row++)
    if (isCandidate(row) && meetsAll(demands, row)) into[count++] = row;
  return into.subarray(0, count);
}

/** Where a ranking puts what it works out of every movie: it is done with it at its end, and the next one writes over it. */
const workspace = perModel(({ movies: { length } }: Model) => ({
  rows: new Int32Array(length),
  scale: new Int32Array(length),
  modelScores: new Float64Array(length),
  hopes: new Float64Array(length),
  scores: new Float64Array(length),
}));

function meetsAll(demands: readonly Demand[], row: number): boolean {
  for (const { isMetBy } of demands) if (!isMetBy(row)) return false;
  return true;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value / values.length, 0);

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

/**
 * Where something is asked for, the order that taste gives stays, and its far ends draw in: a film that everybody likes is many
 * deviations above those that are what was asked for.
 */
const dampened = (affinity: number): number => Math.sign(affinity) * Math.log1p(Math.abs(affinity));

/** How much more than barely a movie is what is wanted, from -1 to 1; 0 where it only just is. */
const beyondHaving = (fit: number): number => (fit - HAS_TRAIT) / (255 - HAS_TRAIT);

function leastKnownFirst<T extends Ranked>(ranked: readonly T[], uncertainty: (row: number) => number): T[] {
  const deviations = new Map(ranked.map(({ row }) => [row, uncertainty(row)]));
  return ranked.toSorted((a, b) => deviations.get(b.row)! - deviations.get(a.row)!);
}
