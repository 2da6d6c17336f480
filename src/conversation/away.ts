/** What keeps movies away from a person: what they said of each, when it was last shown to them, what they keep for later. */
import type { Policy } from "../recommender/policy.ts";
import { isRecent } from "../recommender/standing.ts";
import { afterSaid, isFeedback, listedSince, type SaidEntry } from "./log.ts";
import { NEVER, noTimes, type RowTimes, timeAt, withTime, withTimes } from "./row-times.ts";

/** By row of the catalogue, so no larger for a long history than for a short one. A value. */
export interface Away {
  /** 1 where something was said of the movie that keeps it away for good. */
  readonly answered: Uint8Array;
  /** When it was last skipped. */
  readonly skipped: RowTimes;
  /** When it was last shown. */
  readonly shown: RowTimes;
  /** What is on the list of what to watch later, and since when: those are not to be suggested as new. */
  readonly listed: ReadonlyMap<number, number>;
}

export const nothingAway = (movies: number): Away => ({
  answered: new Uint8Array(movies),
  skipped: noTimes(movies),
  shown: noTimes(movies),
  listed: new Map(),
});

export function isAway(away: Away, row: number, atMs: number, repeats: Policy["repeats"]): boolean {
  return (
    away.answered[row] === 1 ||
    isRecent(timeAt(away.skipped, row), atMs, repeats.skip_days) ||
    isRecent(timeAt(away.shown, row), atMs, repeats.unanswered_days) ||
    away.listed.has(row)
  );
}

/** Whether anything that was said of a movie stands. */
export const isAnswered = ({ answered, skipped }: Away, row: number): boolean =>
  answered[row] === 1 || timeAt(skipped, row) !== NEVER;

/** Whether the movie is to the person other than to a newcomer, but for the list. */
export const isTouched = (away: Away, row: number): boolean =>
  isAnswered(away, row) || timeAt(away.shown, row) !== NEVER;

/** After one word more on the movie in a row. */
export function afterEntry(away: Away, row: number, entry: SaidEntry): Away {
  const listed = listing(away.listed, row, afterSaid(away.listed.get(row), entry));
  if (!isFeedback(entry)) return { ...away, listed };
  return entry.verdict === "skip"
    ? { ...away, listed, skipped: withTime(away.skipped, row, entry.atMs) }
    : { ...away, listed, answered: away.answered.with(row, 1) };
}

function listing(listed: Away["listed"], row: number, since: number | undefined): Away["listed"] {
  if (listed.get(row) === since) return listed;
  const next = new Map(listed);
  if (since === undefined) next.delete(row);
  else next.set(row, since);
  return next;
}

export function afterShowing(away: Away, row: number, atMs: number): Away {
  return { ...away, shown: withTime(away.shown, row, atMs) };
}

/**
 * @param said all that stands of what was said of the movies in these rows, oldest first: what was said of them before is
 *     taken back
 * @param shown what was shown since, oldest first
 */
export function revised(
  away: Away,
  said: Iterable<readonly [row: number, entries: readonly SaidEntry[]]>,
  shown: Iterable<readonly [row: number, atMs: number]>,
): Away {
  const answered = away.answered.slice();
  const skips: (readonly [row: number, atMs: number])[] = [];
  let { listed } = away;
  for (const [row, entries] of said) {
    const feedback = entries.filter(isFeedback);
    listed = listing(listed, row, listedSince(entries));
    answered[row] = feedback.some(({ verdict }) => verdict !== "skip") ? 1 : 0;
    skips.push([row, feedback.findLast(({ verdict }) => verdict === "skip")?.atMs ?? NEVER]);
  }
  return { answered, skipped: withTimes(away.skipped, skips), shown: withTimes(away.shown, shown), listed };
}
