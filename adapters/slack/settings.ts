import { z } from "zod";
import { readKey } from "../../src/store/sealing.ts";
import type { Transport } from "./receivers.ts";

export interface SlackSettings {
  /** Of the workspace of whoever runs it. Absent where others alone install it. */
  readonly botToken?: string;
  readonly transport: Transport;
  readonly slackApiUrl: string;
  /** By which others install the app in their workspaces. Absent: nobody else does. */
  readonly forOthers?: ForOthers;
}

export interface ForOthers {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUrl?: string;
  /** What tokens are encrypted with in the database. */
  readonly key: Buffer;
  /** What some of them may be encrypted with still. */
  readonly keyBefore?: Buffer;
}

/** A setting left empty in .env is a setting not made. */
const unset = (value: unknown): unknown => (value === "" ? undefined : value);

const token = (prefix: string, where: string) =>
  z
    .string({ error: `is missing: copy it ${where}` })
    .startsWith(prefix, { error: `should begin with ${prefix}: copy it ${where}` });

const botToken = token("xoxb-", 'from "OAuth & Permissions" of your app, "Bot User OAuth Token"');
const port = "should be the number of a port";

const common = z.object({
  SLACK_API_URL: z.preprocess(
    unset,
    z
      .url({ protocol: /^https?$/, error: "should be the address of an API, such as https://slack.com/api/" })
      .default("https://slack.com/api/"),
  ),
});
const bySocket = common.extend({
  SLACK_BOT_TOKEN: z.preprocess(unset, botToken),
  SLACK_APP_TOKEN: z.preprocess(
    unset,
    token("xapp-", 'from "Basic Information" of your app, "App-Level Tokens", scope connections:write'),
  ),
});
const byHttp = common.extend({
  SLACK_SIGNING_SECRET: z.preprocess(
    unset,
    z.string({ error: 'is missing: copy it from "Basic Information" of your app, "App Credentials"' }),
  ),
  SLACK_HOST: z.preprocess(unset, z.string().default("127.0.0.1")),
  SLACK_PORT: z.preprocess(
    unset,
    z.coerce
      .number({ error: port })
      .int({ error: port })
      .min(0, { error: port })
      .max(65_535, { error: port })
      .default(3000),
  ),
});
const forOneself = byHttp.extend({ SLACK_BOT_TOKEN: z.preprocess(unset, botToken) });

const key = z
  .string({
    error:
      "is missing: tokens of other workspaces are encrypted with it. Make one by openssl rand -base64 32, and keep a copy of it",
  })
  .transform((text, context) => {
    const read = readKey(text);
    if (!read)
      context.addIssue({
        code: "custom",
        message: "should be 32 bytes in base64: make one by openssl rand -base64 32",
      });
    return read ?? z.NEVER;
  });
const forOthers = byHttp.extend({
  SLACK_BOT_TOKEN: z.preprocess(unset, botToken.optional()),
  SLACK_CLIENT_ID: z.string(),
  SLACK_CLIENT_SECRET: z.preprocess(
    unset,
    z.string({
      error: 'is missing: copy "Client Secret" from "Basic Information" of your app, "App Credentials"',
    }),
  ),
  SLACK_REDIRECT_URL: z.preprocess(
    unset,
    z
      .url({
        protocol: /^https?$/,
        error:
          "should be one of the Redirect URLs of your app, such as https://your.host/slack/oauth_redirect",
      })
      .optional(),
  ),
  SLACK_TOKEN_KEY: z.preprocess(unset, key),
  SLACK_TOKEN_KEY_BEFORE: z.preprocess(unset, key.optional()),
});

/**
 * Socket Mode, unless there is a signing secret: then HTTP. With a client id others install it in their workspaces, by HTTP.
 *
 * @throws Error with one sentence for each problem
 */
export function readSlackSettings(env: NodeJS.ProcessEnv): SlackSettings {
  const isSet = (name: string): boolean => unset(env[name]) !== undefined;
  if (isSet("SLACK_CLIENT_ID")) return settingsForOthers(checked(forOthers, env));
  if (isSet("SLACK_SIGNING_SECRET")) {
    const settings = checked(forOneself, env);
    return { botToken: settings.SLACK_BOT_TOKEN, ...overHttp(settings) };
  }
  const { SLACK_BOT_TOKEN, SLACK_API_URL, SLACK_APP_TOKEN } = checked(bySocket, env);
  const transport = { mode: "socket", appToken: SLACK_APP_TOKEN } as const;
  return { botToken: SLACK_BOT_TOKEN, slackApiUrl: SLACK_API_URL, transport };
}

const overHttp = ({
  SLACK_API_URL,
  SLACK_SIGNING_SECRET,
  SLACK_HOST,
  SLACK_PORT,
}: z.infer<typeof byHttp>) => ({
  slackApiUrl: SLACK_API_URL,
  transport: {
    mode: "http",
    signingSecret: SLACK_SIGNING_SECRET,
    host: SLACK_HOST,
    port: SLACK_PORT,
  } as const,
});

function settingsForOthers(settings: z.infer<typeof forOthers>): SlackSettings {
  const { SLACK_BOT_TOKEN, SLACK_REDIRECT_URL, SLACK_TOKEN_KEY_BEFORE } = settings;
  return {
    ...overHttp(settings),
    ...(SLACK_BOT_TOKEN !== undefined && { botToken: SLACK_BOT_TOKEN }),
    forOthers: {
      clientId: settings.SLACK_CLIENT_ID,
      clientSecret: settings.SLACK_CLIENT_SECRET,
      key: settings.SLACK_TOKEN_KEY,
      ...(SLACK_REDIRECT_URL !== undefined && { redirectUrl: SLACK_REDIRECT_URL }),
      ...(SLACK_TOKEN_KEY_BEFORE && { keyBefore: SLACK_TOKEN_KEY_BEFORE }),
    },
  };
}

function checked<T>(schema: z.ZodType<T>, env: NodeJS.ProcessEnv): T {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`).join("\n"));
}
