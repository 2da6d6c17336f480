import { preferenceWeights } from "../dataset/prepare/transform.ts";
import { truncatedSvd } from "../numerics/truncated-svd.ts";
import { checkpoint } from "../numerics/work.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel } from "./fitted-model.ts";
import { addScaledRow, productsWith } from "./item-vectors.ts";
import { tieBreak } from "./popularity.ts";
import { ratingMatrix } from "./rating-matrix.ts";

export interface PureSvdOptions extends FitOptions {
  /** Default 10, the best of some on sessions with people of ML-100K, or as many as there are users or movies. */
  readonly dimensions?: number;
  /** At how many stars a rating says nothing: preferenceWeights. Default 0, the stars as they are, over 5. */
  readonly indifferentStars?: number;
}

/** The share of all work that is the factorisation. */
const FACTORISING = 0.99;

/**
 * R ~ U S V' with the preference weights of the stars and 0 where nothing was rated; score = V V'r for a person's
 * weights r.
 *
 * Source: Cremonesi, Koren & Turrin, "Performance of Recommender Algorithms on Top-N Recommendation Tasks",
 * RecSys 2010, section 3.2.
 */
export async function fitPureSvd(
  { ratings }: FitData,
  options: PureSvdOptions = {},
): Promise<FittedModel<Float64Array>> {
  const { indifferentStars = 0 } = options;
  const matrix = ratingMatrix(ratings, preferenceWeights(ratings.stars, indifferentStars));
  const { rows, columns } = matrix.byUser;
  const dimensions = Math.min(options.dimensions ?? 10, rows, columns);
  const { onProgress } = options;
  const { right } = await truncatedSvd(matrix.byUser, {
    ...options,
    dimensions,
    ...(onProgress && { onProgress: (share: number) => onProgress(FACTORISING * share) }),
  });
  const ties = tieBreak(matrix);
  await checkpoint(options, 1);
  return {
    name: "PureSVD",
    foldIn({ rows, stars }) {
      const user = new Float64Array(dimensions);
      const weights = preferenceWeights(stars, indifferentStars);
      for (let at = 0; at < rows.length; at++) addScaledRow(right, rows[at]!, weights[at]!, user);
      return user;
    },
    score: (user) => productsWith(right, user, ties),
  };
}
