import { readFile } from "node:fs/promises";
import { z } from "zod";
import { readYaml } from "../files/yaml.ts";
import type { VERDICTS } from "./feedback.ts";

const share = z.number().min(0).max(1);
const weight = z.number().min(0).max(100);
const days = z.number().min(0).max(36_500);

/** A group of coefficients. What is left out has its default; an unknown name is answered with the known ones. */
const group = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `Unknown: ${issue.keys.join(", ")}. Expected any of ${Object.keys(shape).join(", ")}`
        : undefined,
  });

const observation = (target: number, standard: number) =>
  group({
    target: z.number().min(-5).max(5).default(target),
    weight: weight.default(standard),
  }).prefault({});

const gaussian = group({
  /** Left out: the model's own, or a standard where it has none. */
  prior_strength: z.number().positive().max(100).optional(),
  unrated_weight: weight.default(0.3),
  unrated_halfway: z.number().positive().max(100_000).default(60),
  verdicts: group({
    favourite: observation(1, 3),
    like: observation(1, 1),
    dislike: observation(-0.3, 1),
    skip: observation(0, 1),
    seen: observation(0, 0),
    never: observation(-0.3, 1),
  } satisfies Record<(typeof VERDICTS)[number], unknown>).prefault({}),
});

const ema = group({
  learning_rate: share.default(0.2),
  negative_weight: weight.default(0.5),
});

const ranking = group({
  model: weight.default(1),
  genre_distance: weight.default(0.2),
  popularity: z.number().min(-100).max(100).default(0),
  popularity_in_doubt: weight.default(1),
  obviousness: group({
    weight: weight.default(0.06),
    halfway: weight.default(4),
    step: weight.default(1),
    asked: weight.default(0.5),
  }).prefault({}),
  variety: group({
    genres: share.default(0.1),
    taste: share.default(0.1),
    cards: z.int().min(0).max(100).default(3),
  }).prefault({}),
  placement_doubt: weight.default(0.02),
  diversity_boost: weight.default(0),
  more_like: share.default(0.95),
  alike_in_kind: share.default(0.9),
  more_like_popularity: weight.default(0.2),
  loved_in_kind: share.default(0.5),
  loved_popularity: weight.default(0.8),
  more_like_wanted: weight.default(2),
  more_like_esteem: weight.default(0.6),
  more_like_poor: weight.default(0.5),
  wanted_trait: weight.default(4),
  listed: weight.default(4),
  unwanted_trait: weight.default(1),
  esteem: weight.default(1),
  about: weight.default(20),
  ideally: weight.default(4),
  unrated: weight.default(2.5),
  unasked_documentary: weight.default(1.5),
  unasked_series: weight.default(3),
  unasked_stand_up: weight.default(5),
  unasked_short: weight.default(5),
  brand_new: weight.default(4),
});

const candidates = group({
  min_ratings: z.int().min(0).default(3),
  min_genre_affinity: share.default(0),
  max_genre_distance: share.default(1),
});

const coldStart = group({
  cards: z.int().min(0).max(100).default(5),
  among: z.int().min(1).max(1000).default(100),
  gain: weight.default(1),
  chance: weight.default(0.7),
});

const standings = group({
  imagined_ratings: z.number().min(0).max(100_000).default(200),
  acclaimed_share: share.default(0.05),
  popular_share: share.default(0.03),
  well_known_share: share.default(0.1),
});

const crowd = group({
  weight: weight.default(1),
  days_to_trust: days.default(1),
  ratings_a_person: z.number().positive().max(1_000_000).default(200),
  share: share.default(0.25),
  at_least: z.number().min(0).max(100_000).default(20),
  trait_reach: z.int().min(0).max(100).default(32),
  trait_answers: z.number().positive().max(100_000).default(20),
});

const surprise = group({
  among: z.int().min(1).max(1000).default(50),
  uncertainty: weight.default(1),
});

const repeats = group({
  skip_days: days.default(30),
  unanswered_days: days.default(1),
});

const policySchema = group({
  user_model: z.enum(["gaussian", "ema"]).default("gaussian"),
  gaussian: gaussian.prefault({}),
  ema: ema.prefault({}),
  ranking: ranking.prefault({}),
  candidates: candidates.prefault({}),
  standings: standings.prefault({}),
  crowd: crowd.prefault({}),
  cold_start: coldStart.prefault({}),
  exploration_rate: share.default(0),
  surprise: surprise.prefault({}),
  repeats: repeats.prefault({}),
});

/** Every coefficient of the taste and the ranking. data/policy.yaml explains each, with its unit and its effect. */
export type Policy = z.infer<typeof policySchema>;
/** A policy in which what is not said has its default. */
export type PolicyInput = z.input<typeof policySchema>;

/** What is wrong with a policy, in one sentence per mistake. */
export class PolicyError extends Error {
  override name = "PolicyError";
}

/** `policyFrom({})` is all defaults. @throws PolicyError naming each coefficient that is unknown or out of bounds */
export function policyFrom(input: PolicyInput): Policy {
  return check(input, "policy");
}

/** Reads data/policy.yaml or another file like it. @throws PolicyError naming the file and what to mend */
export async function readPolicy(file: string): Promise<Policy> {
  let value: unknown;
  try {
    value = readYaml(await readFile(file, "utf8"), file, leftOut);
  } catch (cause) {
    throw new PolicyError(
      `${file} cannot be read (${(cause as Error).message}). Give the policy, a YAML file like data/policy.yaml.`,
      { cause },
    );
  }
  return check(value ?? {}, file);
}

/** A name without a value, as when every line under it is commented out, is left out. */
const leftOut = (_name: unknown, value: unknown) => value ?? undefined;

function check(value: unknown, where: string): Policy {
  const result = policySchema.safeParse(value);
  if (result.success) return result.data;
  throw new PolicyError(`${where}:\n${z.prettifyError(result.error)}`);
}
