import { bestRows } from "./best-rows.ts";
import type { FittedModel } from "./fitted-model.ts";

export interface HybridParts {
  /** Their best movies are the candidates, such as ALS and content. */
  readonly retrievers: readonly FittedModel[];
  /** Puts the candidates in order; must predict ratings. */
  readonly rater: FittedModel;
  /** In all, of each retriever about as many. Default 100. */
  readonly candidates?: number;
  /**
   * Stars that the first retriever's best movie is worth above its worst, for the order of the candidates. Default 0:
   * the rater alone decides.
   */
  readonly retrievalStars?: number;
}

/** What every part makes of a person, and what the person has rated. */
interface HybridUser {
  readonly retrieved: readonly unknown[];
  readonly rated: unknown;
  readonly known: ReadonlySet<number>;
}

/**
 * Two stages: the retrievers choose candidates among the movies that the person has not rated, by turns, and the
 * rater ranks them by the stars that it predicts:
 *
 *   score_i = rate_i + retrievalStars * s_i,   s the first retriever's score, drawn out over [0, 1]
 *
 * All other movies follow, in the order of the first retriever. Predicted stars say how much somebody who watches a movie
 * will like it, not whether they will watch it; where that counts, retrievalStars must not be 0.
 *
 * Source: Covington, Adams & Sargin, "Deep Neural Networks for YouTube Recommendations", RecSys 2016, for the
 * two stages.
 *
 * @throws TypeError if the rater predicts no ratings
 */
export function hybridOf({
  retrievers,
  rater,
  candidates = 100,
  retrievalStars = 0,
}: HybridParts): FittedModel<HybridUser> {
  const rate = rater.rate?.bind(rater);
  if (!rate) throw new TypeError(`${rater.name} predicts no ratings: expected a model that does`);
  return {
    name: "hybrid",
    foldIn: (history) => ({
      retrieved: retrievers.map((retriever) => retriever.foldIn(history)),
      rated: rater.foldIn(history),
      known: new Set(history.rows),
    }),
    score({ retrieved, rated, known }) {
      const scores = retrievers.map((retriever, at) => retriever.score(retrieved[at]));
      const chosen = byTurns(
        scores.map((own) => bestRows(own, candidates, (row) => !known.has(row))),
        candidates,
      );
      const mixed = between0And1(scores[0]!);
      for (const row of chosen) mixed[row] = 1 + rate(rated, row) + retrievalStars * mixed[row]!;
      return mixed;
    },
    rate: ({ rated }, row) => rate(rated, row),
  };
}

/** The first of each list, then the second of each, and so on; each row once. */
function byTurns(lists: readonly (readonly number[])[], limit: number): Set<number> {
  const chosen = new Set<number>();
  const longest = Math.max(...lists.map(({ length }) => length));
  for (let place = 0; place < longest; place++) {
    for (const list of lists) {
      const row = list[place];
      if (row !== undefined && chosen.size < limit) chosen.add(row);
    }
  }
  return chosen;
}

/** Order kept; below the least that a prediction of stars can be with 1 added. */
function between0And1(scores: Float64Array): Float64Array {
  const [low, high] = scores.reduce(
    ([low, high], score) => [Math.min(low, score), Math.max(high, score)],
    [scores[0]!, scores[0]!],
  );
  return scores.map((score) => (score - low) / (high - low || 1));
}
