import { type Baseline, baselineStars, type FittedBaseline, type StarGiver, starGiver } from "./baseline.ts";
import type { History } from "./fitted-model.ts";
import type { RatingMatrix } from "./rating-matrix.ts";

/** What a person's stars say beyond the baseline. */
export interface Residuals {
  readonly person: StarGiver;
  /** As long as the history: the stars less the baseline's. */
  readonly values: Float64Array;
}

export function residualsOf(history: History, baseline: Baseline): Residuals {
  const person = starGiver(baseline, history);
  const values = Float64Array.from(
    history.rows,
    (row, at) => history.stars[at]! - baselineStars(baseline, person, row),
  );
  return { person, values };
}

/** The matrix of stars without its baseline. */
export function residualsOver({ byUser, byMovie }: RatingMatrix, baseline: FittedBaseline): RatingMatrix {
  const without = (
    matrix: RatingMatrix["byUser"],
    expected: (row: number, column: number) => number,
  ): RatingMatrix["byUser"] => {
    const values = matrix.values.slice();
    for (let row = 0; row < matrix.rows; row++) {
      for (let entry = matrix.starts[row]!; entry < matrix.starts[row + 1]!; entry++)
        values[entry]! -= expected(row, matrix.indices[entry]!);
    }
    return { ...matrix, values };
  };
  const of = (user: number, movie: number) => baselineStars(baseline, baseline.people[user]!, movie);
  return { byUser: without(byUser, of), byMovie: without(byMovie, (movie, user) => of(user, movie)) };
}
