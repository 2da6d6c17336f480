import { z } from "zod";

/** Newer models of OpenAI know only the first name, Ollama and most others only the second. */
export const TOKEN_LIMIT_NAMES = ["max_completion_tokens", "max_tokens"] as const;
export type TokenLimitName = (typeof TOKEN_LIMIT_NAMES)[number];

/** An OpenAI-compatible endpoint and how much it may be asked. */
export interface LlmSettings {
  /** With version, without trailing slash: https://api.openai.com/v1 */
  readonly baseUrl: string;
  /** Absent for an endpoint that needs none, as local ones do. */
  readonly apiKey?: string;
  readonly model: string;
  readonly tokenLimitName: TokenLimitName;
  /** Messages understood with the model per person and day (UTC); more are left to the rules. */
  readonly dailyPerPerson: number;
  /** The same for all people together. */
  readonly dailyInAll: number;
}

const OPENAI_URL = "https://api.openai.com/v1";
/** Small, quick, and not a reasoning model: those think longer than a person in a chat waits. */
const STANDARD_MODEL = "gpt-4.1-mini";
const DAILY_PER_PERSON = 100;
const DAILY_IN_ALL = 2000;

/** A setting left empty in .env is a setting not made. */
const unset = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const atMost = (name: string, standard: number) =>
  unset.pipe(
    z.coerce
      .number<string>(`${name} is not a number.`)
      .int(`${name} is not a whole number.`)
      .nonnegative(`${name} is below 0.`)
      .default(standard),
  );

const schema = z.object({
  OPENAI_BASE_URL: unset.pipe(
    z
      .url({
        protocol: /^https?$/,
        error: "OPENAI_BASE_URL is not a web address such as http://localhost:11434/v1.",
      })
      .optional(),
  ),
  OPENAI_API_KEY: unset,
  OPENAI_MODEL: unset.pipe(z.string().default(STANDARD_MODEL)),
  OPENAI_TOKEN_LIMIT_NAME: unset.pipe(
    z
      .enum(TOKEN_LIMIT_NAMES, `OPENAI_TOKEN_LIMIT_NAME is neither ${TOKEN_LIMIT_NAMES.join(" nor ")}.`)
      .optional(),
  ),
  OPENAI_DAILY_PER_PERSON: atMost("OPENAI_DAILY_PER_PERSON", DAILY_PER_PERSON),
  OPENAI_DAILY_IN_ALL: atMost("OPENAI_DAILY_IN_ALL", DAILY_IN_ALL),
});

/**
 * @returns undefined where neither an address nor a key is set: then requests are understood by rules alone
 * @throws with one sentence per problem
 */
export function readLlmSettings(
  environment: Readonly<Record<string, string | undefined>>,
): LlmSettings | undefined {
  const result = schema.safeParse(environment);
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join("\n"));
  const { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey, ...rest } = result.data;
  if (baseUrl === undefined && apiKey === undefined) return undefined;
  return {
    baseUrl: (baseUrl ?? OPENAI_URL).replace(/(?<!\/)\/+$/, ""),
    ...(apiKey !== undefined && { apiKey }),
    model: rest.OPENAI_MODEL,
    tokenLimitName: rest.OPENAI_TOKEN_LIMIT_NAME ?? (baseUrl ? "max_tokens" : "max_completion_tokens"),
    dailyPerPerson: rest.OPENAI_DAILY_PER_PERSON,
    dailyInAll: rest.OPENAI_DAILY_IN_ALL,
  };
}

/** @throws where no endpoint is set, saying how to set one */
export function requireLlmSettings(environment: Readonly<Record<string, string | undefined>>): LlmSettings {
  const settings = readLlmSettings(environment);
  if (settings) return settings;
  throw new Error(
    "No language model is set. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a local one, in .env; .env.example explains both.",
  );
}
