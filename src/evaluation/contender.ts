import type { Verdict } from "../recommender/feedback.ts";

/** Something that recommends, as the simulated sessions see it. */
export interface Contender {
  readonly name: string;
  /** Meets a person, known by a number, who names these movies (rows) as favourites. */
  meet(favourites: readonly number[], person?: number): Encounter;
}

/** One person's time with a contender. */
export interface Encounter {
  /** The best rows among those accepted, best first, at most `limit`. */
  best(limit: number, accepts: (row: number) => boolean): number[];
  observe(row: number, verdict: Verdict): void;
}
