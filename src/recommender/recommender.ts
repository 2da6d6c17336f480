import { createHash } from "node:crypto";
import type { Model } from "../artifacts/model.ts";
import { type FactIndex, NO_FACTS } from "../catalog/fact-index.ts";
import type { Likeness } from "../catalog/likeness.ts";
import type { Movie, MovieId } from "../catalog/movie.ts";
import { highest } from "../numerics/highest.ts";
import { createAtHome } from "./at-home.ts";
import { isUnknown, toBeginWith } from "./cold-start.ts";
import type { Demand } from "./demand.ts";
import { demandsOf, HAS_TRAIT_SOMEWHAT } from "./demands.ts";
import { withAlternatives } from "./either-search.ts";
import { emaUserModel } from "./ema-taste.ts";
import { type Feedback, VERDICTS, type Verdict } from "./feedback.ts";
import { type FilmSearch, NO_SEARCH } from "./film-search.ts";
import { type Filters, isUnfiltered, NO_FILTERS } from "./filters.ts";
import { gaussianUserModel } from "./gaussian-taste.ts";
import type { GenreFits } from "./genre-fits.ts";
import { type GenreProfile, genreProfiler } from "./genre-profile.ts";
import type { Policy } from "./policy.ts";
import { candidacy, type Ranked, rank } from "./rank.ts";
import { type Relaxed, relax } from "./relax.ts";
import { type Reputation, reputationOf } from "./reputation.ts";
import { createReservations } from "./reservations.ts";
import { excludedMovies, standingOpinions } from "./standing.ts";
import type { ToldGenres } from "./told-genres.ts";
import type { Evidence, Taste } from "./user-model.ts";

/**
 * A model and a policy, ready to recommend. Holds nothing of any person: feedback and tastes are passed in. Rows are
 * those of the item embeddings, 0..n - 1; calls take a few milliseconds for 10,000 movies and wait for nothing.
 */
export interface Recommender {
  readonly model: Model;
  readonly policy: Policy;
  /** Of the model and of the policy that a taste follows from: sums kept under another are void. */
  readonly version: string;
  /** Undefined for a movie that the model does not know. */
  rowOf(movie: MovieId): number | undefined;
  movie(row: number): Movie;

  /**
   * The taste after this feedback: of each movie the latest opinion counts, and movies the model does not
   * know are passed over. Undo is calling it without what was taken back.
   *
   * @param feedback oldest first
   */
  taste(feedback: readonly Feedback[]): Taste;
  /** One verdict more. The latest opinion on a movie replaces the one before. */
  observe(taste: Taste, given: Feedback): Taste;
  /**
   * The taste in which these are the opinions on these movies, undefined for none: the same, to the last bit, as folding
   * all feedback again, and no more work than there are opinions. Undefined under a policy by which the order of opinions
   * matters, the EMA rule: fold with `taste` instead.
   */
  revise(taste: Taste, opinions: Iterable<readonly [MovieId, Verdict | undefined]>): Taste | undefined;
  /** What `resume` goes on from under the same `version`; undefined as with `revise`. */
  sumsOf(taste: Taste): Float64Array | undefined;
  /** The taste of this evidence that had these sums: saves folding it again. Undefined where they cannot be its. */
  resume(evidence: readonly Evidence[], sums: Float64Array): Taste | undefined;

  /**
   * Movies to suggest, best first: all of them pass the filters. Empty where none is left. The same arguments give the
   * same movies.
   */
  rank(taste: Taste, options: RankOptions): Ranked[];
  /** The filters with as little given up as leaves a movie that may be suggested; rank with these. */
  relax(taste: Taste, options: RankOptions): Relaxed;
  /** Whether a movie is what the filters ask for, `moviesOut` included. */
  passes(row: number, filters: Filters): boolean;
  /** The films that are about some words, as filters go by it. */
  readonly search: FilmSearch;
  /** What a movie's score is made of, under the filters it was ranked with. */
  explain(taste: Taste, row: number, filters?: Filters): Explanation;
  /** Standard deviation of a movie's score under a taste, as in its explanation. */
  uncertainty(taste: Taste, row: number): number;
  /** How much a taste leans to each genre, in [0, 1], heaviest first. */
  genres(taste: Taste): GenreProfile;
  /** The movies that this feedback keeps away at a time (milliseconds since 1970). */
  excluded(feedback: readonly Feedback[], atMs: number): ReadonlySet<MovieId>;
}

export interface RankOptions {
  /** What was said so far, oldest first: it keeps movies away. */
  readonly feedback?: readonly Feedback[];
  /** Now, in milliseconds since 1970: skipped movies return after a while. Default 0: they never do. */
  readonly atMs?: number;
  /** At most this many. Default 1. */
  readonly limit?: number;
  /** Movies to leave out besides. */
  readonly without?: Iterable<MovieId>;
  /** Leaves further rows out. */
  readonly accepts?: (row: number) => boolean;
  /** Only these rows, however few have rated them. */
  readonly among?: ReadonlySet<number>;
  /** What is asked for. Default NO_FILTERS. */
  readonly filters?: Filters;
  /** "More like these": ranks by nearness to these rows as well, and leaves them out. */
  readonly near?: readonly number[];
  /** They are what somebody loves, rather than what is asked for more of. Default: false. */
  readonly loved?: boolean;
  /** How far less (below 0) or more obvious movies than usual are wanted, from LEAST_OBVIOUS to MOST_OBVIOUS. Default: 0. */
  readonly obviousness?: number;
  /** What is not known of a movie speaks for it. Default: false. */
  readonly surprise?: boolean;
  /**
   * Rows of what was shown before, the latest last: what follows is unlike it, and unlike each other, but where movies are to be
   * like others. Default: the order is by score alone.
   */
  readonly after?: readonly number[];
  /** Draws whether this turn explores. Any integer; default 0. */
  readonly seed?: number;
  /** Draws the first movies of somebody of whom nothing is known: any integer, always the same for the same person. Default: the best of all. */
  readonly person?: number;
}

/** A movie's score is a sum over what was said and the prior; these are its parts. */
export interface Explanation {
  /**
   * The evidence that speaks for the movie, strongest first, with its share of all that does, in [0, 1]. A hundred
   * pieces at most, so each that has a hundredth is among them.
   */
  readonly because: readonly { readonly row: number; readonly verdict: Verdict; readonly share: number }[];
  /** The wanted traits that the movie has at least somewhat, the best fit first; fits in [0, 1], from 0.5 it has it. */
  readonly fits: readonly { readonly trait: string; readonly fit: number }[];
  /** Share of what people at large like in all that speaks for the movie, the evidence included; in [0, 1]. */
  readonly fromPrior: number;
  /** Standard deviation of the score; 1 is the score of a movie one likes. */
  readonly uncertainty: number;
}

/** What speaks for a movie, whatever is asked for. */
type Reasons = Omit<Explanation, "fits">;

/** Of what is welcome, and of what a film is to be about, so much counts where films are to be like others: both have to show. */
const BESIDE_A_LIKENESS = 0.4;
const ABOUT_BESIDE_A_LIKENESS = 0.3;

/** How many pieces of evidence an explanation names, at most. */
const REASONS = 100;

/** What the sums of a taste are: to be counted up when they become others, for those kept are then void. */
const SUMS = 1;

/**
 * Every taste and score is exact under the policy's user model: src/recommender/gaussian-posterior.ts has the maths of the
 * Gaussian one with its sources, src/recommender/ema-taste.ts the classic rule. Folding k verdicts takes k d^2 + d^3 steps at most,
 * and one verdict more or less d^2 + d^3, whatever was said before.
 */
export function createRecommender(
  model: Model,
  policy: Policy,
  facts: FactIndex = NO_FACTS,
  found: FilmSearch = NO_SEARCH,
  likeness?: Likeness,
  genreFits?: GenreFits,
  toldGenres?: ToldGenres,
): Recommender {
  const users =
    policy.user_model === "ema" ? emaUserModel(model, policy.ema) : gaussianUserModel(model, policy.gaussian);
  const rows = new Map(model.movies.map(({ id }, row) => [id, row]));
  const search = withAlternatives(found, model.traits);

  const evidenceOf = (feedback: readonly Feedback[]): Evidence[] =>
    standingOpinions(feedback).flatMap(({ movie, verdict }) => {
      const row = rows.get(movie);
      return row === undefined ? [] : [{ row, verdict }];
    });

  const profileOf = genreProfiler(model.movies);
  const profiles = new WeakMap<Taste, GenreProfile>();
  const genres = (taste: Taste): GenreProfile => {
    const known = profiles.get(taste);
    if (known) return known;
    const profile = profileOf(likedBy(taste));
    profiles.set(taste, profile);
    return profile;
  };

  /** The latest explanation of each taste: a suggestion's card is drawn when it is made, and again when it is answered. */
  const explained = new WeakMap<Taste, { readonly row: number; readonly reasons: Reasons }>();
  const reasonsFor = (taste: Taste, row: number): Reasons => {
    const latest = explained.get(taste);
    if (latest?.row === row) return latest.reasons;
    const { evidence } = taste;
    const contributions = users.contributions(taste, row);
    const total = contributions.reduce((sum, part) => sum + Math.max(0, part), 0);
    const prior = Math.max(0, users.priorPart(taste, row));
    const reasons = {
      because: highest(contributions, REASONS, (at) => contributions[at]! > 0).map((at) => ({
        row: evidence[at]!.row,
        verdict: evidence[at]!.verdict,
        share: contributions[at]! / total,
      })),
      fromPrior: prior === 0 ? 0 : prior / (prior + total),
      uncertainty: users.uncertainty(taste, row),
    };
    explained.set(taste, { row, reasons });
    return reasons;
  };

  const excluded = (feedback: readonly Feedback[], atMs: number) =>
    excludedMovies(feedback, atMs, policy.repeats.skip_days);

  const awayFrom = ({ feedback = [], atMs = 0, without = [], near = [], filters }: RankOptions): number[] => {
    const ids = [...excluded(feedback, atMs), ...without, ...(filters?.moviesOut ?? [])];
    return [...near, ...ids.flatMap((movie) => rows.get(movie) ?? [])];
  };

  let reputation: Reputation | undefined;
  const hasStanding: Reputation = (row, standing) => {
    reputation ??= reputationOf(model, policy);
    return reputation(row, standing);
  };
  const demands = (filters: Filters, near: readonly number[] = []): Demand[] =>
    demandsOf(filters, model, hasStanding, facts, search, near, toldGenres);
  /** Those that others are to be like; what somebody loves only tells their taste. */
  const likened = ({ near = [], loved = false }: RankOptions) => (loved ? [] : near);

  /** What is welcome beside films that others are to be like says little of them, and orders faintly. */
  const boostsFor = ({ about, ideally }: Filters, isNear: boolean): ((row: number) => number)[] => {
    const weighed = (weight: number) => (words: string) => {
      const trait = model.traits.get(words);
      if (trait) return (row: number) => (weight * trait[row]!) / 255;
      const fits = search(words);
      return (row: number) => weight * (fits.get(row) ?? 0);
    };
    const { ranking } = policy;
    return [
      ...about.map(weighed(isNear ? ABOUT_BESIDE_A_LIKENESS * ranking.about : ranking.about)),
      ...ideally.map(weighed(isNear ? BESIDE_A_LIKENESS * ranking.ideally : ranking.ideally)),
    ];
  };

  /** One after the other, for relax() mostly looks no further than the first few. */
  function* rowsThat(isCandidate: (row: number) => boolean): Generator<number> {
    for (let row = 0; row < model.movies.length; row++) if (isCandidate(row)) yield row;
  }

  const reservations = createReservations(model, facts, policy);
  const listed = createAtHome(facts, model.traits, genreFits);
  const known = (traits: readonly string[]) => traits.flatMap((trait) => model.traits.get(trait) ?? []);

  return {
    model,
    policy,
    rowOf: (movie) => rows.get(movie),
    movie: (row) => model.movies[row]!,
    version: createHash("sha256")
      .update(JSON.stringify([SUMS, VERDICTS, model.version, policy.user_model, policy.gaussian]))
      .digest("base64url"),
    taste: (feedback) => users.fold(evidenceOf(feedback)),
    revise(taste, opinions) {
      const changes = [...opinions].flatMap(([movie, verdict]) => {
        const row = rows.get(movie);
        return row === undefined ? [] : [[row, verdict] as const];
      });
      return users.sums?.revise(taste, changes);
    },
    sumsOf: (taste) => users.sums?.of(taste),
    resume: (evidence, sums) => users.sums?.resume(evidence, sums),
    observe(taste, { movie, verdict }) {
      const row = rows.get(movie);
      return row === undefined || verdict === "seen" ? taste : users.observe(taste, { row, verdict });
    },
    rank(taste, options) {
      const {
        limit = 1,
        accepts,
        among,
        near = [],
        loved = false,
        seed = 0,
        atMs = 0,
        filters = NO_FILTERS,
        person,
        obviousness = 0,
        surprise = false,
        after,
      } = options;
      const penalty = reservations(filters, { atMs, isLikened: near.length > 0 });
      const begins =
        person !== undefined &&
        near.length === 0 &&
        obviousness === 0 &&
        !surprise &&
        isUnfiltered(filters) &&
        isUnknown(taste, policy.cold_start);
      const ranked = rank(model, policy, {
        embedding: taste.embedding,
        genres: genres(taste),
        away: awayFrom(options),
        demands: demands(filters, likened(options)),
        wanted: known(filters.traitsIn),
        unwanted: known(filters.traitsOut),
        listed: listed(filters, near.length > 0),
        boosts: boostsFor(filters, near.length > 0),
        near,
        loved,
        limit: begins ? Math.max(limit, policy.cold_start.among) : limit,
        seed,
        uncertainty: (row) => users.uncertainty(taste, row),
        placementVariance: users.placementVariance(taste),
        // of few that were named beforehand the best is wanted, however well known
        ...(!among && { likes: users.isOfVerdicts ? likedBy(taste).length : 0, obviousness }),
        surprise,
        ...(after && !begins && { after }),
        ...(likeness && { likeness }),
        ...(accepts && { accepts }),
        penalty,
        ...(among && { among }),
      });
      if (!begins) return ranked;
      const { among: drawn } = policy.cold_start;
      const gainOf = (of: readonly number[]) => users.gains(taste, of);
      const first = toBeginWith(ranked.slice(0, drawn), policy.cold_start, gainOf, person);
      return [...first, ...ranked.slice(drawn)].slice(0, limit);
    },
    relax(taste, options) {
      const { accepts, among, filters = NO_FILTERS } = options;
      const asked = demands(filters, likened(options));
      if (asked.length === 0) return { filters, givenUp: NO_FILTERS };
      const allowed = {
        away: awayFrom(options),
        genres: genres(taste),
        ...(accepts && { accepts }),
        ...(among && { among }),
      };
      return relax(filters, asked, rowsThat(candidacy(model, policy, allowed)));
    },
    passes: (row, filters) =>
      !filters.moviesOut.includes(model.movies[row]!.id) &&
      demands(filters).every(({ isMetBy }) => isMetBy(row)),
    explain: (taste, row, filters = NO_FILTERS) => ({
      ...reasonsFor(taste, row),
      fits: fitsOf(model, row, filters.traitsIn),
    }),
    uncertainty: (taste, row) => users.uncertainty(taste, row),
    genres,
    excluded,
    search,
  };
}

function likedBy({ evidence }: Taste): number[] {
  const liked: number[] = [];
  for (const { row, verdict } of evidence) if (verdict === "favourite" || verdict === "like") liked.push(row);
  return liked;
}

function fitsOf({ traits }: Model, row: number, wanted: readonly string[]): Explanation["fits"] {
  return wanted
    .map((trait) => ({ trait, fit: (traits.get(trait)?.[row] ?? 0) / 255 }))
    .filter(({ fit }) => fit >= HAS_TRAIT_SOMEWHAT / 255)
    .sort((a, b) => b.fit - a.fit);
}
