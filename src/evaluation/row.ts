import type { FitOptions, ModelOptions } from "../models/fit.ts";
import type { FittedModel } from "../models/fitted-model.ts";
import { fitModel, type ModelName } from "../models/registry.ts";
import type { Policy } from "../recommender/policy.ts";
import type { TrainingData } from "../training/train-model.ts";
import type { Asked } from "./contenders.ts";
import { fitGaussianTaste, type GaussianModelOptions } from "./gaussian-model.ts";

/**
 * A row of a comparison: the product under a policy, or the model of that name. Options are those of its fit to ratings,
 * if it has any of its own; the product in a session goes by its policy alone.
 */
export type Row =
  | {
      readonly name: string;
      readonly policy: Policy;
      readonly options?: ModelOptions;
      /** What people ask of the product each time. Default: nothing. */
      readonly asked?: Asked;
    }
  | { readonly name: ModelName; readonly options?: ModelOptions; readonly policy?: undefined };

/** The row as a model that takes histories in stars; of the product, its Gaussian taste. */
export const fitRow = (row: Row, data: TrainingData, options: FitOptions): Promise<FittedModel> =>
  row.policy
    ? fitGaussianTaste(data, row.policy.gaussian, { ...(row.options as GaussianModelOptions), ...options })
    : fitModel(row.name, data, options, row.options);
