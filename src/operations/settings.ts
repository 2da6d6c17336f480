import { z } from "zod";
import type { Price } from "./machine.ts";

export interface OperatorSettings {
  /** Of the language model. */
  readonly price?: Price;
  /** The folder in which the operator keeps copies of the database. */
  readonly backups: string;
}

/** A setting left empty in .env is a setting not made. */
const unset = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const price = (name: string) =>
  unset.pipe(
    z.coerce
      .number<string>(`${name} is not a number, such as 0.40.`)
      .nonnegative(`${name} is below 0.`)
      .optional(),
  );

const schema = z.object({
  OPENAI_PRICE_PROMPT: price("OPENAI_PRICE_PROMPT"),
  OPENAI_PRICE_COMPLETION: price("OPENAI_PRICE_COMPLETION"),
  /** As matinee backup has it. */
  MATINEE_BACKUPS: unset.pipe(z.string().default("backups")),
});

/** @throws Error with one sentence for each problem */
export function readOperatorSettings(
  environment: Readonly<Record<string, string | undefined>>,
): OperatorSettings {
  const result = schema.safeParse(environment);
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join("\n"));
  const { OPENAI_PRICE_PROMPT: prompt, OPENAI_PRICE_COMPLETION: completion } = result.data;
  const { MATINEE_BACKUPS: backups } = result.data;
  if ((prompt === undefined) !== (completion === undefined))
    throw new Error("Set both OPENAI_PRICE_PROMPT and OPENAI_PRICE_COMPLETION, or neither.");
  return {
    ...(prompt !== undefined && completion !== undefined && { price: { prompt, completion } }),
    backups,
  };
}
