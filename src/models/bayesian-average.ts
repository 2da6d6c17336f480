import { checkpoint } from "../numerics/work.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel } from "./fitted-model.ts";
import { ratingMatrix } from "./rating-matrix.ts";

export interface BayesianAverageOptions extends FitOptions {
  /** C, imagined ratings of the overall mean that each movie starts from. Default: as many as a movie has on average. */
  readonly imagined?: number;
}

/**
 * score_i = (C mean + sum of i's stars) / (C + number of i's ratings): the stars of movie i, drawn towards the
 * overall mean as long as few have rated it. The same for everybody.
 *
 * Source: the posterior mean under a normal prior (Gelman et al., Bayesian Data Analysis, 3rd ed., section
 * 2.5); as a ranking of movies best known from IMDb's Top 250.
 */
export async function fitBayesianAverage(
  { ratings }: FitData,
  options: BayesianAverageOptions = {},
): Promise<FittedModel<null>> {
  const { byMovie } = ratingMatrix(ratings);
  const { rows, starts, values } = byMovie;
  const imagined = options.imagined ?? values.length / rows;
  const mean = values.reduce((sum, stars) => sum + stars, 0) / values.length;
  const averages = Float64Array.from({ length: rows }, (_, row) => {
    const own = values.subarray(starts[row]!, starts[row + 1]!);
    return own.reduce((sum, stars) => sum + stars, imagined * mean) / (imagined + own.length);
  });
  await checkpoint(options, 1);
  return {
    name: "Bayesian average",
    foldIn: () => null,
    score: () => averages.slice(),
    rate: (_, row) => averages[row]!,
  };
}
