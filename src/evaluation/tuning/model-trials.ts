import type { ModelOptions } from "../../models/fit.ts";
import type { Objective, TunedName } from "../../models/model-options.ts";
import type { ModelName } from "../../models/registry.ts";

/** One setting of one model, to be tried on validation data. */
export interface ModelTrial {
  readonly objective: Objective;
  readonly model: TunedName;
  readonly options: ModelOptions;
}

/** "ALS, factors 32, regularisation 20"; "ALS" with its defaults. */
export const trialName = ({ model, options }: ModelTrial): string =>
  [model, ...Object.entries(options).map(([name, value]) => `${name} ${value}`)].join(", ");

/**
 * The settings tried for lists: of each model the options that decide most, first its defaults. Models that are not here have
 * nothing to choose, or are to be as their recipe has them (the Two-Tower's widths and epochs).
 */
const LISTS: Partial<Record<ModelName, readonly ModelOptions[]>> = {
  "Bayesian average": [{}, ...[5, 50, 200, 1_000].map((imagined) => ({ imagined }))],
  "classic SVD": [
    {},
    ...[90, 1_825, 36_500].map((halfLifeDays) => ({ halfLifeDays })),
    ...[10, 20, 100].map((dimensions) => ({ dimensions, halfLifeDays: 36_500 })),
  ],
  "user-user": [
    {},
    ...[15, 25, 100, 200].map((neighbours) => ({ neighbours })),
    ...[10, 100].map((shrinkage) => ({ shrinkage })),
    { neighbours: 25, shrinkage: 100 },
    { neighbours: 100, shrinkage: 100 },
  ],
  "item-item": [
    {},
    ...[100, 1_000].map((neighbours) => ({ neighbours })),
    ...[3, 30, 100].map((shrinkage) => ({ shrinkage })),
  ],
  PureSVD: [{}, ...[5, 7, 15, 20, 30, 50].map((dimensions) => ({ dimensions }))],
  ALS: [
    {},
    ...[32, 128].map((factors) => ({ factors })),
    ...[20, 100].map((regularisation) => ({ regularisation })),
    ...[5, 20].map((confidence) => ({ confidence })),
    { confidence: 20, regularisation: 100 },
    { confidence: 5, regularisation: 20 },
    { confidence: 20, factors: 128 },
  ],
  EASE: [{}, ...[200, 400, 1_600].map((regularisation) => ({ regularisation }))],
  "biased MF": [{}, ...[0.5, 2, 4].map((factorPenalty) => ({ factorPenalty }))],
  "SVD++": [{}, ...[0.6, 2.4, 5].map((factorPenalty) => ({ factorPenalty }))],
  hybrid: [{}, ...[1, 3, 10, 30].map((retrievalStars) => ({ retrievalStars }))],
};

/** The settings tried for the prediction of stars, of the models whose best for lists is not the best for stars. */
const STARS: Partial<Record<ModelName, readonly ModelOptions[]>> = {
  "biased MF": [
    {},
    ...[0.8, 1.2].map((factorPenalty) => ({ factorPenalty })),
    { biasPenalty: 1 },
    { biasPenalty: 10 },
    { dimensions: 100 },
    { dimensions: 100, factorPenalty: 1.2 },
    { dimensions: 25 },
  ],
  "SVD++": [
    {},
    ...[1, 1.4].map((factorPenalty) => ({ factorPenalty })),
    { biasPenalty: 1 },
    { biasPenalty: 10 },
    { dimensions: 100 },
    { dimensions: 100, factorPenalty: 1 },
    { dimensions: 25 },
  ],
};

/** The settings tried for users with long histories: as for newcomers, and with stars that say less of liking. */
const KNOWN: Partial<Record<TunedName, readonly ModelOptions[]>> = {
  "user-user": [
    {},
    ...[0, -20].map((indifferentStars) => ({ indifferentStars })),
    { indifferentStars: 0, neighbours: 100 },
  ],
  "item-item": [{}, { indifferentStars: 0 }, { neighbours: 100 }, { indifferentStars: 0, shrinkage: 100 }],
  PureSVD: [
    {},
    ...[15, 20, 30, 50].map((dimensions) => ({ dimensions })),
    ...[20, 30].map((dimensions) => ({ dimensions, indifferentStars: -20 })),
    { dimensions: 15, indifferentStars: 2 },
  ],
  ALS: [
    {},
    ...[0, -2, -20].map((indifferentStars) => ({ indifferentStars })),
    { confidence: 7, indifferentStars: -20 },
    { confidence: 7, factors: 256, indifferentStars: -20 },
    { confidence: 5, factors: 32 },
    { factors: 128, indifferentStars: -2 },
    ...[32, 128].map((factors) => ({ factors, indifferentStars: 0 })),
    { confidence: 20, factors: 128 },
    { confidence: 20, indifferentStars: 0, regularisation: 100 },
    ...[40, 70].map((regularisation) => ({ indifferentStars: 0, regularisation })),
    { confidence: 5, indifferentStars: 0, regularisation: 20 },
    { regularisation: 100 },
  ],
  EASE: [
    {},
    ...[200, 400].map((regularisation) => ({ regularisation })),
    ...[100, 200, 400].map((regularisation) => ({ regularisation, indifferentStars: 0 })),
    ...[200, 400, 800].map((regularisation) => ({ regularisation, indifferentStars: -20 })),
  ],
  "Gaussian taste": [
    {},
    { indifferentStars: 0 },
    { dimensions: 32 },
    { unratedWeight: 0.1 },
    ...[16, 24].map((dimensions) => ({ dimensions })),
    { dimensions: 24, unratedWeight: 0.1 },
    { dimensions: 24, priorStrength: 0.3 },
    { dimensions: 24, indifferentStars: 0 },
    { dimensions: 48, indifferentStars: 0, priorStrength: 0.3, unratedWeight: 0.3, unratedHalfway: 1 },
    { indifferentStars: 0, priorStrength: 0.3, unratedWeight: 0.3, unratedHalfway: 1 },
    { indifferentStars: 0, priorStrength: 1, unratedWeight: 3, unratedHalfway: 1 },
    { dimensions: 256, indifferentStars: 0, priorStrength: 0.3, unratedWeight: 1, unratedHalfway: 1 },
    ...[
      { priorStrength: 0.1, unratedWeight: 1 },
      { priorStrength: 0.1, unratedWeight: 0.3 },
      { priorStrength: 0.3, unratedWeight: 3 },
      { priorStrength: 0.2, unratedWeight: 2 },
      { priorStrength: 0.1, unratedWeight: 2 },
      { priorStrength: 0.2, unratedWeight: 1, regularisation: 40 },
      { priorStrength: 0.1, unratedWeight: 1, regularisation: 70 },
      { priorStrength: 0.1, unratedWeight: 1, dimensions: 128 },
      { priorStrength: 0.2, unratedWeight: 2, dimensions: 128 },
      { priorStrength: 0.1, unratedWeight: 1, indifferentStars: 2 },
      { priorStrength: 0.1, unratedWeight: 1, indifferentStars: -2 },
      { priorStrength: 0.1, unratedWeight: 1, indifferentStars: -2, regularisation: 60 },
      { priorStrength: 0.1, unratedWeight: 1, indifferentStars: -20, confidence: 7 },
      { priorStrength: 0.1, unratedWeight: 1, indifferentStars: -2, dimensions: 128 },
      { priorStrength: 0.1, unratedWeight: 0.3, dimensions: 128 },
      { priorStrength: 0.05, unratedWeight: 0.2, dimensions: 128 },
      { priorStrength: 0.05, unratedWeight: 0.3, indifferentStars: -2, dimensions: 128 },
      { priorStrength: 0.1, unratedWeight: 0.3, indifferentStars: -20, confidence: 7, dimensions: 256 },
      { priorStrength: 0.3, unratedWeight: 0.3, indifferentStars: 2, dimensions: 32 },
    ].map((own) => ({ dimensions: 64, indifferentStars: 0, confidence: 10, unratedHalfway: 1, ...own })),
  ],
};

const trialsOf = (objective: Objective, settings: Partial<Record<TunedName, readonly ModelOptions[]>>) =>
  (Object.keys(settings) as TunedName[]).flatMap((model) =>
    settings[model]!.map((options): ModelTrial => ({ objective, model, options })),
  );

/** For newcomers and the prediction of stars. */
export const MODEL_TRIALS: readonly ModelTrial[] = [...trialsOf("lists", LISTS), ...trialsOf("stars", STARS)];

/** For users whom the models know. */
export const KNOWN_TRIALS: readonly ModelTrial[] = trialsOf("known", KNOWN);
