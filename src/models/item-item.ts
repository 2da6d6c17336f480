import { preferenceWeights } from "../dataset/prepare/transform.ts";
import { checkpoint } from "../numerics/work.ts";
import { type Baseline, baselineOf, baselineStars, type StarGiver, withinScale } from "./baseline.ts";
import { comparisonWith, rowOf } from "./cosine.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel, History } from "./fitted-model.ts";
import { largestOf } from "./largest.ts";
import { tieBreak } from "./popularity.ts";
import { type RatingMatrix, ratingMatrix } from "./rating-matrix.ts";
import { residualsOf, residualsOver } from "./residuals.ts";

/** Defaults: the best of some on sessions with people of ML-100K. */
export interface ItemItemOptions extends FitOptions {
  /** Most similar movies kept of each movie. Default 300. */
  readonly neighbours?: number;
  /** At how many stars a rating says nothing: preferenceWeights. Default 2. */
  readonly indifferentStars?: number;
  /** Of those, the most that a prediction of stars rests on. Default 40. */
  readonly ratedNeighbours?: number;
  /** People in common at which a similarity counts half. Default 10. */
  readonly shrinkage?: number;
}

/** The movies most similar to each movie, k per movie, the most similar first; padded with similarity 0. */
interface Neighbours {
  readonly perMovie: number;
  /** [n x k] */
  readonly rows: Int32Array;
  /** [n x k] */
  readonly similarities: Float32Array;
}

export interface Rated {
  readonly rows: Int32Array;
  /** As long as `rows`: preference weights of the stars. */
  readonly weights: Float32Array;
  /** Stars above the baseline by movie. */
  readonly residuals: ReadonlyMap<number, number>;
  readonly person: StarGiver;
}

/**
 * Nearest neighbours among movies, by shrunk cosine of who rated them.
 *
 *   score_i = sum over rated j with i among the k most similar to j of s_ji w_j, w the preference weight
 *   rate_i  = b_ui + (sum of s_ij (r_uj - b_uj)) / (sum of s_ij), over rated j among the most similar to i
 *
 * Sources: Deshpande & Karypis, ACM TOIS 22(1), 2004, for the ranking; Sarwar, Karypis, Konstan & Riedl, WWW
 * 2001, for the ratings, about a baseline b as in Koren, ACM TKDD 4(1), 2010: src/models/baseline.ts.
 */
export async function fitItemItem(
  { ratings }: FitData,
  options: ItemItemOptions = {},
): Promise<FittedModel<Rated>> {
  const { neighbours = 300, ratedNeighbours = 40, shrinkage = 10, indifferentStars } = options;
  const stars = ratingMatrix(ratings);
  const baseline = baselineOf(stars);
  const weights = ratingMatrix(ratings, preferenceWeights(ratings.stars, indifferentStars));
  const alike = await neighboursIn(weights, neighbours, shrinkage, options, 0);
  const agreed = await neighboursIn(residualsOver(stars, baseline), neighbours, shrinkage, options, 0.5);
  const ties = tieBreak(stars);
  await checkpoint(options, 1);
  return {
    name: "item-item",
    foldIn(history: History) {
      const { person, values } = residualsOf(history, baseline);
      return {
        rows: history.rows.slice(),
        weights: preferenceWeights(history.stars, indifferentStars),
        residuals: new Map(Array.from(history.rows, (row, at) => [row, values[at]!])),
        person,
      };
    },
    score({ rows, weights }) {
      const scores = ties.slice();
      for (let at = 0; at < rows.length; at++) {
        const first = rows[at]! * alike.perMovie;
        for (let place = first; place < first + alike.perMovie; place++)
          scores[alike.rows[place]!]! += weights[at]! * alike.similarities[place]!;
      }
      return scores;
    },
    rate: (person, row) => rated(person, row, ratedNeighbours, agreed, baseline),
  };
}

/** Movies compared between two reports of progress. */
const CHUNK = 256;

async function neighboursIn(
  { byUser, byMovie }: RatingMatrix,
  wanted: number,
  shrinkage: number,
  options: FitOptions,
  doneBefore: number,
): Promise<Neighbours> {
  const count = byMovie.rows;
  const perMovie = Math.min(wanted, count);
  const rows = new Int32Array(count * perMovie);
  const similarities = new Float32Array(count * perMovie);
  const compare = comparisonWith(byUser, byMovie, shrinkage);
  const nearest = largestOf(count, perMovie);
  for (let row = 0; row < count; row++) {
    if (row % CHUNK === 0) await checkpoint(options, doneBefore + row / count / 2);
    const all = compare(rowOf(byMovie, row));
    const similar = nearest(all, row);
    rows.set(similar, row * perMovie);
    for (let place = 0; place < similar.length; place++)
      similarities[row * perMovie + place] = all[similar[place]!]!;
  }
  return { perMovie, rows, similarities };
}

function rated(
  { residuals, person }: Rated,
  row: number,
  most: number,
  { perMovie, rows, similarities }: Neighbours,
  baseline: Baseline,
): number {
  let [sum, total, found] = [0, 0, 0];
  const last = (row + 1) * perMovie;
  for (let place = row * perMovie; place < last && found < most && similarities[place]! > 0; place++) {
    const residual = residuals.get(rows[place]!);
    if (residual === undefined) continue;
    sum += similarities[place]! * residual;
    total += similarities[place]!;
    found++;
  }
  return withinScale(baseline, baselineStars(baseline, person, row) + (total > 0 ? sum / total : 0));
}
