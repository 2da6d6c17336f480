import type { Verdict } from "./feedback.ts";

/** One observation of a person: a verdict on the movie in this row of the item embeddings. */
export interface Evidence {
  readonly row: number;
  readonly verdict: Verdict;
}

/** What is known of a person's taste. A value: observing gives a new one. It belongs to the recommender that made it. */
export interface Taste {
  /** Of each movie one verdict. */
  readonly evidence: readonly Evidence[];
  /** u [d], the user embedding: the score of movie j is v_j . u */
  readonly embedding: Float64Array;
}

/** How a taste moves with evidence. Two implementations: the Gaussian taste, and the classic EMA rule. */
export interface UserModel {
  /** Another verdict on the same movie replaces the one before. */
  observe(taste: Taste, evidence: Evidence): Taste;
  /**
   * The same, bit for bit, as observing one after the other from nothing. Undo is folding without.
   *
   * @param evidence of each movie one piece
   */
  fold(evidence: readonly Evidence[]): Taste;
  /**
   * [evidence] the part of the movie's score due to each piece of evidence, in the taste's order. With the
   * prior's part they add up to the score.
   */
  contributions(taste: Taste, row: number): Float64Array;
  /** The part of the movie's score that no evidence has a hand in: what people at large like. */
  priorPart(taste: Taste, row: number): number;
  /** Standard deviation of the movie's score; 0 where the model knows none. */
  uncertainty(taste: Taste, row: number): number;
  /**
   * [rows] what a verdict on each of these movies would tell of all of them, whatever the verdict: the root of the variance that it
   * would take from their scores. All 0 where the model knows none.
   */
  gains(taste: Taste, rows: readonly number[]): Float64Array;
  /** Of the score of a placed film, the variance that is of the film alone, over the square of its deviation. */
  placementVariance(taste: Taste): number;
  /** Whether scores are estimates of how a verdict is weighed, 1 a like: else what a difference between two is worth is not known. */
  readonly isOfVerdicts: boolean;
  /** Absent from a model in which the order of evidence matters. */
  readonly sums?: Sums;
}

/** What can be done with a taste that is made of sums, whatever the number of their terms. */
export interface Sums {
  /** The same, bit for bit, as folding with these verdicts in the place of those on the same movies; undefined takes one back. */
  revise(taste: Taste, opinions: Iterable<readonly [row: number, verdict: Verdict | undefined]>): Taste;
  of(taste: Taste): Float64Array;
  /** The taste of this evidence, whose sums these are; undefined where they cannot be. */
  resume(evidence: readonly Evidence[], sums: Float64Array): Taste | undefined;
}
