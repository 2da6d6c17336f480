/**
 * The taste as a Gaussian over user embeddings: the posterior of Bayesian linear regression, with the
 * training users as prior.
 *
 * A verdict on movie j observes v_j . u with target y and weight w (a precision), so P += w v_j v_j' and
 * eta += w y v_j; the user embedding is the posterior mean inv(P) eta. The order of evidence does not
 * matter, and every score is a sum over the evidence.
 *
 * Source: Bishop, Pattern Recognition and Machine Learning, 2006, section 3.3.1, eq. 3.50 and 3.51. The prior
 * adds w0 V'V: what nobody rated is weakly 0, as in Hu, Koren & Volinsky 2008.
 */
import { inverse, Matrix } from "ml-matrix";
import type { Model } from "../artifacts/model.ts";
import { choleskyFactor, choleskySolve, forwardSolve } from "../cholesky.ts";
import type { Policy } from "./policy.ts";
import type { Evidence, Taste, UserModel } from "./user-model.ts";

/** Where the user embedding lies: N(inv(P) eta, inv(P)). */
interface Posterior {
  /** P [d x d] */
  readonly precision: Float64Array;
  /** eta [d] */
  readonly eta: Float64Array;
  /** L [d x d] with P = L L' */
  readonly factor: Float64Array;
}

/** The posterior is computed when first needed: ranking needs the embedding alone. */
interface GaussianTaste extends Taste {
  readonly posterior: () => Posterior;
}

/** Share of the mean variance added to every variance: keeps C invertible with fewer users than dimensions. */
const RIDGE = 1e-6;

export function gaussianUserModel(model: Model, policy: Policy["gaussian"]): UserModel {
  const { dimensions: d, embeddings } = model;
  const prior = priorOf(model, policy);

  /** v_j [d] */
  const vector = (row: number) => {
    const v = new Float64Array(d);
    for (let k = 0; k < d; k++) v[k] = embeddings[row * d + k]!;
    return v;
  };
  /** x . v_j */
  const along = (x: Float64Array, row: number) => {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += x[k]! * embeddings[row * d + k]!;
    return sum;
  };

  function update(precision: Float64Array, eta: Float64Array, { row, verdict }: Evidence): void {
    const { target, weight } = policy.verdicts[verdict];
    if (weight === 0) return;
    const v = vector(row);
    for (let i = 0; i < d; i++) {
      const scaled = weight * v[i]!;
      for (let j = 0; j < d; j++) precision[i * d + j]! += scaled * v[j]!;
      eta[i]! += target * scaled;
    }
  }

  function posteriorAfter(from: Omit<Posterior, "factor">, evidence: readonly Evidence[]): Posterior {
    const precision = Float64Array.from(from.precision);
    const eta = Float64Array.from(from.eta);
    for (const observed of evidence) update(precision, eta, observed);
    return { precision, eta, factor: choleskyFactor(precision, d) };
  }

  function tasteOf(evidence: readonly Evidence[], posterior: Posterior): GaussianTaste {
    return {
      evidence,
      embedding: choleskySolve(posterior.factor, posterior.eta),
      posterior: () => posterior,
    };
  }

  return {
    observe(taste, observed) {
      const posterior = posteriorAfter((taste as GaussianTaste).posterior(), [observed]);
      return tasteOf([...taste.evidence, observed], posterior);
    },
    fold: (evidence) => tasteOf(evidence, posteriorAfter(prior, evidence)),
    resume(evidence, embedding) {
      let posterior: Posterior | undefined;
      const folded = () => {
        posterior ??= posteriorAfter(prior, evidence);
        return posterior;
      };
      const resumed: GaussianTaste = { evidence, embedding, posterior: folded };
      return resumed;
    },
    contributions(taste, row) {
      const { factor } = (taste as GaussianTaste).posterior();
      const influence = choleskySolve(factor, vector(row)); // inv(P) v_j
      return Float64Array.from(taste.evidence, ({ row: observed, verdict }) => {
        const { target, weight } = policy.verdicts[verdict];
        return target === 0 ? 0 : weight * target * along(influence, observed);
      });
    },
    priorPart: (taste, row) =>
      dot(choleskySolve((taste as GaussianTaste).posterior().factor, vector(row)), prior.eta),
    uncertainty(taste, row) {
      const z = forwardSolve((taste as GaussianTaste).posterior().factor, vector(row));
      return Math.sqrt(dot(z, z));
    },
  };
}

/** P0 = lambda inv(C) + w0 V'V and eta0 = lambda inv(C) mu: the taste of somebody who has said nothing. */
function priorOf(
  { dimensions: d, prior }: Model,
  { prior_strength: lambda, unrated_weight: w0 }: Policy["gaussian"],
) {
  const covariance = Matrix.from1DArray(d, d, prior.covariance);
  const variance = covariance.trace() / d;
  if (!(variance > 0)) {
    throw new RangeError(
      `the prior's mean variance is ${variance}, expected more than 0: were all training users alike? Train on more.`,
    );
  }
  const inverted = inverse(covariance.add(Matrix.eye(d, d).mul(RIDGE * variance)));
  const informed = inverted.mul(lambda);
  const eta = Float64Array.from(informed.mmul(Matrix.columnVector(prior.mean)).to1DArray());
  const precision = Float64Array.from(informed.to1DArray(), (value, at) => value + w0 * prior.gram[at]!);
  return { precision, eta };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
