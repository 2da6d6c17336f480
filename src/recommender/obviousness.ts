/**
 * How well known what is suggested is, beside what the person likes.
 *
 * What the model expects of a film grows with the number of people who have seen it, so that the films that all have seen come first
 * for everybody. Each score is divided by a power of the film's fame:
 *
 *     s'_j = (s_j + 1) exp(-b (l_j - l)) - 1        b = common + own e n / (n + halfway)
 *
 * with l_j = log(1 + fame of film j), l its mean over the films that score best, and e by how much that is more than the mean over the
 * n films that the person likes, 0 where it is less. A film less known than the usual one counts for as much better known: what hardly
 * anybody has heard of is no answer to what everybody has. Scores are
 * standard deviations above the mean, so that s_j = -1 is of a film that nobody hopes for, and stays where it is.
 *
 * Who wants them less or more obvious gets that power by which the mean of l_j over the films that then score best is so many steps
 * lower or higher, as near as there are such films.
 *
 * Sources: Steck, "Calibrated Recommendations", RecSys 2018, for what is suggested to lie as what is liked; Abdollahpouri, Mansoury,
 * Burke, Mobasher & Malthouse, "User-centered Evaluation of Popularity Bias in Recommender Systems", UMAP 2021, for by whom. There
 * lists are chosen anew for the distribution that they have; here each film is worth less for being known, as films come one by one.
 */
import type { Model } from "../artifacts/model.ts";
import { highest } from "../numerics/highest.ts";
import { logFames } from "./crowd-columns.ts";
import type { Policy } from "./policy.ts";

/** How far less (below 0) or more obvious films are wanted than usual. */
export const LEAST_OBVIOUS = -2;
export const MOST_OBVIOUS = 2;

/** So many steps more; no further than to either end. */
export const moreObvious = (from = 0, steps = 0): number =>
  Math.min(MOST_OBVIOUS, Math.max(LEAST_OBVIOUS, from + steps));

/** So many of the best films are compared with what the person likes. */
const BEST = 20;
/** Among so many of the best are those that lead under another power. */
const MAY_LEAD = 2_000;
/** Powers that are looked at for who wants them less or more obvious, and how often the way between is halved. */
const LARGEST_POWER = 4;
const SMALLEST_POWER = -1;
const HALVINGS = 12;

export interface Obviousness {
  /** [rows] scores of the candidates, in standard deviations above their mean */
  readonly scores: Float64Array;
  readonly rows: Int32Array;
  /** The rows that set what is usual. */
  readonly usual: Int32Array;
  /** Rows that the person likes. */
  readonly liked: readonly number[];
  /** From LEAST_OBVIOUS to MOST_OBVIOUS, 0 as usual. */
  readonly dial: number;
}

/** Divides the scores by fame, in place. */
export function divideByFame(
  model: Model,
  { obviousness: policy }: Policy["ranking"],
  { scores, rows, usual, liked, dial }: Obviousness,
): void {
  const fames = logFames(model);
  const best = highest(scores, dial === 0 ? BEST : MAY_LEAD, () => true);
  const of = best.map((at) => rows[at]!);
  const ofBest = meanAt(fames, of.slice(0, BEST));
  const excess = liked.length === 0 ? 0 : Math.max(0, ofBest - meanAt(fames, liked));
  const usually = policy.common + (policy.own * excess * liked.length) / (liked.length + policy.halfway);
  const middle = meanAt(fames, usual);
  /** Above 0, a film less known than the usual one counts for as much better known. */
  const knownAs = (fame: number, power: number) => (power > 0 ? middle + Math.abs(fame - middle) : fame);
  const divided = (score: number, row: number, power: number): number =>
    score <= -1 ? score : (score + 1) * Math.exp(-power * (knownAs(fames[row]!, power) - ofBest)) - 1;
  const power = dial === 0 ? usually : powerBy(policy.step * dial, usually, fameOfLeading);
  if (power === 0) return;
  for (let at = 0; at < rows.length; at++) scores[at] = divided(scores[at]!, rows[at]!, power);

  /** Mean of l_j over the films that lead under a power. */
  function fameOfLeading(power: number): number {
    const under = Float64Array.from(best, (at, nth) => divided(scores[at]!, of[nth]!, power));
    return meanAt(
      fames,
      highest(under, BEST, () => true).map((nth) => of[nth]!),
    );
  }
}

/** The power by which the fame of what leads is so much more than by the usual one, or the nearest to it. */
function powerBy(more: number, usually: number, fameBy: (power: number) => number): number {
  const wanted = fameBy(usually) + more;
  let [famous, obscure] = more > 0 ? [SMALLEST_POWER, usually] : [usually, LARGEST_POWER];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (famous + obscure) / 2;
    if (fameBy(middle) > wanted) famous = middle;
    else obscure = middle;
  }
  return more > 0 ? obscure : famous;
}

function meanAt(values: Float64Array, rows: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) sum += values[rows[at]!]!;
  return rows.length === 0 ? 0 : sum / rows.length;
}
