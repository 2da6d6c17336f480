import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { gramOf } from "../../src/numerics/gram.ts";

/**
 * The largest angle between two subspaces, in radians: the sine of it is the 2-norm of (I - V V') W.
 *
 * @param v, w [n x d] orthonormal columns
 * Source: Björck & Golub, "Numerical Methods for Computing Angles Between Linear Subspaces", Math. Comp. 27(123), 1973.
 */
export function largestPrincipalAngle(v: ArrayLike<number>, w: ArrayLike<number>, d: number): number {
  const cross = new Float64Array(d * d);
  for (let at = 0; at < v.length; at += d)
    for (let i = 0; i < d; i++) for (let k = 0; k < d; k++) cross[i * d + k]! += v[at + i]! * w[at + k]!;
  const rest = Float64Array.from(w);
  for (let at = 0; at < v.length; at += d)
    for (let i = 0; i < d; i++) for (let k = 0; k < d; k++) rest[at + k]! -= v[at + i]! * cross[i * d + k]!;
  const { realEigenvalues } = new EigenvalueDecomposition(Matrix.from1DArray(d, d, gramOf(rest, d)), {
    assumeSymmetric: true,
  });
  return Math.asin(Math.min(1, Math.sqrt(Math.max(0, ...realEigenvalues))));
}
