import type { MovieId } from "../catalog/movie.ts";

/**
 * What a person can say of a movie. `seen` is knowledge, not opinion: it only keeps the movie away.
 * `skip` is "not now": the movie stays away for the policy's number of days.
 */
export const VERDICTS = ["favourite", "like", "dislike", "skip", "seen", "never"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One verdict on one movie at one time. */
export interface Feedback {
  readonly movie: MovieId;
  readonly verdict: Verdict;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}
