import { preferenceWeights } from "../dataset/prepare/transform.ts";
import type { FitOptions } from "../models/fit.ts";
import type { FittedModel } from "../models/fitted-model.ts";
import { productsWith } from "../models/item-vectors.ts";
import { checkpoint } from "../numerics/work.ts";
import { gaussianPrior, type Posterior } from "../recommender/gaussian-posterior.ts";
import type { Policy } from "../recommender/policy.ts";
import { type TrainingData, trainModel } from "../training/train-model.ts";
import { PRODUCT } from "./report.ts";

/**
 * What a fit may have otherwise than the chat, whose policy and model are tuned for sessions: to suggest what somebody
 * known by a few answers will like. To rank what somebody with a long history will rate at all asks for others, and figures
 * of known users are of such a fit (data/models.yaml, under known), not of the chat.
 */
export interface GaussianModelOptions extends FitOptions {
  /** Default DEFAULT_DIMENSIONS, or as many as there are users or movies. */
  readonly dimensions?: number;
  /** At how many stars a rating says nothing, to the embeddings and to a person's taste: preferenceWeights. Default 2. */
  readonly indifferentStars?: number;
  /** Item embeddings by alternating least squares with this confidence; left out, by truncated SVD as in the chat. */
  readonly confidence?: number;
  /** Of those alternating least squares. Default 50. */
  readonly regularisation?: number;
  /** In the place of the policy's prior_strength. */
  readonly priorStrength?: number;
  /** In the place of the policy's unrated_weight. */
  readonly unratedWeight?: number;
  /** In the place of the policy's unrated_halfway. */
  readonly unratedHalfway?: number;
}

/** The share of all work that is the factorisation. */
const TRAINING = 0.99;

/**
 * The product's taste as a model that is fitted to ratings, beside the others: of a history in stars, each movie is an
 * observation of weight 1 whose target is the preference weight that the item embeddings are trained on. It ranks by
 * score alone, without the policy's other terms; without options it is the taste that the chat has.
 */
export async function fitGaussianTaste(
  { ratings }: TrainingData,
  policy: Policy["gaussian"],
  options: GaussianModelOptions = {},
): Promise<FittedModel<Posterior>> {
  const { onProgress, indifferentStars } = options;
  const model = await trainModel(
    { ratings },
    { ...options, ...(onProgress && { onProgress: (share: number) => onProgress(TRAINING * share) }) },
  );
  const prior = gaussianPrior(model, {
    ...policy,
    prior_strength: options.priorStrength ?? policy.prior_strength,
    unrated_weight: options.unratedWeight ?? policy.unrated_weight,
    unrated_halfway: options.unratedHalfway ?? policy.unrated_halfway,
  });
  const vectors = Float64Array.from(model.embeddings);
  const zeros = new Float64Array(model.movies.length);
  await checkpoint(options, 1);
  return {
    name: PRODUCT,
    foldIn({ rows, stars }) {
      const targets = preferenceWeights(stars, indifferentStars);
      const observations = Array.from(rows, (row, at) => ({ row, target: targets[at]!, weight: 1 }));
      return prior.posterior(prior.observe(prior.nothing, observations));
    },
    score: ({ embedding }) => productsWith(vectors, embedding, zeros),
  };
}
