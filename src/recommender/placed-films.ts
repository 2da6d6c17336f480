/**
 * What is not known of films that were placed by what is known of them, as scores have it.
 *
 * With u ~ N(m, S) for a person and v_j ~ N(mean_j, s_j² D) for a film, D diagonal and both independent,
 *
 *     E[v_j . u] = mean_j . m        Var[v_j . u] = mean_j' S mean_j + s_j² q        q = m' D m + tr(D S)
 *
 * The first part of the variance is of the person, and every film has it; the second is of the film alone. A verdict on such a film,
 * y = v_j . u + e with e ~ N(0, 1 / w), says of u as much as one of y ~ N(mean_j . u, 1 / w + s_j² u' D u): u' D u is taken at its
 * mean over people, so that the evidence stays a sum.
 *
 * Source: Fuller, Measurement Error Models, 1987, section 1.1, for regression on what is itself uncertain.
 */
import type { Model } from "../artifacts/model.ts";

/** q of somebody whose embedding has this mean and these variances. [d] each */
export function placementVariance(
  { placement }: Pick<Model, "placement">,
  mean: Float64Array,
  variances: (dimension: number) => number,
): number {
  if (!placement) return 0;
  return placement.spread.reduce((sum, spread, k) => sum + spread * (mean[k]! ** 2 + variances(k)), 0);
}

/** What weight a verdict on the film in a row has, of the weight that it has on a film known by its ratings. */
export function weightOfVerdicts(
  model: Pick<Model, "placement" | "prior" | "dimensions">,
): (row: number, weight: number) => number {
  const { placement, prior, dimensions: d } = model;
  if (!placement) return (_, weight) => weight;
  const q = placementVariance(model, prior.mean, (k) => prior.covariance[k * d + k]!);
  return (row, weight) => weight / (1 + weight * placement.deviation[row]! ** 2 * q);
}
