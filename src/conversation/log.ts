/** What a person said of movies: an append-only log, and what of it stands. */
import type { MovieId } from "../catalog/movie.ts";
import type { Rating } from "../intent/reading/command.ts";
import type { Feedback } from "../recommender/feedback.ts";

/** The platform's own id of what happened, or one made from it: the same on redelivery, never used twice. */
export type EventId = string;
export type EntryId = string;
/** Short enough for a button's id on every platform: at most 24 letters, digits, "-" and "_". */
export type SuggestionId = string;

/** How a word on a movie came about. */
export const SOURCES = ["favourites", "suggestion", "title"] as const;
export type Source = (typeof SOURCES)[number];

interface About {
  readonly id: EntryId;
  readonly source: Source;
  /** The suggestion it answers, where it answers one. */
  readonly suggestion?: SuggestionId;
}

export interface FeedbackEntry extends Feedback, About {
  readonly kind: "feedback";
  /** Where it was said in stars. */
  readonly rating?: Rating;
}

/** Puts a movie on the list of what to watch later, or takes it off. It is no opinion of the movie. */
export interface ListingEntry extends About {
  readonly kind: "listing";
  readonly movie: MovieId;
  readonly isOn: boolean;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** Takes an earlier word back. Nothing is ever removed from a log. */
export interface RetractionEntry {
  readonly kind: "retraction";
  readonly id: EntryId;
  readonly retracts: EntryId;
  readonly atMs: number;
}

export type SaidEntry = FeedbackEntry | ListingEntry;
export type LogEntry = SaidEntry | RetractionEntry;

/** All that was said and not taken back, oldest first. */
export function standing(log: readonly LogEntry[]): SaidEntry[] {
  const retracted = new Set(log.flatMap((entry) => (entry.kind === "retraction" ? [entry.retracts] : [])));
  return log.filter((entry): entry is SaidEntry => entry.kind !== "retraction" && !retracted.has(entry.id));
}

export const isFeedback = (entry: LogEntry): entry is FeedbackEntry => entry.kind === "feedback";

/** The feedback that stands, oldest first. */
export const standingFeedback = (log: readonly LogEntry[]): FeedbackEntry[] =>
  standing(log).filter(isFeedback);

/** All of a log that is about these movies: what was said of them, and what of it was taken back. */
export function entriesOn(log: readonly LogEntry[], movies: ReadonlySet<MovieId>): LogEntry[] {
  const said = new Set<EntryId>();
  return log.filter((entry) => {
    if (entry.kind === "retraction") return said.has(entry.retracts);
    if (movies.has(entry.movie)) said.add(entry.id);
    return movies.has(entry.movie);
  });
}

/**
 * When a movie was put on the list of what to watch later; undefined where it is not on it. What says that it was
 * watched, or is not wanted, takes it off. A suggestion that is liked may be one to watch: it stays.
 *
 * @param said what stands of what was said of the movie, oldest first
 */
export const listedSince = (said: readonly SaidEntry[]): number | undefined =>
  said.reduce(afterSaid, undefined);

/** The same after one word more. */
export function afterSaid(since: number | undefined, entry: SaidEntry): number | undefined {
  if (entry.kind === "listing") return entry.isOn ? (since ?? entry.atMs) : undefined;
  const mayBeUnseen = entry.verdict === "like" && entry.source === "suggestion" && !entry.rating;
  const stays = entry.verdict === "skip" || mayBeUnseen;
  return stays ? since : undefined;
}
