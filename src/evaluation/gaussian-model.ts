import { preferenceWeights } from "../dataset/prepare/transform.ts";
import { gaussianPrior, type Posterior } from "../recommender/gaussian-posterior.ts";
import type { Policy } from "../recommender/policy.ts";
import { checkpoint, type FitOptions } from "../training/models/fit.ts";
import type { FittedModel } from "../training/models/fitted-model.ts";
import { productsWith } from "../training/models/item-vectors.ts";
import { type TrainingData, trainModel } from "../training/train-model.ts";
import { PRODUCT } from "./report.ts";

export interface GaussianModelOptions extends FitOptions {
  /** Default DEFAULT_DIMENSIONS, or as many as there are users or movies. */
  readonly dimensions?: number;
}

/** The share of all work that is the factorisation. */
const TRAINING = 0.99;

/**
 * The product's taste as a model that is fitted to ratings, beside the others: of a history in stars, each movie is an
 * observation of weight 1 whose target is the preference weight that the item embeddings are trained on. It ranks by
 * score alone, without the policy's other terms.
 */
export async function fitGaussianTaste(
  { ratings }: TrainingData,
  policy: Policy["gaussian"],
  options: GaussianModelOptions = {},
): Promise<FittedModel<Posterior>> {
  const { onProgress } = options;
  const model = await trainModel(
    { ratings },
    { ...options, ...(onProgress && { onProgress: (share: number) => onProgress(TRAINING * share) }) },
  );
  const prior = gaussianPrior(model, policy);
  const vectors = Float64Array.from(model.embeddings);
  const zeros = new Float64Array(model.movies.length);
  await checkpoint(options, 1);
  return {
    name: PRODUCT,
    foldIn({ rows, stars }) {
      const targets = preferenceWeights(stars);
      const observations = Array.from(rows, (row, at) => ({ row, target: targets[at]!, weight: 1 }));
      return prior.posterior(prior.observe(prior.nothing, observations));
    },
    score: ({ embedding }) => productsWith(vectors, embedding, zeros),
  };
}
