import { checkpoint } from "../numerics/work.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel } from "./fitted-model.ts";
import { type RatingMatrix, ratingMatrix } from "./rating-matrix.ts";

/** score_i = how many rated movie i, whoever asks. */
export async function fitPopularity(
  { ratings }: FitData,
  options: FitOptions = {},
): Promise<FittedModel<null>> {
  const counts = ratingCounts(ratingMatrix(ratings));
  await checkpoint(options, 1);
  return { name: "popularity", foldIn: () => null, score: () => counts.slice() };
}

/** [n] ratings of each movie */
export function ratingCounts({ byMovie: { rows, starts } }: RatingMatrix): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => starts[row + 1]! - starts[row]!);
}

/** Far below any difference that a model means, and far above rounding. */
const TIE_BREAK = 1e-6;

/**
 * [n] What models that know a person by their ratings alone start their scores from: next to nothing, and the
 * more the more people rated a movie. Newcomers get the popular movies, and ties go to them.
 */
export function tieBreak(matrix: RatingMatrix): Float64Array {
  const counts = ratingCounts(matrix);
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  return counts.map((count) => (TIE_BREAK * count) / most);
}
