import type { ByAnswers } from "./by-answers.ts";
import type { ScoredRating } from "./calibration.ts";
import type { Outcome } from "./sessions.ts";

/** What a fold's test people brought to light of each row. */
export interface FoldResult {
  /** By row's name, an outcome per test person, in the same order for every row. */
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
  /** The same, of what more answers bring. */
  readonly byAnswers: ReadonlyMap<string, readonly ByAnswers[]>;
  /** Of the product, what test people rated beyond their favourites; empty where it has no row. */
  readonly scored: readonly ScoredRating[];
  /** [movies] ratings in training, for the popularity of what was suggested */
  readonly popularity: Int32Array;
}
