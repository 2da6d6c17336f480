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
      `DISCORD_TOKEN does not look like a bot token, which has three parts with dots between them: copy it from ${BOT_PAGE}.`,
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
  DISCORD_SHARDS: unset.pipe(
    z
      .string()
      .optional()
      .transform((text, context) => {
        const shards = readSharding(text ?? AUTO);
        if (!shards)
          context.addIssue({
            code: "custom",
            message:
              'DISCORD_SHARDS is neither "auto", nor how many shards there are, nor which of how many: 0-3/8, or 0,2,5-7/8.',
          });
        return shards ?? z.NEVER;
      }),
  ),
});

/** Which of all shards a program serves; "auto": all, as many as Discord recommends. */
export type Sharding = "auto" | { readonly ids: readonly number[]; readonly of: number };

const AUTO = "auto";
/** Discord itself has fewer for its largest bots. */
const MOST_SHARDS = 16_384;

/** "auto"; "8": all of eight; "0-3/8", "0,2,5-7/8": these of eight. Undefined for anything else. */
function readSharding(text: string): Sharding | undefined {
  if (text.trim() === AUTO) return AUTO;
  const [, listed, total = ""] = /^(?:([\d,\s-]+)\/)?\s*(\d{1,5})$/.exec(text.trim()) ?? [];
  const of = Number(total);
  if (!(of >= 1 && of <= MOST_SHARDS)) return undefined;
  const ranges = (listed ?? `0-${of - 1}`).split(",").map((range) => {
    const [, from = "", to = from] = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(range.trim()) ?? [];
    return from === "" ? [] : numbers(Number(from), Number(to));
  });
  const ids = [...new Set(ranges.flat())].sort((a, b) => a - b);
  const isWhole = ranges.every(({ length }) => length > 0) && ids.at(-1)! < of;
  return isWhole ? { ids, of } : undefined;
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, Math.min(to, MOST_SHARDS) - from + 1) }, (_, nth) => from + nth);

export type Gestures = "reactions" | "buttons";

export interface DiscordSettings {
  readonly token: string;
  /** Where Discord is, without version and trailing slash; absent: the real one. */
  readonly api?: string;
  /** The one server to register commands in, while developing; absent: everywhere. */
  readonly guild?: string;
  /** How suggestions are answered where both can be; absent: by reactions. */
  readonly gestures?: Gestures;
  readonly shards: Sharding;
}

/** @throws with one sentence per problem */
export function readDiscordSettings(
  environment: Readonly<Record<string, string | undefined>>,
): DiscordSettings {
  const { DISCORD_TOKEN, ...rest } = environment;
  const result = schema.safeParse({ ...rest, ...(DISCORD_TOKEN && { DISCORD_TOKEN }) });
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join("\n"));
  const { DISCORD_API, DISCORD_GUILD, DISCORD_GESTURES, DISCORD_SHARDS } = result.data;
  return {
    token: result.data.DISCORD_TOKEN,
    shards: DISCORD_SHARDS,
    ...(DISCORD_API !== undefined && { api: DISCORD_API.replace(/\/$/, "") }),
    ...(DISCORD_GUILD !== undefined && { guild: DISCORD_GUILD }),
    ...(DISCORD_GESTURES && { gestures: DISCORD_GESTURES }),
  };
}
