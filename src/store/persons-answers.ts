import type { LogEntry, Suggestion } from "../conversation/person.ts";

/** A suggestion, by whom and when in a session it was made. */
export interface Exposure extends Suggestion {
  /** Null for one that was made before this was kept. */
  readonly model: string | null;
  /** Its place in the session, from 1. */
  readonly turn: number | null;
}

export interface PersonsAnswers {
  /** Theirs as long as they are remembered; tells nothing of who they are. */
  readonly person: number;
  /** Oldest first. */
  readonly log: readonly LogEntry[];
  /** Oldest first. */
  readonly exposures: readonly Exposure[];
}

/** `answers` is undefined for whoever may not be learned from any more, or was forgotten. */
export interface ChangedAnswers {
  readonly person: number;
  readonly answers: PersonsAnswers | undefined;
}

export interface FollowingAnswers {
  /** Everybody at the first look. Then who answered since, took something back, was linked, or may be learned from no more. */
  changed(): AsyncGenerator<ChangedAnswers>;
  close(): void;
}
