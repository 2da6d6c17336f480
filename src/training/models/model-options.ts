/** The options that models are fitted with, as npm run tune:models chooses and writes them: data/models.yaml. */
import { readFile } from "node:fs/promises";
import { parse, stringify } from "yaml";
import { z } from "zod";
import type { ModelName } from "./registry.ts";

const count = z.int().min(1).max(100_000);
const positive = z.number().positive().max(1_000_000);
const none = z.strictObject({});

const als = { factors: count, regularisation: positive, confidence: positive };
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
  "user-user": z.strictObject({ neighbours: count, shrinkage: positive }).partial(),
  "item-item": z.strictObject({ neighbours: count, shrinkage: positive }).partial(),
  PureSVD: z.strictObject({ dimensions: count }).partial(),
  ALS: z.strictObject(als).partial(),
  EASE: z.strictObject({ regularisation: positive }).partial(),
  "biased MF": biasedFactors,
  "SVD++": biasedFactors,
  "Two-Tower": none,
  hybrid: z
    .strictObject({ ...als, candidates: count, retrievalStars: z.number().min(0).max(1_000) })
    .partial(),
} satisfies Record<ModelName, z.ZodType<ModelOptions>>;

/** By name; what is left out has the model's default. */
export type ModelOptions = Readonly<Record<string, number | undefined>>;

/** What a model is fitted for: the lists of sessions and known users, or the prediction of stars. */
export type Objective = "lists" | "stars";

const schema = z.strictObject({
  lists: z.strictObject(OPTIONS).partial().default({}),
  stars: z.strictObject(OPTIONS).partial().default({}),
});

/** By objective and model's name; models left out have their defaults. */
export type TunedOptions = Readonly<
  Record<Objective, Readonly<{ [Name in ModelName]?: ModelOptions | undefined }>>
>;

/** What is wrong with a file of options, in one sentence per mistake. */
export class ModelOptionsError extends Error {
  override name = "ModelOptionsError";
}

/** Reads data/models.yaml or another file like it. @throws ModelOptionsError naming each name and value that is not known */
export async function readModelOptions(file: string): Promise<TunedOptions> {
  let value: unknown;
  try {
    value = parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new ModelOptionsError(
      `${file}: ${(cause as Error).message}. Is it a YAML file like data/models.yaml, which npm run tune:models writes?`,
      { cause },
    );
  }
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw new ModelOptionsError(`${file}:\n${z.prettifyError(result.error)}`);
}

/**
 * The options of a model, for an objective. Stars are predicted with those of the lists, where the model has none of
 * its own for stars.
 */
export const optionsFor = (tuned: TunedOptions, name: ModelName, objective: Objective): ModelOptions =>
  (objective === "stars" ? tuned.stars[name] : undefined) ?? tuned.lists[name] ?? {};

/** As readModelOptions reads them, under a heading of comments. */
export const writtenOptions = (tuned: TunedOptions, heading: string): string =>
  `${heading.replace(/^/gm, "# ")}\n${stringify(tuned, { collectionStyle: "any" })}`;
