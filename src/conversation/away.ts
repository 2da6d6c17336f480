/** What keeps movies away from a person: what they said of each, and when it was last shown to them. */
import type { Feedback } from "../recommender/feedback.ts";
import type { Policy } from "../recommender/policy.ts";
import { isRecent } from "../recommender/standing.ts";
import { NEVER, noTimes, type RowTimes, timeAt, withTime, withTimes } from "./row-times.ts";

/** By row of the catalogue, so no larger for a long history than for a short one. A value. */
export interface Away {
  /** 1 where something was said of the movie that keeps it away for good. */
  readonly answered: Uint8Array;
  /** When it was last skipped. */
  readonly skipped: RowTimes;
  /** When it was last shown. */
  readonly shown: RowTimes;
}

export const nothingAway = (movies: number): Away => ({
  answered: new Uint8Array(movies),
  skipped: noTimes(movies),
  shown: noTimes(movies),
});

export function isAway(away: Away, row: number, atMs: number, repeats: Policy["repeats"]): boolean {
  return (
    away.answered[row] === 1 ||
    isRecent(timeAt(away.skipped, row), atMs, repeats.skip_days) ||
    isRecent(timeAt(away.shown, row), atMs, repeats.unanswered_days)
  );
}

/** Whether anything that was said of a movie stands. */
export const isAnswered = ({ answered, skipped }: Away, row: number): boolean =>
  answered[row] === 1 || timeAt(skipped, row) !== NEVER;

/** Whether the movie is to the person other than to a newcomer. */
export const isTouched = (away: Away, row: number): boolean =>
  isAnswered(away, row) || timeAt(away.shown, row) !== NEVER;

/** After one word more on the movie in a row. */
export function afterFeedback(away: Away, row: number, given: Feedback): Away {
  return given.verdict === "skip"
    ? { ...away, skipped: withTime(away.skipped, row, given.atMs) }
    : { ...away, answered: away.answered.with(row, 1) };
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
  said: Iterable<readonly [row: number, feedback: readonly Feedback[]]>,
  shown: Iterable<readonly [row: number, atMs: number]>,
): Away {
  const answered = away.answered.slice();
  const skips: (readonly [row: number, atMs: number])[] = [];
  for (const [row, feedback] of said) {
    answered[row] = feedback.some(({ verdict }) => verdict !== "skip") ? 1 : 0;
    skips.push([row, feedback.findLast(({ verdict }) => verdict === "skip")?.atMs ?? NEVER]);
  }
  return { answered, skipped: withTimes(away.skipped, skips), shown: withTimes(away.shown, shown) };
}
