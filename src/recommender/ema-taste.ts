/**
 * The classic rule: the user embedding is a moving average of item embeddings.
 *
 * It starts at the mean of the favourites, and without any at the prior's mean, brought to length 1: no item
 * embedding is longer, so likes can move it. Then u <- (1 - a) u + a v on a like and u <- (1 - a) u - a b v on
 * a dislike, a being the learning rate and b the negative weight; other verdicts leave it where it is. u is a
 * weighted sum of its start and the item embeddings seen, so a score is a sum over the evidence here as well.
 */
import type { Model } from "../artifacts/model.ts";
import { placementVariance } from "./placed-films.ts";
import type { Policy } from "./policy.ts";
import type { Evidence, Taste, UserModel } from "./user-model.ts";

export function emaUserModel(model: Model, policy: Policy["ema"]): UserModel {
  const { dimensions: d, embeddings } = model;
  const newcomer = unit(model.prior.mean);

  function tasteOf(evidence: readonly Evidence[]): Taste {
    const { start, weights } = coefficients(evidence, policy);
    const embedding = newcomer.map((value) => start * value);
    weights.forEach((coefficient, at) => {
      const offset = evidence[at]!.row * d;
      for (let k = 0; k < d; k++) embedding[k]! += coefficient * embeddings[offset + k]!;
    });
    return { evidence, embedding };
  }

  return {
    observe: (taste, observed) =>
      tasteOf([...taste.evidence.filter(({ row }) => row !== observed.row), observed]),
    fold: tasteOf,
    contributions: ({ evidence }, row) =>
      coefficients(evidence, policy).weights.map(
        (coefficient, at) => coefficient * dotRows(embeddings, d, row, evidence[at]!.row),
      ),
    priorPart({ evidence }, row) {
      const { start } = coefficients(evidence, policy);
      return newcomer.reduce((sum, value, k) => sum + start * value * embeddings[row * d + k]!, 0);
    },
    uncertainty: () => 0,
    gains: (_, rows) => new Float64Array(rows.length),
    placementVariance: ({ embedding }) => placementVariance(model, embedding, () => 0),
    isOfVerdicts: false,
  };
}

/** What the prior's mean and each piece of evidence weigh in the embedding after all of it. */
function coefficients(
  evidence: readonly Evidence[],
  { learning_rate: a, negative_weight: b }: Policy["ema"],
): { start: number; weights: Float64Array } {
  const weights = new Float64Array(evidence.length);
  const favourites = evidence.filter(({ verdict }) => verdict === "favourite").length;
  let left = 1; // what later verdicts have left of this one
  for (let at = evidence.length - 1; at >= 0; at--) {
    const { verdict } = evidence[at]!;
    if (verdict !== "like" && verdict !== "dislike" && verdict !== "never") continue;
    weights[at] = (verdict === "like" ? a : -a * b) * left;
    left *= 1 - a;
  }
  evidence.forEach(({ verdict }, at) => {
    if (verdict === "favourite") weights[at] = left / favourites;
  });
  return { start: favourites === 0 ? left : 0, weights };
}

/** The same direction at length 1; nothing stays nothing. */
function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

function dotRows(embeddings: Float32Array, d: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < d; k++) sum += embeddings[i * d + k]! * embeddings[j * d + k]!;
  return sum;
}
