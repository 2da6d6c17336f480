/**
 * How well known what is suggested is, beside what the person likes.
 *
 * What the model expects of a film grows with the number of people who have seen it, so that the films that all have seen come first
 * for everybody. From each score is taken what the film is known for, by the more the more films a person is known to like:
 *
 *     s'_j = s_j - b l_j        b = weight n / (n + halfway)
 *
 * for who likes n films, with l_j the logarithm of how many of the people trained on are expected to know film j: one more than the share of
 * the crowd's ratings that they gave, times the film's. Of somebody who likes what few know, the scores of the famous are
 * no higher than those of others, and the others come first; of somebody who likes what all do they stay ahead. So one b brings
 * what is suggested nearer to what each person likes, and nobody is led away from what they like. It is the
 * multiplier of Lagrange by which a list expects to please the most for how well known its films are on the whole. The weight is in
 * units of scores that estimate verdicts, 1 a like: from scores of another scale nothing is taken unasked.
 *
 * A film known to fewer than must have rated what is suggested counts as known to so many: what hardly anybody has heard of is no answer
 * to what everybody has.
 *
 * Who wants them less or more obvious gets that b by which the films that then score best are so many steps less or better known,
 * as near as there are such films.
 *
 * Sources: Steck, "Calibrated Recommendations", RecSys 2018, for what is suggested to lie as what is liked, at a price in relevance;
 * Abdollahpouri, Mansoury, Burke, Mobasher & Malthouse, "User-centered Evaluation of Popularity Bias in Recommender Systems", UMAP
 * 2021, for by whom. There lists are chosen anew for the distribution that they have; here films come one by one.
 */
import type { Model } from "../artifacts/model.ts";
import { fameOf } from "../catalog/fame.ts";
import { highest } from "../numerics/highest.ts";
import { logFames } from "./crowd-columns.ts";
import { perModel } from "./per-model.ts";
import type { Policy } from "./policy.ts";

/** How far less (below 0) or more obvious films are wanted than usual. */
export const LEAST_OBVIOUS = -2;
export const MOST_OBVIOUS = 2;

/** So many steps more; no further than to either end. */
export const moreObvious = (from = 0, steps = 0): number =>
  Math.min(MOST_OBVIOUS, Math.max(LEAST_OBVIOUS, from + steps));

/** So many of the best films tell how well known what is suggested is. */
const BEST = 20;
/** Among so many of the best are those that lead under another b. */
const MAY_LEAD = 2_000;
/** The least and the largest b that are looked at for who wants them less or more obvious, and how often the way between is halved. */
const MOST_FAMOUS = -1;
const LEAST_FAMOUS = 1;
const HALVINGS = 14;

export interface Obviousness {
  /** [rows] scores of the candidates on a scale of their own, of mean 0 over the usual ones */
  readonly scores: Float64Array;
  /** How much of that scale is one of the model's score. */
  readonly perScore: number;
  readonly rows: Int32Array;
  /** The rows that set what is usual. */
  readonly usual: Int32Array;
  /** How many films the person is known to like. */
  readonly likes: number;
  /** From LEAST_OBVIOUS to MOST_OBVIOUS, 0 as usual. */
  readonly dial: number;
}

/** Takes from the scores, in place, what the films are known for; their mean over the usual ones stays. */
export function takeOffFame(
  model: Model,
  { ranking: { obviousness: policy }, candidates }: Policy,
  { scores, perScore, rows, usual, likes, dial }: Obviousness,
): void {
  const fewest = Math.log1p(candidates.min_ratings);
  const known = knownToTrained(model);
  const knownAs = (row: number) => Math.max(fewest, known[row]!);
  const usually = likes === 0 ? 0 : (policy.weight * likes) / (likes + policy.halfway);
  const b = dial === 0 ? usually : weightBy(policy.step * dial, usually, fameUnder());
  if (b === 0) return;
  const middle = meanOver(usual, knownAs);
  for (let at = 0; at < rows.length; at++) scores[at]! -= perScore * b * (knownAs(rows[at]!) - middle);

  /** Mean of log(1 + fame) over the films that lead under a b. */
  function fameUnder(): (b: number) => number {
    const fames = logFames(model);
    const best = highest(scores, MAY_LEAD, () => true);
    return (b) => {
      const under = Float64Array.from(best, (at) => scores[at]! - perScore * b * knownAs(rows[at]!));
      const leading = highest(under, BEST, () => true).map((nth) => rows[best[nth]!]!);
      return meanOver(leading, (row) => fames[row]!);
    };
  }
}

/** [n] l_j, as it was when the model was trained: what people answer since then moves it by next to nothing. */
const knownToTrained = perModel(({ movies, trainedOn }: Model) => {
  let [own, crowd] = [0, 0];
  for (const [row, movie] of movies.entries()) {
    if (trainedOn[row] === 0) continue;
    own += trainedOn[row]!;
    crowd += fameOf(movie);
  }
  const share = crowd === 0 ? 1 : own / crowd;
  return Float64Array.from(movies, (movie) => Math.log1p(share * fameOf(movie)));
});

/** The b by which the fame of what leads is so much more than by the usual one, or the nearest to it. */
function weightBy(more: number, usually: number, fameBy: (b: number) => number): number {
  const wanted = fameBy(usually) + more;
  let [famous, obscure] = more > 0 ? [MOST_FAMOUS, usually] : [usually, LEAST_FAMOUS];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (famous + obscure) / 2;
    if (fameBy(middle) > wanted) famous = middle;
    else obscure = middle;
  }
  return more > 0 ? obscure : famous;
}

function meanOver(rows: ArrayLike<number>, of: (row: number) => number): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) sum += of(rows[at]!);
  return rows.length === 0 ? 0 : sum / rows.length;
}
