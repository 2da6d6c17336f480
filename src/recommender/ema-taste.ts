/**
 * The classic rule: the user embedding is a moving average of item embeddings.
 *
 * It starts at the mean of the favourites; then u <- (1 - a) u + a v on a like and u <- (1 - a) u - a b v on
 * a dislike, a being the learning rate and b the negative weight; other verdicts leave it where it is. u is a
 * weighted sum of the item embeddings seen, so a score is a sum over the evidence here as well.
 */
import type { Model } from "../artifacts/model.ts";
import type { Policy } from "./policy.ts";
import type { Evidence, Taste, UserModel } from "./user-model.ts";

export function emaUserModel(model: Model, policy: Policy["ema"]): UserModel {
  const { dimensions: d, embeddings } = model;

  function tasteOf(evidence: readonly Evidence[]): Taste {
    const embedding = new Float64Array(d);
    coefficients(evidence, policy).forEach((coefficient, at) => {
      const offset = evidence[at]!.row * d;
      for (let k = 0; k < d; k++) embedding[k]! += coefficient * embeddings[offset + k]!;
    });
    return { evidence, embedding };
  }

  return {
    observe: (taste, observed) => tasteOf([...taste.evidence, observed]),
    fold: tasteOf,
    resume: (evidence, embedding) => ({ evidence, embedding }),
    contributions: ({ evidence }, row) =>
      coefficients(evidence, policy).map(
        (coefficient, at) => coefficient * dotRows(embeddings, d, row, evidence[at]!.row),
      ),
    priorPart: () => 0,
    uncertainty: () => 0,
  };
}

/** [evidence] what each piece of evidence weighs in the embedding after all of it. */
function coefficients(
  evidence: readonly Evidence[],
  { learning_rate: a, negative_weight: b }: Policy["ema"],
): Float64Array {
  const weights = new Float64Array(evidence.length);
  const favourites = evidence.filter(({ verdict }) => verdict === "favourite").length;
  evidence.forEach(({ verdict }, at) => {
    if (verdict === "favourite") weights[at] = 1 / favourites;
  });
  evidence.forEach(({ verdict }, at) => {
    if (verdict !== "like" && verdict !== "dislike" && verdict !== "never") return;
    for (let earlier = 0; earlier < evidence.length; earlier++) weights[earlier]! *= 1 - a;
    weights[at] = verdict === "like" ? a : -a * b;
  });
  return weights;
}

function dotRows(embeddings: Float32Array, d: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < d; k++) sum += embeddings[i * d + k]! * embeddings[j * d + k]!;
  return sum;
}
