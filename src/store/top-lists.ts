/** Lists of films that were made for everybody at once, and what became of what is on them. */
import type { MovieId } from "../catalog/movie.ts";
import type { Verdict } from "../recommender/feedback.ts";
import type { Revision, UserKey } from "./keys.ts";

export interface TopList {
  /** Who stands for the person. */
  readonly user: UserKey;
  /** Of the person, after which it was made. */
  readonly revision: Revision;
  /** Of all that goes into a list besides the person: two lists by the same, of the same revision, differ by their time alone. */
  readonly madeBy: string;
  readonly atMs: number;
  /** The model's version. */
  readonly model: string;
  /** Best first. */
  readonly films: readonly { readonly movie: MovieId; readonly reason: string }[];
}

export interface Recommended {
  readonly movie: MovieId;
  /** Its place in the list, from 1. */
  readonly rank: number;
  readonly reason: string;
  readonly model: string;
  /** When the list was made. */
  readonly atMs: number;
  /** What the person said of it since, as far as it stands. */
  readonly outcome: Verdict | null;
}

/** Who needs another list: theirs is by something else, of an earlier revision, or was made before. */
export interface Due {
  readonly madeBy: string;
  readonly sinceMs: number;
}

export interface TopLists {
  /** In a fixed order, so many at most. @param after behind this place of it; default: from the first on */
  due(
    due: Due,
    limit: number,
    after?: number,
  ): Promise<readonly { readonly user: UserKey; readonly place: number }[]>;
  /** How many need another. */
  countDue(due: Due): Promise<number>;
  /**
   * Each takes the place of the person's list before, of which only what was answered stays. Whoever is forgotten meanwhile has
   * none. A power cut may take the latest back.
   */
  put(lists: readonly TopList[]): Promise<void>;
  /** By when they were made, and their rank. */
  of(user: UserKey): Promise<readonly Recommended[]>;
}
