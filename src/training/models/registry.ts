import { fitAls } from "./als.ts";
import { fitBaseline } from "./baseline.ts";
import { fitBayesianAverage } from "./bayesian-average.ts";
import { fitBiasedMf, fitSvdPlusPlus } from "./biased-factors.ts";
import { fitEase } from "./ease.ts";
import type { Fit } from "./fit.ts";
import { fitItemItem } from "./item-item.ts";
import { fitPopularity } from "./popularity.ts";
import { fitPureSvd } from "./pure-svd.ts";
import { fitTwoTower } from "./two-tower.ts";
import { fitUserUser } from "./user-user.ts";

/** Every model that can be fitted, with the options it has by itself. */
export const MODELS = {
  popularity: fitPopularity,
  "Bayesian average": fitBayesianAverage,
  baseline: fitBaseline,
  "user-user": fitUserUser,
  "item-item": fitItemItem,
  PureSVD: fitPureSvd,
  ALS: fitAls,
  EASE: fitEase,
  "biased MF": fitBiasedMf,
  "SVD++": fitSvdPlusPlus,
  "Two-Tower": fitTwoTower,
} satisfies Record<string, Fit>;

export type ModelName = keyof typeof MODELS;

export const MODEL_NAMES = Object.keys(MODELS) as readonly ModelName[];
