/** What the people of a group make of the films that are up for choice: all that a strategy goes by. */

import { esteemOf } from "../recommender/crowd-columns.ts";
import type { Recommender } from "../recommender/recommender.ts";
import { scoreOf } from "../recommender/score.ts";
import type { Taste } from "../recommender/user-model.ts";

export interface Group {
  /** [people][films] expected satisfaction, in standard deviations of what the person makes of these films; their average is near 0. */
  readonly satisfaction: readonly Float64Array[];
  /** [people][films] how uncertain that is: a standard deviation in the same unit. */
  readonly doubt: readonly Float64Array[];
  /** [films] what people at large think of the film: standard deviations of these films, their average 0. */
  readonly esteem: Float64Array;
  /** [people] by how much evenings before have satisfied them more than the others, in the same unit; below 0, less. */
  readonly ahead: Float64Array;
}

/**
 * @param tastes one for each person; of a stranger the taste of nobody, which is what people at large like
 * @param rows of the films that are up for choice
 * @param ahead default: all are even
 */
export function groupOf(
  recommender: Recommender,
  tastes: readonly Taste[],
  rows: readonly number[],
  ahead = new Float64Array(tastes.length),
): Group {
  const place = new Map(rows.map((row, at) => [row, at]));
  const among = new Set(rows);
  const satisfaction = tastes.map((taste) => {
    const scores = new Float64Array(rows.length);
    for (const { row, score } of recommender.rank(taste, { among, limit: rows.length }))
      scores[place.get(row)!] = score;
    return scores;
  });
  const doubt = tastes.map((taste) => {
    const { embeddings } = recommender.model;
    const unit = deviationOf(rows.map((row) => scoreOf(embeddings, row, taste.embedding)));
    return Float64Array.from(rows, (row) => (unit === 0 ? 0 : recommender.uncertainty(taste, row) / unit));
  });
  const esteem = esteemOf(recommender.model, recommender.policy);
  return { satisfaction, doubt, esteem: standardised(rows.map((row) => esteem[row]!)), ahead };
}

function standardised(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const unit = deviationOf(values) || 1;
  return Float64Array.from(values, (value) => (value - mean) / unit);
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
