import type { Filters } from "./filters.ts";

/** One thing that is asked of a movie. */
export interface Demand {
  readonly price: number;
  readonly isMetBy: (row: number) => boolean;
  /** Filters that ask for all the rest. */
  readonly dropFrom: (filters: Filters) => Filters;
}
