import type { Ratings } from "../dataset/dataset.ts";
import { type Csr, csrOf, transposed } from "../numerics/csr.ts";

/** One value per rating, grouped both ways; columns ascend in every row, whatever the order of the table. */
export interface RatingMatrix {
  /** [users x movies] */
  readonly byUser: Csr;
  /** [movies x users] */
  readonly byMovie: Csr;
}

/**
 * @param values one per rating; default: the stars
 * @throws RangeError without ratings, or where a user rated a movie twice
 */
export function ratingMatrix(ratings: Ratings, values = ratings.stars): RatingMatrix {
  if (values.length === 0) throw new RangeError("no ratings to fit a model to: expected at least one");
  const asTheyCome = csrOf({
    rowCount: ratings.movieIds.length,
    columnCount: ratings.userIds.length,
    rows: ratings.movies,
    columns: ratings.users,
    values,
  });
  const byUser = transposed(asTheyCome);
  return { byUser, byMovie: transposed(byUser) };
}
