import type { MovieId } from "../catalog/movie.ts";
import type { Feedback } from "./feedback.ts";

const DAY_MS = 86_400_000;
/** Of this machine and of the platforms, at the most. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * What counts as evidence of taste: of each movie the latest opinion, in the order given. Having seen a
 * movie is no opinion, and erases none.
 *
 * @param feedback oldest first, without what was taken back
 */
export function standingOpinions(feedback: readonly Feedback[]): Feedback[] {
  const latest = new Map<MovieId, number>();
  feedback.forEach(({ movie, verdict }, at) => {
    if (verdict !== "seen") latest.set(movie, at);
  });
  return feedback.filter(({ movie }, at) => latest.get(movie) === at);
}

/**
 * The movies to keep away: every movie answered, for good; one that was only ever skipped, for `skipDays`
 * days from the last time.
 */
export function excludedMovies(feedback: readonly Feedback[], atMs: number, skipDays: number): Set<MovieId> {
  const keepsAway = ({ verdict, atMs: givenMs }: Feedback) =>
    verdict !== "skip" || isRecent(givenMs, atMs, skipDays);
  return new Set(feedback.filter(keepsAway).map(({ movie }) => movie));
}

export const isRecent = (doneMs: number, atMs: number, days: number): boolean =>
  isWithin(days * DAY_MS, doneMs, atMs);

/**
 * Whether something was done less than so long ago. What lies further in the future than clocks differ was written by
 * one that had jumped ahead, and is not recent: it would be so until that time has come.
 */
export function isWithin(ms: number, doneMs: number, atMs: number): boolean {
  return atMs - doneMs < ms && doneMs - atMs < CLOCKS_DIFFER_MS;
}
