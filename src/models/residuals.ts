import type { Baseline } from "./baseline.ts";
import type { History } from "./fitted-model.ts";
import type { RatingMatrix } from "./rating-matrix.ts";

/** What a person's stars say beyond the baseline. */
export interface Residuals {
  /** What the person gives above mean and movies. */
  readonly bias: number;
  /** As long as the history: r - mean - bias - b_i. */
  readonly values: Float64Array;
}

export function residualsOf(history: History, { mean, movies, ofPerson }: Baseline): Residuals {
  const bias = ofPerson(history);
  const values = Float64Array.from(
    history.rows,
    (row, at) => history.stars[at]! - mean - bias - movies[row]!,
  );
  return { bias, values };
}

/** The matrix of stars without its baseline. */
export function residualsOver({ byUser, byMovie }: RatingMatrix, baseline: Baseline): RatingMatrix {
  const { mean, users, movies } = baseline;
  const without = (matrix: RatingMatrix["byUser"], own: Float64Array, others: Float64Array) => {
    const values = matrix.values.slice();
    for (let row = 0; row < matrix.rows; row++) {
      for (let entry = matrix.starts[row]!; entry < matrix.starts[row + 1]!; entry++)
        values[entry]! -= mean + own[row]! + others[matrix.indices[entry]!]!;
    }
    return { ...matrix, values };
  };
  return { byUser: without(byUser, users, movies), byMovie: without(byMovie, movies, users) };
}
