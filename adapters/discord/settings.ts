import { z } from "zod";

export const BOT_PAGE = "the Bot page of your application at https://discord.com/developers/applications";

/** What to do when Discord answers that it knows no such token. */
export const WRONG_TOKEN = `Discord does not take this token. Copy it again from ${BOT_PAGE} into DISCORD_TOKEN.`;

/** A setting left empty in .env is a setting not made. */
const unset = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const schema = z.object({
  DISCORD_TOKEN: z
    .string(`DISCORD_TOKEN is missing: copy the token from ${BOT_PAGE}.`)
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      "DISCORD_TOKEN does not look like a bot token, which has three parts with dots between them.",
    ),
  DISCORD_API: unset.pipe(z.url("DISCORD_API is not an address.").optional()),
  DISCORD_GESTURES: unset.pipe(
    z.enum(["reactions", "buttons"], 'DISCORD_GESTURES is neither "reactions" nor "buttons".').optional(),
  ),
  DISCORD_GUILD: unset.pipe(
    z
      .string()
      .regex(/^\d{17,20}$/, "DISCORD_GUILD is not a server id, which has 17 to 20 digits.")
      .optional(),
  ),
});

export type Gestures = "reactions" | "buttons";

export interface DiscordSettings {
  readonly token: string;
  /** Where Discord is, without version and trailing slash; absent: the real one. */
  readonly api?: string;
  /** The one server to register commands in, while developing; absent: everywhere. */
  readonly guild?: string;
  /** How suggestions are answered where both can be; absent: by reactions. */
  readonly gestures?: Gestures;
}

/** @throws with one sentence per problem */
export function readDiscordSettings(
  environment: Readonly<Record<string, string | undefined>>,
): DiscordSettings {
  const { DISCORD_TOKEN, ...rest } = environment;
  const result = schema.safeParse({ ...rest, ...(DISCORD_TOKEN && { DISCORD_TOKEN }) });
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join("\n"));
  const { DISCORD_API, DISCORD_GUILD, DISCORD_GESTURES } = result.data;
  return {
    token: result.data.DISCORD_TOKEN,
    ...(DISCORD_API !== undefined && { api: DISCORD_API.replace(/\/$/, "") }),
    ...(DISCORD_GUILD !== undefined && { guild: DISCORD_GUILD }),
    ...(DISCORD_GESTURES && { gestures: DISCORD_GESTURES }),
  };
}
