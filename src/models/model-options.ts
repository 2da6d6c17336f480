/** The options that models are fitted with, as npx matinee tune models chooses and writes them: data/models.yaml. */
import { readFile } from "node:fs/promises";
import { stringify } from "yaml";
import { z } from "zod";
import { readYaml } from "../files/yaml.ts";
import type { ModelOptions } from "./fit.ts";
import type { ModelName } from "./registry.ts";

const count = z.int().min(1).max(100_000);
const positive = z.number().positive().max(1_000_000);
const none = z.strictObject({});
/** Of models that take preference weights: at how many stars a rating says nothing. */
const indifferentStars = z.number().min(-100).max(4.5);

const als = { factors: count, regularisation: positive, confidence: positive, indifferentStars };
const biasedFactors = z
  .strictObject({ dimensions: count, biasPenalty: positive, factorPenalty: positive })
  .partial();

/** Of each model the options that are tuned. */
const OPTIONS = {
  popularity: none,
  "Bayesian average": z.strictObject({ imagined: positive }).partial(),
  baseline: none,
  content: none,
  "classic SVD": z.strictObject({ dimensions: count, halfLifeDays: positive }).partial(),
  "user-user": z.strictObject({ neighbours: count, shrinkage: positive, indifferentStars }).partial(),
  "item-item": z.strictObject({ neighbours: count, shrinkage: positive, indifferentStars }).partial(),
  PureSVD: z.strictObject({ dimensions: count, indifferentStars }).partial(),
  ALS: z.strictObject(als).partial(),
  EASE: z.strictObject({ regularisation: positive, indifferentStars }).partial(),
  "biased MF": biasedFactors,
  "SVD++": biasedFactors,
  "Two-Tower": none,
  hybrid: z
    .strictObject({ ...als, candidates: count, retrievalStars: z.number().min(0).max(1_000) })
    .partial(),
} satisfies Record<ModelName, z.ZodType<ModelOptions>>;

/** For users with long histories the product's taste is fitted with options of its own too; in sessions it has its policy. */
const KNOWN_OPTIONS = {
  ...OPTIONS,
  "Gaussian taste": z
    .strictObject({
      dimensions: count,
      indifferentStars,
      confidence: positive,
      regularisation: positive,
      priorStrength: positive,
      unratedWeight: positive,
      unratedHalfway: positive,
    })
    .partial(),
};

/** What a model is fitted for: the lists of sessions, the prediction of stars, or the lists of users whom it knows. */
export const OBJECTIVES = ["lists", "stars", "known"] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** A model, or the product's taste. */
export type TunedName = keyof typeof KNOWN_OPTIONS;

export const TUNED_NAMES = Object.keys(KNOWN_OPTIONS) as readonly TunedName[];

/** Options by model's name; models left out have those of another objective, or their defaults. */
export type OptionsByModel = Readonly<{ [Name in TunedName]?: ModelOptions | undefined }>;

const schema = z.strictObject({
  lists: z.strictObject(OPTIONS).partial().default({}),
  stars: z.strictObject(OPTIONS).partial().default({}),
  known: z.record(z.string(), z.strictObject(KNOWN_OPTIONS).partial()).default({}),
});

export interface TunedOptions {
  readonly lists: OptionsByModel;
  readonly stars: OptionsByModel;
  /** By data set and split. */
  readonly known: Readonly<Record<string, OptionsByModel>>;
}

/** What is wrong with a file of options, in one sentence per mistake. */
class ModelOptionsError extends Error {
  override name = "ModelOptionsError";
}

/** Reads data/models.yaml or another file like it. @throws ModelOptionsError naming each name and value that is not known */
export async function readModelOptions(file: string): Promise<TunedOptions> {
  let value: unknown;
  try {
    value = readYaml(await readFile(file, "utf8"), file);
  } catch (cause) {
    throw new ModelOptionsError(
      `${(cause as Error).message}. Is ${file} a YAML file like data/models.yaml, which npx matinee tune models writes?`,
      { cause },
    );
  }
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw new ModelOptionsError(`${file}:\n${z.prettifyError(result.error)}`);
}

/** Whose options for known users stand in for those of a split that has none. */
const STAND_IN = "ml-latest-small random";

/**
 * The options of a model, for an objective. Where the model has none of its own for stars or known
 * users, it takes those of the lists.
 *
 * @param split whose known users are ranked for: data set and split, "ml-100k quarter"
 */
export function optionsFor(
  tuned: TunedOptions,
  name: TunedName,
  objective: Objective,
  split = STAND_IN,
): ModelOptions {
  const own = {
    lists: tuned.lists,
    stars: tuned.stars,
    known: tuned.known[split] ?? tuned.known[STAND_IN],
  }[objective];
  return own?.[name] ?? tuned.lists[name] ?? {};
}

/** As readModelOptions reads them, each model's options in one order, under a heading of comments. */
export const writtenOptions = (tuned: TunedOptions, heading: string): string =>
  `${heading.replace(/^/gm, "# ")}\n${stringify(schema.parse(tuned), { collectionStyle: "any" })}`;
