/**
 * What people bring along from elsewhere: files of other services, read into rows, and each row's film found. Pure: bytes
 * come in, and nothing is kept. Knows the catalogue, titles as data sets write them, and what can be said of a film.
 */
import type { LastingWishes } from "../conversation/lasting-log.ts";
import type { Verdict } from "../recommender/feedback.ts";

/** A film as a file names it; any of it may be missing. */
export interface NamedFilm {
  /** "tt0113277" */
  readonly imdbId?: string;
  readonly tmdbId?: number;
  /** Of the data set, or of this program. */
  readonly id?: string;
  readonly title?: string;
  readonly year?: number;
}

/** Stars as they were given. */
export interface Stars {
  /** From 0.5 to 5, in halves. */
  readonly stars: number;
  /** As they were given, where they were points of another scale: "8/10". */
  readonly points?: string;
}

/** What a row says that somebody did; more than one thing may be so. */
export interface Done {
  readonly rating?: Stars;
  /** A verdict of this program, from an export of its own: nothing is made of stars then. */
  readonly verdict?: Verdict;
  readonly watched?: boolean;
  readonly rewatched?: boolean;
  /** With a heart, besides any stars. */
  readonly liked?: boolean;
  /** On a list of what is to be watched. */
  readonly wanted?: boolean;
  /** When, in milliseconds since 1970; absent where the file does not say. */
  readonly atMs?: number;
}

/** What may have been done with a film, as a table of this program says it. */
export const DONE = ["watched", "rewatched", "liked", "wanted"] as const;

export interface HistoryRow extends Done {
  readonly film: NamedFilm;
  /** Where it stands, for whoever reads what was left out: "line 3". */
  readonly at: string;
}

/** What one line of a file comes to. */
export type ReadRow =
  | ({ readonly kind: "row" } & Omit<HistoryRow, "at">)
  /** A series, an episode, a game. */
  | { readonly kind: "notFilm" }
  /** It says nothing of anybody's taste: a film that is owned. */
  | { readonly kind: "nothing" }
  | { readonly kind: "unreadable"; readonly why: string };

export interface History {
  /** What is refused for good, where the file says so: an export of this program. */
  readonly forGood?: LastingWishes;
  /** Whose files these are, as people write it: "Letterboxd". */
  readonly services: readonly string[];
  readonly rows: readonly HistoryRow[];
  readonly notFilms: number;
  /** Lines that nothing could be made of, each with its reason. */
  readonly unreadable: readonly string[];
}

/** A file that cannot be used. The message is a plain sentence that says what to do next. */
export class HistoryError extends Error {
  override name = "HistoryError";
}
