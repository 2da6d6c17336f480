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
 * posterior mean inv(P) eta. The order of observations does not matter, and every score is a sum over them.
 *
 * Sources: Bishop, Pattern Recognition and Machine Learning, 2006, section 3.3.1, eq. 3.50 and 3.51; Hu, Koren &
 * Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008, for what was not observed.
 */
import { inverse, Matrix } from "ml-matrix";
import type { Model } from "../artifacts/model.ts";
import { choleskyFactor, choleskySolve, forwardSolve } from "../cholesky.ts";
import type { Policy } from "./policy.ts";

export interface Observation {
  readonly row: number;
  /** y: 1 is the score of a movie one likes */
  readonly target: number;
  /** w; what weighs 0 was not observed */
  readonly weight: number;
}

/** All that the posterior needs of the observations. A value. */
export interface Observed {
  /** n */
  readonly count: number;
  /** sum of w v_j v_j' [d x d] */
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
  /** (w + w0(n)) y v_j' inv(P) v_i: the part of a movie's score, j, that is due to each observation */
  contributions(row: number, observations: readonly Observation[]): Float64Array;
  /** sqrt(v_j' inv(P) v_j): the standard deviation of a movie's score */
  uncertainty(row: number): number;
}

export interface GaussianPrior {
  readonly nothing: Observed;
  observe(observed: Observed, observations: readonly Observation[]): Observed;
  posterior(observed: Observed): Posterior;
}

/** Share of the mean variance added to every variance: keeps C invertible with fewer users than dimensions. */
const RIDGE = 1e-6;

export function gaussianPrior(model: Model, policy: Policy["gaussian"]): GaussianPrior {
  const { dimensions: d, embeddings } = model;
  const { gram } = model.prior;
  const prior = informedPrior(model, policy.prior_strength);

  /** v_j [d] */
  const vector = (row: number) => {
    const v = new Float64Array(d);
    for (let k = 0; k < d; k++) v[k] = embeddings[row * d + k]!;
    return v;
  };

  /** v_j . x */
  const dotWith = (row: number, x: Float64Array) => {
    let sum = 0;
    for (let k = 0, at = row * d; k < d; k++, at++) sum += x[k]! * embeddings[at]!;
    return sum;
  };

  const nothing: Observed = {
    count: 0,
    precision: new Float64Array(d * d),
    eta: new Float64Array(d),
    targets: new Float64Array(d),
  };

  function observe(observed: Observed, observations: readonly Observation[]): Observed {
    const precision = observed.precision.slice();
    const eta = observed.eta.slice();
    const targets = observed.targets.slice();
    let { count } = observed;
    for (const { row, target, weight } of observations) {
      if (weight === 0) continue;
      count++;
      const v = vector(row);
      for (let i = 0; i < d; i++) {
        const scaled = weight * v[i]!;
        for (let j = 0; j < d; j++) precision[i * d + j]! += scaled * v[j]!;
        eta[i]! += target * scaled;
        targets[i]! += target * v[i]!;
      }
    }
    return { count, precision, eta, targets };
  }

  function posterior(observed: Observed): Posterior {
    const unrated = unratedWeight(observed.count, policy);
    const precision = observed.precision.slice();
    for (let at = 0; at < d * d; at++) precision[at]! += prior.precision[at]! + unrated * gram[at]!;
    const eta = observed.eta.map((sum, k) => prior.eta[k]! + sum + unrated * observed.targets[k]!);
    const factor = choleskyFactor(precision, d);
    return {
      embedding: choleskySolve(factor, eta),
      priorPart: (row) => dot(choleskySolve(factor, vector(row)), prior.eta),
      contributions(row, observations) {
        const influence = choleskySolve(factor, vector(row)); // inv(P) v_j
        return Float64Array.from(observations, ({ row: other, target, weight }) =>
          target === 0 || weight === 0 ? 0 : (weight + unrated) * target * dotWith(other, influence),
        );
      },
      uncertainty(row) {
        const z = forwardSolve(factor, vector(row));
        return Math.sqrt(dot(z, z));
      },
    };
  }

  return { nothing, observe, posterior };
}

/** w0(n) = w n / (n + h): that a movie is not among four says little of it; that it is not among hundreds says more. */
const unratedWeight = (
  count: number,
  { unrated_weight: most, unrated_halfway: halfway }: Policy["gaussian"],
): number => (most * count) / (count + halfway);

/** lambda inv(C) and lambda inv(C) mu: what is known of people at large. */
function informedPrior({ dimensions: d, prior }: Model, lambda: number) {
  const covariance = Matrix.from1DArray(d, d, prior.covariance);
  const variance = covariance.trace() / d;
  if (!(variance > 0)) {
    throw new RangeError(
      `the prior's mean variance is ${variance}, expected more than 0: were all training users alike? Train on more.`,
    );
  }
  const inverted = inverse(covariance.add(Matrix.eye(d, d).mul(RIDGE * variance)));
  const informed = inverted.mul(lambda);
  return {
    precision: Float64Array.from(informed.to1DArray()),
    eta: Float64Array.from(informed.mmul(Matrix.columnVector(prior.mean)).to1DArray()),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
