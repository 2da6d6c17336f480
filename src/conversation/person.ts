import type { MovieId } from "../catalog/movie.ts";
import type { Feedback } from "../recommender/feedback.ts";
import type { Taste } from "../recommender/user-model.ts";
import type { Away } from "./away.ts";
import type { Refused } from "./refusal-log.ts";

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

/** What the conversation knows of one person, wherever they talk: no more after years than after a day. */
export interface Person {
  readonly taste: Taste;
  readonly away: Away;
  /** What they never want, besides single movies. */
  readonly refused: Refused;
  /** What was said and shown before the entries below. */
  readonly past: Past;
  /** Said since, oldest first. Append-only, with what went before: the truth that the rest is derived from. */
  readonly log: readonly LogEntry[];
  /** Shown since, oldest first. */
  readonly suggestions: readonly Suggestion[];
}

/** What was said and shown: it may be long, so a turn asks for no more of it than it needs. */
export interface Past {
  /** What was said of a movie and taken back, oldest first. */
  logOn(movie: MovieId): readonly LogEntry[];
  /** The latest feedback that stands, so much at most, oldest first. */
  latest(count: number): readonly FeedbackEntry[];
  suggestion(id: SuggestionId): Suggestion | undefined;
  /** Oldest first. */
  log(): readonly LogEntry[];
  /** Oldest first. */
  suggestions(): readonly Suggestion[];
}

export const NO_PAST: Past = {
  logOn: () => [],
  latest: () => [],
  suggestion: () => undefined,
  log: () => [],
  suggestions: () => [],
};

/** The feedback that stands: all that was said and not taken back, oldest first. */
export function standingFeedback(log: readonly LogEntry[]): FeedbackEntry[] {
  const retracted = new Set(log.flatMap((entry) => (entry.kind === "retraction" ? [entry.retracts] : [])));
  return log.filter((entry): entry is FeedbackEntry => entry.kind === "feedback" && !retracted.has(entry.id));
}

/** All of a log that is about these movies: what was said of them, and what of it was taken back. */
export function entriesOn(log: readonly LogEntry[], movies: ReadonlySet<MovieId>): LogEntry[] {
  const said = new Set<EntryId>();
  return log.filter((entry) => {
    if (entry.kind === "retraction") return said.has(entry.retracts);
    if (movies.has(entry.movie)) said.add(entry.id);
    return movies.has(entry.movie);
  });
}

/** What stands of what was said of a movie, oldest first. */
export function feedbackOn({ past, log }: Person, movie: MovieId): FeedbackEntry[] {
  return standingFeedback([...past.logOn(movie), ...log]).filter((entry) => entry.movie === movie);
}

export function lastFeedback({ past, log }: Person): FeedbackEntry | undefined {
  const takenBack = log.filter(({ kind }) => kind === "retraction").length; // each may be of the past
  return standingFeedback([...past.latest(takenBack + 1), ...log]).at(-1);
}

export function allFeedback({ past, log }: Person): FeedbackEntry[] {
  return standingFeedback([...past.log(), ...log]);
}

/** Undefined for one that was made to somebody else. */
export function suggestionMade({ past, suggestions }: Person, id: SuggestionId): Suggestion | undefined {
  return suggestions.find((made) => made.id === id) ?? past.suggestion(id);
}

export function allSuggestions({ past, suggestions }: Person): Suggestion[] {
  return [...past.suggestions(), ...suggestions];
}
