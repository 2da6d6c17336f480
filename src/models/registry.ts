import { fitAls } from "./als.ts";
import { fitBaseline } from "./baseline.ts";
import { fitBayesianAverage } from "./bayesian-average.ts";
import { fitBiasedMf, fitSvdPlusPlus } from "./biased-factors.ts";
import { fitClassicSvd } from "./classic-svd.ts";
import { fitContent } from "./content.ts";
import { fitEase } from "./ease.ts";
import type { Fit, FitData, FitOptions, ModelOptions } from "./fit.ts";
import { fitHybrid } from "./fit-hybrid.ts";
import type { FittedModel } from "./fitted-model.ts";
import { fitItemItem } from "./item-item.ts";
import { fitPopularity } from "./popularity.ts";
import { fitPureSvd } from "./pure-svd.ts";
import { fitTwoTower } from "./two-tower.ts";
import { fitUserUser } from "./user-user.ts";

const fitAlsAndContentRanked = (data: FitData, options: FitOptions = {}) =>
  fitHybrid(data, { ...options, retrievers: [fitAls, fitContent], rater: fitBiasedMf });

/** Every model that can be fitted, with the options it has by itself. */
export const MODELS = {
  popularity: fitPopularity,
  "Bayesian average": fitBayesianAverage,
  baseline: fitBaseline,
  content: fitContent,
  "classic SVD": fitClassicSvd,
  "user-user": fitUserUser,
  "item-item": fitItemItem,
  PureSVD: fitPureSvd,
  ALS: fitAls,
  EASE: fitEase,
  "biased MF": fitBiasedMf,
  "SVD++": fitSvdPlusPlus,
  "Two-Tower": fitTwoTower,
  hybrid: fitAlsAndContentRanked,
} satisfies Record<string, Fit>;

export type ModelName = keyof typeof MODELS;

export const MODEL_NAMES = Object.keys(MODELS) as readonly ModelName[];

/** Fits the model of that name, with its own options by name. */
export const fitModel = (
  name: ModelName,
  data: FitData,
  options: FitOptions,
  own: ModelOptions = {},
): Promise<FittedModel> => (MODELS[name] as Fit)(data, { ...own, ...options });
