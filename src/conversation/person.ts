import type { MovieId } from "../catalog/movie.ts";
import type { Taste } from "../recommender/user-model.ts";
import type { Away } from "./away.ts";
import type { LastingWishes } from "./lasting-log.ts";
import {
  type FeedbackEntry,
  isFeedback,
  type LogEntry,
  type SaidEntry,
  type SuggestionId,
  standing,
} from "./log.ts";

export * from "./log.ts";

/** One movie shown once to one person. */
export interface Suggestion {
  readonly id: SuggestionId;
  readonly movie: MovieId;
  readonly atMs: number;
}

/** What the conversation knows of one person, wherever they talk: no more after years than after a day. */
export interface Person {
  /** Draws the first films of a newcomer: any integer, always the same for the same person. */
  readonly seed: number;
  readonly taste: Taste;
  readonly away: Away;
  /** What they never want, besides single movies. */
  readonly lasting: LastingWishes;
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
  /** The latest of what was said and stands, so much at most, oldest first. */
  latest(count: number): readonly SaidEntry[];
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

/** What stands of what was said of a movie, oldest first. */
export function saidOf({ past, log }: Person, movie: MovieId): SaidEntry[] {
  return standing([...past.logOn(movie), ...log]).filter((entry) => entry.movie === movie);
}

export const feedbackOn = (person: Person, movie: MovieId): FeedbackEntry[] =>
  saidOf(person, movie).filter(isFeedback);

export function lastSaid({ past, log }: Person): SaidEntry | undefined {
  const takenBack = log.filter(({ kind }) => kind === "retraction").length; // each may be of the past
  return standing([...past.latest(takenBack + 1), ...log]).at(-1);
}

export function allSaid({ past, log }: Person): SaidEntry[] {
  return standing([...past.log(), ...log]);
}

export const allFeedback = (person: Person): FeedbackEntry[] => allSaid(person).filter(isFeedback);

/** Undefined for one that was made to somebody else. */
export function suggestionMade({ past, suggestions }: Person, id: SuggestionId): Suggestion | undefined {
  return suggestions.find((made) => made.id === id) ?? past.suggestion(id);
}

export function allSuggestions({ past, suggestions }: Person): Suggestion[] {
  return [...past.suggestions(), ...suggestions];
}
