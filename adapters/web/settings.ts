import { z } from "zod";

export interface WebSettings {
  readonly host: string;
  readonly port: number;
  /** Signs cookies; undefined: one of its own, kept beside the database. */
  readonly secret?: string;
  /** How many proxies stand before it, whose words about addresses and TLS are believed. */
  readonly proxies: number;
}

/** A setting left empty in .env is a setting not made. */
const unset = (value: unknown): unknown => (value === "" ? undefined : value);
const whole = (what: string, most: number, standard: number) =>
  z.preprocess(
    unset,
    z.coerce
      .number({ error: `should be ${what}` })
      .int({ error: `should be ${what}` })
      .min(0, { error: `should be ${what}` })
      .max(most, { error: `should be ${what}` })
      .default(standard),
  );

const settingsSchema = z.object({
  WEB_HOST: z.preprocess(unset, z.string().default("127.0.0.1")),
  WEB_PORT: whole("the number of a port", 65_535, 8080),
  WEB_SECRET: z.preprocess(
    unset,
    z
      .string()
      .min(32, { error: "should be at least 32 characters that nobody can guess, or left empty" })
      .optional(),
  ),
  WEB_PROXIES: whole("how many proxies stand before it, 0 for none", 10, 0),
});

export const WEB_SETTINGS = Object.keys(settingsSchema.shape);

/** @throws Error with one sentence for each problem */
export function readWebSettings(env: Readonly<Record<string, string | undefined>>): WebSettings {
  const parsed = settingsSchema.safeParse(env);
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`).join("\n"),
    );
  const { WEB_HOST, WEB_PORT, WEB_SECRET, WEB_PROXIES } = parsed.data;
  return {
    host: WEB_HOST,
    port: WEB_PORT,
    ...(WEB_SECRET !== undefined && { secret: WEB_SECRET }),
    proxies: WEB_PROXIES,
  };
}
