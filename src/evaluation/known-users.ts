/**
 * How well a model ranks the whole catalogue for users that it knows: every movie of the test is relevant, whatever
 * its stars, and movies of the training are not ranked. So do the published figures of ML-100K that are compared with
 * (Microsoft's recommenders, "benchmarks").
 */
import type { Holdout } from "../dataset/prepare/rating-folds.ts";
import { bestRows } from "../models/best-rows.ts";
import type { FittedModel } from "../models/fitted-model.ts";
import { historiesOf } from "./histories.ts";
import { averagePrecisionAt, ndcgAt, precisionAt } from "./metrics.ts";

const LISTED = 10;

/** One user's list. */
export interface RankingOutcome {
  readonly precision10: number;
  readonly recall10: number;
  readonly ndcg10: number;
  readonly map10: number;
  /** The rows listed. */
  readonly listed: readonly number[];
}

/** The lists of all users with movies in training and in the test. */
export function rankForKnownUsers(
  model: FittedModel,
  { train, test }: Holdout,
  onUser: () => void = () => {},
): RankingOutcome[] {
  const known = historiesOf(train);
  return historiesOf(test).flatMap(({ rows }, user) => {
    onUser();
    const history = known[user]!;
    if (rows.length === 0 || history.rows.length === 0) return [];
    const rated = new Set(history.rows);
    const relevant = new Set(rows);
    const scores = model.score(model.known?.(user) ?? model.foldIn(history));
    const listed = bestRows(scores, LISTED, (row) => !rated.has(row));
    return [
      {
        precision10: precisionAt(LISTED, listed, relevant),
        recall10: listed.filter((row) => relevant.has(row)).length / relevant.size,
        ndcg10: ndcgAt(LISTED, listed, relevant),
        map10: averagePrecisionAt(LISTED, listed, relevant),
        listed,
      },
    ];
  });
}
