/**
 * A Gaussian over user embeddings: the posterior of Bayesian linear regression, with the training users as prior.
 *
 * An observation of movie j asks v_j . u to be y, with weight w (a precision); a movie not observed asks for 0, with
 * the weight w0 that grows with the number n of observations:
 *
 *     P   = lambda inv(C)    + w0(n) V'V + sum of w v_j v_j'
 *     eta = lambda inv(C) mu + sum of (w + w0(n)) y v_j
 *
 * where the second w0(n) takes back that an observed movie was among those asked for 0. The user embedding is the
 * posterior mean inv(P) eta. Every score is a sum over the observations. The sums above are exact (src/numerics/exact-sum.ts):
 * the order of observations does not matter, and taking one back gives the very sums from before, to the last bit.
 *
 * Sources: Bishop, Pattern Recognition and Machine Learning, 2006, section 3.3.1, eq. 3.50 and 3.51; Hu, Koren &
 * Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008, for what was not observed.
 */
import type { Model } from "../artifacts/model.ts";
import { once } from "../catalog/once.ts";
import {
  choleskyFactor,
  choleskyInverse,
  choleskySolve,
  forwardSolve,
  inverseDiagonal,
} from "../numerics/cholesky.ts";
import { extractorFor } from "../numerics/exact-sum.ts";
import { placementVariance } from "./placed-films.ts";
import type { Policy } from "./policy.ts";
import { scoreOf } from "./score.ts";

export interface Observation {
  readonly row: number;
  /** y: 1 is the score of a movie one likes */
  readonly target: number;
  /** w; what weighs 0 was not observed */
  readonly weight: number;
}

/** All that the posterior needs of the observations, however many they are. A value. */
export interface Observed {
  /** n */
  readonly count: number;
  /** sum of w v_j v_j', its lower triangle row by row [d (d + 1) / 2] */
  readonly precision: Float64Array;
  /** sum of w y v_j [d] */
  readonly eta: Float64Array;
  /** sum of y v_j [d] */
  readonly targets: Float64Array;
}

/** Where the user embedding lies: N(u, inv(P)). */
export interface Posterior {
  /** u [d], the mean */
  readonly embedding: Float64Array;
  /** v_j' inv(P) eta0: the part of a movie's score that no observation has a hand in */
  priorPart(row: number): number;
  /** w0(n): what each observation says besides its weight */
  readonly unrated: number;
  /** v_i' inv(P) v_j for any i: an observation of movie i has (w + w0(n)) y times as much part in the score of movie j. */
  influenceOn(row: number): (observed: number) => number;
  /** The standard deviation of a movie's score: sqrt(v_j' inv(P) v_j), and of a movie that was placed what is not known of it besides. */
  uncertainty(row: number): number;
  /** The variance of the score of a placed film that is of the film alone, over the square of its deviation: placed-films.ts */
  readonly placementVariance: number;
}

export interface GaussianPrior {
  readonly nothing: Observed;
  /** A movie is observed once: what was observed of it before is to be taken back. */
  observe(observed: Observed, added: readonly Observation[], takenBack?: readonly Observation[]): Observed;
  posterior(observed: Observed): Posterior;
}

/** lambda where neither the policy nor the model has one: the best for ml-latest-small. */
const STANDARD_PRIOR_STRENGTH = 0.1;

/** Share of the mean variance added to every variance: keeps C invertible with fewer users than dimensions. */
const RIDGE = 1e-6;

export function gaussianPrior(model: Model, policy: Policy["gaussian"]): GaussianPrior {
  const { dimensions: d, embeddings } = model;
  const { gram } = model.prior;
  const prior = informedPrior(
    model,
    policy.prior_strength ?? model.prior.strength ?? STANDARD_PRIOR_STRENGTH,
  );

  /** v_j [d] */
  const vector = (row: number) => {
    const v = new Float64Array(d);
    for (let k = 0; k < d; k++) v[k] = embeddings[row * d + k]!;
    return v;
  };

  const nothing: Observed = {
    count: 0,
    precision: new Float64Array((d * (d + 1)) / 2),
    eta: new Float64Array(d),
    targets: new Float64Array(d),
  };
  const extractors = extractorsOf(model, policy);
  /** [d x d] P, written anew for each posterior, which keeps only its factor. */
  const precision = new Float64Array(d * d);

  function observe(
    observed: Observed,
    added: readonly Observation[],
    takenBack: readonly Observation[] = [],
  ): Observed {
    const precision = observed.precision.slice();
    const eta = observed.eta.slice();
    const targets = observed.targets.slice();
    let { count } = observed;
    const [ofPrecision, ofEta, ofTargets] = [extractors.precision, extractors.eta, extractors.targets];
    const tally = ({ row, target, weight }: Observation, sign: 1 | -1) => {
      if (weight === 0) return;
      count += sign;
      const v = vector(row);
      for (let i = 0, at = 0; i < d; i++) {
        const signed = sign * v[i]!; // rounds to the same magnitude with either sign
        const scaled = weight * signed;
        for (let j = 0; j <= i; j++, at++) precision[at]! += ofPrecision + scaled * v[j]! - ofPrecision;
        eta[i]! += ofEta + target * scaled - ofEta;
        targets[i]! += ofTargets + target * signed - ofTargets;
      }
    };
    for (const observation of added) tally(observation, 1);
    for (const observation of takenBack) tally(observation, -1);
    return { count, precision, eta, targets };
  }

  function posterior(observed: Observed): Posterior {
    const unrated = unratedWeight(observed.count, policy);
    for (let i = 0, at = 0; i < d; i++) {
      for (let k = i * d; k <= i * d + i; k++, at++)
        precision[k] = observed.precision[at]! + (prior.precision[k]! + unrated * gram[k]!);
    }
    const eta = observed.eta.map((sum, k) => prior.eta[k]! + sum + unrated * observed.targets[k]!);
    const factor = choleskyFactor(precision, d);
    const embedding = choleskySolve(factor, eta);
    const ofPlacement = once(() => {
      const variances = inverseDiagonal(factor, d);
      return placementVariance(model, embedding, (k) => variances[k]!);
    });
    return {
      embedding,
      priorPart: (row) => dot(choleskySolve(factor, vector(row)), prior.eta),
      unrated,
      influenceOn(row) {
        const influence = choleskySolve(factor, vector(row));
        return (observed) => scoreOf(embeddings, observed, influence);
      },
      uncertainty(row) {
        const z = forwardSolve(factor, vector(row));
        const deviation = model.placement?.deviation[row] ?? 0;
        return Math.sqrt(dot(z, z) + (deviation === 0 ? 0 : deviation ** 2 * ofPlacement()));
      },
      get placementVariance() {
        return model.placement ? ofPlacement() : 0;
      },
    };
  }

  return { nothing, observe, posterior };
}

/**
 * What makes each of the sums exact. A movie is observed once, so by Cauchy and Schwarz no entry of sum of v_j v_j' adds up
 * to more than the largest of V'V, whatever was observed, and no entry of sum of v_j to more than its root times that of
 * the number of movies.
 */
function extractorsOf(model: Model, { verdicts }: Policy["gaussian"]) {
  const { movies } = model;
  const weight = Math.max(...Object.values(verdicts).map((verdict) => verdict.weight));
  const target = Math.max(...Object.values(verdicts).map((verdict) => Math.abs(verdict.target)));
  const largest = Math.max(...squaresOf(model));
  const length = Math.sqrt(movies.length * largest);
  return {
    precision: extractorFor(weight * largest),
    eta: extractorFor(weight * target * length),
    targets: extractorFor(target * length),
  };
}

/** [d] the diagonal of V'V of all movies: the prior's is of those that were rated. */
function squaresOf({ dimensions: d, embeddings, placement, prior: { gram } }: Model): Float64Array {
  const squares = Float64Array.from({ length: d }, (_, k) => gram[k * d + k]!);
  placement?.deviation.forEach((deviation, row) => {
    if (deviation > 0) for (let k = 0; k < d; k++) squares[k]! += embeddings[row * d + k]! ** 2;
  });
  return squares;
}

/** w0(n) = w n / (n + h): that a movie is not among four says little of it; that it is not among hundreds says more. */
const unratedWeight = (
  count: number,
  { unrated_weight: most, unrated_halfway: halfway }: Policy["gaussian"],
): number => (most * count) / (count + halfway);

/** lambda inv(C) and lambda inv(C) mu: what is known of people at large. */
function informedPrior({ dimensions: d, prior }: Model, lambda: number) {
  const covariance = prior.covariance.slice();
  let trace = 0;
  for (let k = 0; k < d; k++) trace += covariance[k * d + k]!;
  const variance = trace / d;
  if (!(variance > 0)) {
    throw new RangeError(
      `the prior's mean variance is ${variance}, expected more than 0: were all training users alike? Train on more.`,
    );
  }
  for (let k = 0; k < d; k++) covariance[k * d + k]! += RIDGE * variance;
  const factor = choleskyFactor(covariance, d);
  return {
    precision: choleskyInverse(factor, d).map((value) => lambda * value),
    eta: choleskySolve(factor, prior.mean).map((value) => lambda * value),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
