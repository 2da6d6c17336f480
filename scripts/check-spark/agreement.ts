import type { Learned } from "../train/learned.ts";
import { largestPrincipalAngle } from "./principal-angle.ts";

/** In radians. */
export const LARGEST_ANGLE = 1e-3;
/** Of what is largest in the prior. */
const LARGEST_SHARE = 1e-3;

export interface Agreement {
  /** Between the subspaces of the item embeddings, in radians. */
  readonly angle: number;
  /** The largest difference in mean and covariance, as a share of the largest of their values. */
  readonly prior: number;
  /** Whether the movies come in the same order, with the same ratings, and as many people. */
  readonly sameData: boolean;
}

/** How far one engine's result is from another's, of the same ratings. */
export function agreementOf(one: Learned, other: Learned): Agreement {
  const { dimensions, embeddings, prior } = one.taste;
  const isSame = other.taste.dimensions === dimensions && sameData(one, other);
  if (!isSame) return { angle: Math.PI / 2, prior: 1, sameData: false };
  return {
    angle: largestPrincipalAngle(embeddings, other.taste.embeddings, dimensions),
    prior: Math.max(
      shareOff(prior.mean, other.taste.prior.mean),
      shareOff(prior.covariance, other.taste.prior.covariance),
    ),
    sameData: true,
  };
}

function sameData(one: Learned, other: Learned): boolean {
  const toldOf = ({ dataset: { users, ratings }, movies, sums }: Learned) =>
    JSON.stringify([
      users,
      ratings,
      movies.map(({ id }) => [id, sums.get(id)?.ratings ?? 0, sums.get(id)?.stars ?? 0]),
    ]);
  return toldOf(one) === toldOf(other);
}

function shareOff(one: Float64Array, other: Float64Array): number {
  let [most, off] = [0, 0];
  one.forEach((value, at) => {
    most = Math.max(most, Math.abs(value));
    off = Math.max(off, Math.abs(value - other[at]!));
  });
  return off / most;
}

/** What is too far apart, in words. */
export function refusals({ angle, prior, sameData }: Agreement): string[] {
  if (!sameData) return ["other people, movies or counts than here"];
  return [
    ...(angle < LARGEST_ANGLE ? [] : [`an angle of ${angle.toExponential(1)}, ${LARGEST_ANGLE} at the most`]),
    ...(prior < LARGEST_SHARE
      ? []
      : [`the prior is off by ${prior.toExponential(1)}, ${LARGEST_SHARE} at the most`]),
  ];
}
