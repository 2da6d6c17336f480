import type { MovieId } from "../catalog/movie.ts";
import type { Feedback } from "../recommender/feedback.ts";
import type { Taste } from "../recommender/user-model.ts";

/** The platform's own id of what happened, or one made from it: the same on redelivery, never used twice. */
export type EventId = string;
export type EntryId = string;
/** Short enough for a button's id on every platform: at most 24 letters, digits, "-" and "_". */
export type SuggestionId = string;

/** How a verdict came about. */
export const SOURCES = ["favourites", "suggestion", "title"] as const;
export type Source = (typeof SOURCES)[number];

export interface FeedbackEntry extends Feedback {
  readonly kind: "feedback";
  readonly id: EntryId;
  readonly source: Source;
  /** The suggestion it answers, where it answers one. */
  readonly suggestion?: SuggestionId;
}

/** Takes an earlier feedback back. Nothing is ever removed from a log. */
export interface RetractionEntry {
  readonly kind: "retraction";
  readonly id: EntryId;
  readonly retracts: EntryId;
  readonly atMs: number;
}

export type LogEntry = FeedbackEntry | RetractionEntry;

/** One movie shown once to one person. */
export interface Suggestion {
  readonly id: SuggestionId;
  readonly movie: MovieId;
  readonly atMs: number;
}

/** What the conversation knows of one person, wherever they talk. */
export interface Person {
  /** Append-only, oldest first: the truth that the taste is derived from. */
  readonly log: readonly LogEntry[];
  /** Oldest first. */
  readonly suggestions: readonly Suggestion[];
  readonly taste: Taste;
}

/** The feedback that stands: all that was said and not taken back, oldest first. */
export function standingFeedback(log: readonly LogEntry[]): FeedbackEntry[] {
  const retracted = new Set(log.flatMap((entry) => (entry.kind === "retraction" ? [entry.retracts] : [])));
  return log.filter((entry): entry is FeedbackEntry => entry.kind === "feedback" && !retracted.has(entry.id));
}
