import type { Verdict } from "./feedback.ts";

/** One observation of a person: a verdict on the movie in this row of the item embeddings. */
export interface Evidence {
  readonly row: number;
  readonly verdict: Verdict;
}

/** What is known of a person's taste. A value: observing gives a new one. */
export interface Taste {
  /** In the order observed. */
  readonly evidence: readonly Evidence[];
  /** u [d], the user embedding: the score of movie j is v_j . u */
  readonly embedding: Float64Array;
}

/** How a taste moves with evidence. Two implementations: the Gaussian taste, and the classic EMA rule. */
export interface UserModel<T extends Taste = Taste> {
  /** The taste of someone who has said nothing. */
  prior(): T;
  observe(taste: T, evidence: Evidence): T;
  /** The same, bit for bit, as observing one after the other from the prior. Undo is folding without. */
  fold(evidence: readonly Evidence[]): T;
  /** [evidence] the part of the movie's score due to each piece of evidence, in the taste's order. */
  contributions(taste: T, row: number): Float64Array;
  /** Standard deviation of the movie's score; 0 where the model knows none. */
  uncertainty(taste: T, row: number): number;
}
