import { NO_TIMESTAMP, type Ratings } from "../dataset/dataset.ts";
import { groupRows } from "../dataset/group-rows.ts";
import { type FilterOptions, filterDataset } from "../dataset/prepare/filter.ts";
import { selectRows } from "../dataset/prepare/rows.ts";
import { splitByTime } from "../dataset/prepare/split.ts";
import { popularityWeights, transformRatings } from "../dataset/prepare/transform.ts";
import { type TruncatedSvd, truncatedSvd } from "../numerics/truncated-svd.ts";
import { checkpoint } from "../numerics/work.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel } from "./fitted-model.ts";
import { addScaledRow, productsWith } from "./item-vectors.ts";
import { tieBreak } from "./popularity.ts";
import { ratingMatrix } from "./rating-matrix.ts";

export interface ClassicSvdOptions
  extends FitOptions,
    Pick<FilterOptions, "minRatingsPerUser" | "minRatingsPerMovie"> {
  /** Default 50. */
  readonly dimensions?: number;
  /** Default 365. */
  readonly halfLifeDays?: number;
}

export interface ClassicSvd extends FittedModel<Float64Array> {
  /** Of the transformed validation ratings of users and movies in training: what this recipe is usually tuned by. */
  readonly validationRmse: number;
}

/** The share of all work that is the factorisation. */
const FACTORISING = 0.99;
/** Imagined ratings of the overall mean in a newcomer's: without any, a person who gives five stars only says nothing. */
const IMAGINED = 5;
const SECONDS_PER_DAY = 86_400;

/**
 * The classic recipe. Keeps users with 20 ratings and movies with 50, with half as many where that leaves none; trains
 * on the oldest 70 % of each user's ratings, validates on the next 15 %; transforms them to
 *
 *   a_ui = (r_ui - mean_u) * count_i^-1/2 * 2^(-age / half-life)
 *
 * and factorises A ~ U S V' in 50 dimensions. A person's scores are V V'a; movies that were not kept come last.
 *
 * Source: Sarwar, Karypis, Konstan & Riedl, "Application of Dimensionality Reduction in Recommender System",
 * WebKDD 2000 (centring by user; users folded in by projection); the weights as tutorials have them.
 */
export async function fitClassicSvd(
  { ratings }: FitData,
  options: ClassicSvdOptions = {},
): Promise<ClassicSvd> {
  const { halfLifeDays = 365 } = options;
  const ties = tieBreak(ratingMatrix(ratings));
  const kept = keptRatings(inOneOrder(ratings), options);
  const { train, validation } = splitByTime(kept);
  const { values, userMeans } = transformRatings(train, {
    centre: true,
    popularityExponent: 0.5,
    halfLifeDays,
  });
  const matrix = ratingMatrix(train, values).byUser;
  const svd = await truncatedSvd(matrix, {
    ...options,
    dimensions: Math.min(options.dimensions ?? 50, matrix.rows, matrix.columns),
    onProgress: (share) => options.onProgress?.(FACTORISING * share),
  });

  const weights = popularityWeights(train);
  const latest = train.atSeconds.reduce((a, b) => Math.max(a, b), 0);
  const decay = (atSeconds: number) => {
    const known = atSeconds === NO_TIMESTAMP ? latest : Math.min(latest, atSeconds);
    return 2 ** ((known - latest) / (halfLifeDays * SECONDS_PER_DAY));
  };
  const transformed = (stars: number, mean: number, movie: number, atSeconds: number) =>
    (stars - mean) * weights[movie]! * decay(atSeconds);
  const validationRmse = rmseOf(svd, validation, (row) =>
    transformed(
      validation.stars[row]!,
      userMeans![validation.users[row]!]!,
      validation.movies[row]!,
      validation.atSeconds[row]!,
    ),
  );

  const rowOf = new Map(ratings.movieIds.map((id, row) => [id, row]));
  const rows = kept.movieIds.map((id) => rowOf.get(id)!);
  const placeOf = new Map(rows.map((row, place) => [row, place]));
  const overallMean = train.stars.reduce((sum, stars) => sum + stars, 0) / train.stars.length;
  const none = new Float64Array(rows.length);
  await checkpoint(options, 1);
  return {
    name: "classic SVD",
    validationRmse,
    foldIn(history) {
      const mean =
        history.stars.reduce((sum, stars) => sum + stars, IMAGINED * overallMean) /
        (IMAGINED + history.stars.length);
      const user = new Float64Array(svd.dimensions);
      for (const [at, row] of history.rows.entries()) {
        const place = placeOf.get(row);
        if (place === undefined) continue;
        const value = transformed(history.stars[at]!, mean, place, history.atSeconds?.[at] ?? NO_TIMESTAMP);
        addScaledRow(svd.right, place, value, user);
      }
      return user;
    },
    score(user) {
      const own = productsWith(svd.right, user, none);
      const last = own.reduce((a, b) => Math.min(a, b), 0) - 1;
      const scores = ties.map((tie) => last + tie);
      for (const [place, row] of rows.entries()) scores[row] = own[place]! + ties[row]!;
      return scores;
    },
  };
}

/** By user and movie: ratings of one second are split by their order. */
function inOneOrder(ratings: Ratings): Ratings {
  const byMovie = selectRows(ratings, groupRows(ratings.movies, ratings.movieIds.length).rows);
  return selectRows(byMovie, groupRows(byMovie.users, ratings.userIds.length).rows);
}

function keptRatings(ratings: Ratings, options: ClassicSvdOptions): Ratings {
  const { minRatingsPerUser = 20, minRatingsPerMovie = 50 } = options;
  const movies = ratings.movieIds.map((id) => ({ id, title: id, alternativeTitles: [], genres: [] }));
  const requireTimestamps = ratings.atSeconds.some((at) => at !== NO_TIMESTAMP);
  const { dataset } = filterDataset(
    { name: "", ratings, movies },
    { minRatingsPerUser, minRatingsPerMovie, requireTimestamps },
  );
  if (dataset.ratings.stars.length > 0) return dataset.ratings;
  return keptRatings(ratings, {
    minRatingsPerUser: Math.ceil(minRatingsPerUser / 2),
    minRatingsPerMovie: Math.ceil(minRatingsPerMovie / 2),
  });
}

/** Root of the mean squared difference between U S V' and what was to be predicted. */
function rmseOf(
  { dimensions: d, left, singularValues, right }: TruncatedSvd,
  { users, movies }: Ratings,
  expected: (row: number) => number,
): number {
  let sum = 0;
  for (let row = 0; row < users.length; row++) {
    let predicted = 0;
    for (let k = 0; k < d; k++)
      predicted += left[users[row]! * d + k]! * singularValues[k]! * right[movies[row]! * d + k]!;
    sum += (predicted - expected(row)) ** 2;
  }
  return Math.sqrt(sum / users.length);
}
