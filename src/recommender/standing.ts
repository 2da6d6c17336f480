import type { MovieId } from "../catalog/movie.ts";
import type { Feedback, Verdict } from "./feedback.ts";

const DAY_MS = 86_400_000;

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
  const keepsAway = ({ verdict, atMs: givenMs }: { verdict: Verdict; atMs: number }) =>
    verdict !== "skip" || atMs - givenMs < skipDays * DAY_MS;
  return new Set(feedback.filter(keepsAway).map(({ movie }) => movie));
}
