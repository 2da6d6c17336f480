/**
 * Whether a challenger takes the champion's place: better for the same people in one column at least, worse in none, and nothing else
 * broken. Pure: from what was measured to what is to be said of it.
 */
import { leadOver, type Score } from "../../evaluation/bootstrap.ts";
import { likesByScore, type ScoredRating } from "../../evaluation/calibration.ts";
import { meanOf } from "../../evaluation/mean.ts";
import { COLUMNS, type Column } from "../../evaluation/report.ts";
import { GROUPS, type Group } from "./held-out.ts";
import type { Measured, Played } from "./measure.ts";

/** A column of a group, the challenger's lead person by person. */
export interface Comparison {
  readonly group: Group;
  readonly column: Column;
  readonly people: number;
  readonly champion: number;
  readonly challenger: number;
  readonly lead: Score;
  readonly is: "better" | "level" | "worse";
}

/** Something that must not break. */
export interface Guardrail {
  readonly name: string;
  readonly champion: number;
  readonly challenger: number;
  /** What the challenger's figure must not pass. */
  readonly bound: number;
  readonly holds: boolean;
}

export interface Verdict {
  readonly champion: string;
  readonly challenger: string;
  readonly passes: boolean;
  /** Why, in sentences. */
  readonly reasons: readonly string[];
  readonly comparisons: readonly Comparison[];
  readonly guardrails: readonly Guardrail[];
}

/** What is measured of a model besides sessions. */
export interface Machine {
  /** Of all its files. */
  readonly bytes: number;
  readonly startMs: number;
  /** Known conversations that went wrong. */
  readonly insane: readonly string[];
}

/** On any column it must not be four to one that more than this is lost: so many standard errors from it. */
export const MARGIN = 0.01;
const FOUR_TO_ONE = 0.84;
/** Standard errors that a 95 % interval is wide. */
const WIDTH_95 = 2 * 1.96;
/**
 * What each group judges by. Of people who answered here it is known what they make of films that the champion chose to show them: over
 * the whole catalogue that would favour it, so they judge by the order among what they answered alone.
 */
const COLUMNS_OF: Readonly<Record<Group, readonly Column[]>> = { public: COLUMNS, own: ["knownPool"] };
/** Of fewer people nothing is concluded. */
const FEWEST_PEOPLE = 20;
const RATIO = { coverage: 0.8, popularity: 1.5, bytes: 1.5, start: 1.5, turn: 1.5 };
/** Of short times so much is noise. */
const NOISE_MS = { start: 500, turn: 5 };
const CALIBRATION_LOSS = 0.03;
/** A film that is suggested to so many more of all people than before was pushed. */
const PUSHED = 1 / 3;
/**
 * A favourite turned into a dislike: above the middle before, in the lowest quarter now, and so far below 0. Of most films a model says
 * next to nothing, and what is near 0 stands anywhere among them.
 */
const TURNED = { from: 0.5, to: 0.25, below: -0.5 };

export function judge(champion: Measured & Machine, challenger: Measured & Machine, seed = 1): Verdict {
  const comparisons = GROUPS.flatMap((group) =>
    compared(champion.played[group], challenger.played[group], group, seed),
  );
  const guardrails = guardrailsOf(champion, challenger);
  const worse = comparisons.filter(({ is }) => is === "worse");
  const better = comparisons.filter(({ is }) => is === "better");
  const broken = guardrails.filter(({ holds }) => !holds);
  const reasons = [
    ...worse.map((one) => `It is worse in ${inWords(one)}.`),
    ...broken.map(
      (one) =>
        `${one.name} is ${figure(one.challenger)}, and may be ${figure(one.bound)} at the ${one.bound < one.champion ? "least" : "most"}.`,
    ),
    ...(challenger.insane.length > champion.insane.length ? challenger.insane : [])
      .slice(0, 5)
      .map((why) => `A known conversation went wrong: ${why}`),
    ...(comparisons.length === 0 ? [`There are not ${FEWEST_PEOPLE} people to judge by.`] : []),
    ...(better.length === 0 && comparisons.length > 0
      ? ["It is better nowhere that can be told from chance."]
      : []),
  ];
  const passes = reasons.length === 0;
  return {
    champion: champion.version,
    challenger: challenger.version,
    passes,
    reasons: passes ? better.map((one) => `It is better in ${inWords(one)}.`) : reasons,
    comparisons,
    guardrails,
  };
}

const inWords = ({
  group,
  column,
  lead: {
    mean,
    interval: [low, high],
  },
}: Comparison): string =>
  `${column} for ${group} people: ${signed(mean)} (${signed(low)} to ${signed(high)})`;
const signed = (value: number): string => `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(4)}`;
const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(3));

function compared(
  before: readonly Played[],
  after: readonly Played[],
  group: Group,
  seed: number,
): Comparison[] {
  return COLUMNS_OF[group].flatMap((column): Comparison[] => {
    const pairs = before.flatMap((one, nth) => {
      const [old, fresh] = [one.outcome[column], after[nth]!.outcome[column]];
      return old === null || fresh === null ? [] : [{ old, fresh }];
    });
    if (pairs.length < FEWEST_PEOPLE) return [];
    const olds = pairs.map(({ old }) => old);
    const news = pairs.map(({ fresh }) => fresh);
    const lead = leadOver(news, olds, seed);
    const [low, high] = lead.interval;
    const error = (high - low) / WIDTH_95;
    const isLost = high < 0 || lead.mean + FOUR_TO_ONE * error < -MARGIN;
    const is = isLost ? "worse" : low > 0 ? "better" : "level";
    return [
      { group, column, people: pairs.length, champion: meanOf(olds), challenger: meanOf(news), lead, is },
    ];
  });
}

function guardrailsOf(champion: Measured & Machine, challenger: Measured & Machine): Guardrail[] {
  const all = ({ played }: Measured) => GROUPS.flatMap((group) => played[group]);
  const [before, after] = [all(champion), all(challenger)];
  const atMost = (name: string, was: number, now: number, bound: number): Guardrail => ({
    name,
    champion: was,
    challenger: now,
    bound,
    holds: now <= bound,
  });
  const distinct = (played: readonly Played[]) => new Set(played.flatMap(({ suggested }) => suggested)).size;
  const least = RATIO.coverage * distinct(before);
  const scored = (played: readonly Played[]) => played.flatMap((one) => one.scored);
  return [
    {
      name: "The number of different films suggested",
      champion: distinct(before),
      challenger: distinct(after),
      bound: least,
      holds: distinct(after) >= least,
    },
    atMost(
      "The popularity of the median suggestion, in ratings",
      quantile(champion.popularities, 0.5),
      quantile(challenger.popularities, 0.5),
      RATIO.popularity * quantile(champion.popularities, 0.5),
    ),
    atMost(
      "The error of calibration",
      calibrationError(scored(before)),
      calibrationError(scored(after)),
      calibrationError(scored(before)) + CALIBRATION_LOSS,
    ),
    atMost("The share of people to whom one film was newly pushed", 0, mostPushed(before, after), PUSHED),
    atMost("The number of favourites turned into dislikes", 0, turned(before, after), 0),
    atMost("The size in bytes", champion.bytes, challenger.bytes, RATIO.bytes * champion.bytes),
    atMost(
      "The work of a start in ms",
      champion.startMs,
      challenger.startMs,
      RATIO.start * champion.startMs + NOISE_MS.start,
    ),
    atMost(
      "The work of the slowest of a hundred rankings in ms",
      quantile(champion.turnsMs, 0.99),
      quantile(challenger.turnsMs, 0.99),
      RATIO.turn * quantile(champion.turnsMs, 0.99) + NOISE_MS.turn,
    ),
    atMost(
      "The number of known conversations that go wrong",
      champion.insane.length,
      challenger.insane.length,
      champion.insane.length,
    ),
  ];
}

/**
 * How far tenths of ratings by score are from liking more as the score rises: the mean distance of their shares of likes from the nearest
 * that never fall (isotonic regression by pooling adjacent violators; Barlow et al. 1972).
 */
export function calibrationError(scored: readonly ScoredRating[]): number {
  const groups = likesByScore(scored);
  if (groups.length === 0) return 0;
  const pools: { share: number; weight: number }[] = [];
  for (const { likeShare, ratings } of groups) {
    pools.push({ share: likeShare, weight: ratings });
    for (
      let last = pools.at(-1)!, before = pools.at(-2);
      before && before.share > last.share;
      before = pools.at(-2)
    ) {
      const weight = before.weight + last.weight;
      last = { share: (before.share * before.weight + last.share * last.weight) / weight, weight };
      pools.splice(-2, 2, last);
    }
  }
  const fitted: number[] = [];
  let at = 0;
  for (const { share, weight } of pools)
    for (let left = weight; left > 0; at++) {
      fitted.push(share);
      left -= groups[at]!.ratings;
    }
  return meanOf(groups.map(({ likeShare }, nth) => Math.abs(likeShare - fitted[nth]!)));
}

/** Of all films, by how much the share of people rises most to whom it is suggested. */
function mostPushed(before: readonly Played[], after: readonly Played[]): number {
  const shares = (played: readonly Played[]) => {
    const counts = new Map<string, number>();
    for (const { suggested } of played)
      for (const movie of suggested) counts.set(movie, (counts.get(movie) ?? 0) + 1 / played.length);
    return counts;
  };
  const was = shares(before);
  return Math.max(0, ...[...shares(after)].map(([movie, share]) => share - (was.get(movie) ?? 0)));
}

/** 0 of nothing. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const turned = (before: readonly Played[], after: readonly Played[]): number =>
  before.flatMap(({ favourites }, nth) =>
    [...favourites].filter(([movie, was]) => {
      const is = after[nth]!.favourites.get(movie);
      return was.above >= TURNED.from && is && is.above < TURNED.to && is.deviations < TURNED.below;
    }),
  ).length;
