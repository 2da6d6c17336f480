import { fitBayesianAverage } from "../training/models/bayesian-average.ts";
import { fitBiasedMf, fitSvdPlusPlus } from "../training/models/biased-factors.ts";
import type { Fit } from "../training/models/fit.ts";
import { fitItemItem } from "../training/models/item-item.ts";
import { fitPopularity } from "../training/models/popularity.ts";
import { fitPureSvd } from "../training/models/pure-svd.ts";
import { fitUserUser } from "../training/models/user-user.ts";

/** Every model that is compared, under the name that tables call it by; a thread is told the name. */
export const MODELS: Readonly<Record<string, Fit>> = {
  popularity: fitPopularity,
  "Bayesian average": fitBayesianAverage,
  PureSVD: fitPureSvd,
  "user-user": fitUserUser,
  "item-item": fitItemItem,
  "biased MF": fitBiasedMf,
  "SVD++": fitSvdPlusPlus,
};
