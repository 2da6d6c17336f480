import { preferenceWeights } from "../dataset/prepare/transform.ts";
import type { Csr } from "../numerics/csr.ts";
import { checkpoint } from "../numerics/work.ts";
import { type Baseline, baselineOf, baselineStars, type StarGiver, withinScale } from "./baseline.ts";
import { bestRows } from "./best-rows.ts";
import { comparisonWith } from "./cosine.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel } from "./fitted-model.ts";
import { tieBreak } from "./popularity.ts";
import { type RatingMatrix, ratingMatrix } from "./rating-matrix.ts";
import { residualsOf, residualsOver } from "./residuals.ts";

/** Defaults: the best of some on sessions with people of ML-100K. */
export interface UserUserOptions extends FitOptions {
  /** k, of the most similar users. Default 50. */
  readonly neighbours?: number;
  /** At how many stars a rating says nothing: preferenceWeights. Default 2. */
  readonly indifferentStars?: number;
  /** Movies in common at which a similarity counts half. Default 50. */
  readonly shrinkage?: number;
}

/** [users] similarities of a person to everybody the model was fitted to. */
export interface Neighbourhood {
  /** by what they watched and liked: for scores */
  readonly byPreference: Float64Array;
  /** by where they agree above or below the baseline: for stars */
  readonly byResidual: Float64Array;
  readonly person: StarGiver;
}

/**
 * Nearest neighbours among users, by shrunk cosine.
 *
 *   score_i = sum over the k most similar v of s_uv w_vi, where w is the preference weight of v's rating
 *   rate_i  = b_ui + (sum of s_uv (r_vi - b_vi)) / (sum of s_uv), over the k most similar v who rated i
 *
 * Sources: Resnick et al., CSCW 1994, for the ratings, about a baseline b as in Koren, ACM TKDD 4(1), 2010: src/models/baseline.ts;
 * Cremonesi, Koren & Turrin, RecSys 2010, for a ranking without the denominator.
 */
export async function fitUserUser(
  { ratings }: FitData,
  options: UserUserOptions = {},
): Promise<FittedModel<Neighbourhood>> {
  const { neighbours = 50, shrinkage = 50, indifferentStars } = options;
  const stars = ratingMatrix(ratings);
  const baseline = baselineOf(stars);
  const weights = ratingMatrix(ratings, preferenceWeights(ratings.stars, indifferentStars));
  const residuals = residualsOver(stars, baseline);
  const likeMinded = comparisonWith(weights.byMovie, weights.byUser, shrinkage);
  const agreeing = comparisonWith(residuals.byMovie, residuals.byUser, shrinkage);
  const ties = tieBreak(stars);
  await checkpoint(options, 1);
  return {
    name: "user-user",
    foldIn(history) {
      const weighted = { indices: history.rows, values: preferenceWeights(history.stars, indifferentStars) };
      const { person, values } = residualsOf(history, baseline);
      return {
        byPreference: likeMinded(weighted).slice(),
        byResidual: agreeing({ indices: history.rows, values }).slice(),
        person,
      };
    },
    score({ byPreference }) {
      const scores = ties.slice();
      for (const user of bestRows(byPreference, neighbours))
        addRow(weights.byUser, user, byPreference[user]!, scores);
      return scores;
    },
    rate: (person, row) => ratedBy(person, row, neighbours, residuals, baseline),
  };
}

function addRow({ starts, indices, values }: Csr, row: number, factor: number, sums: Float64Array): void {
  for (let entry = starts[row]!; entry < starts[row + 1]!; entry++)
    sums[indices[entry]!]! += factor * values[entry]!;
}

function ratedBy(
  { byResidual, person }: Neighbourhood,
  row: number,
  neighbours: number,
  { byMovie: { starts, indices, values } }: RatingMatrix,
  baseline: Baseline,
): number {
  const first = starts[row]!;
  const raters = indices.subarray(first, starts[row + 1]!);
  const similarities = Float64Array.from(raters, (user) => byResidual[user]!);
  let [sum, total] = [0, 0];
  for (const at of bestRows(similarities, neighbours, (at) => similarities[at]! > 0)) {
    sum += similarities[at]! * values[first + at]!;
    total += similarities[at]!;
  }
  return withinScale(baseline, baselineStars(baseline, person, row) + (total > 0 ? sum / total : 0));
}
