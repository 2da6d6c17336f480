import { z } from "zod";
import type { Transport } from "./receivers.ts";

export interface SlackSettings {
  readonly botToken: string;
  readonly transport: Transport;
  readonly slackApiUrl: string;
}

/** A setting left empty in .env is a setting not made. */
const unset = (value: unknown): unknown => (value === "" ? undefined : value);

const token = (prefix: string, where: string) =>
  z.preprocess(
    unset,
    z.string({ error: `is missing: copy it ${where}` }).startsWith(prefix, {
      error: `should begin with ${prefix}: copy it ${where}`,
    }),
  );

const common = z.object({
  SLACK_BOT_TOKEN: token("xoxb-", 'from "OAuth & Permissions" of your app, "Bot User OAuth Token"'),
  SLACK_API_URL: z.preprocess(
    unset,
    z
      .url({ protocol: /^https?$/, error: "should be the address of an API, such as https://slack.com/api/" })
      .default("https://slack.com/api/"),
  ),
});
const bySocket = common.extend({
  SLACK_APP_TOKEN: token(
    "xapp-",
    'from "Basic Information" of your app, "App-Level Tokens", scope connections:write',
  ),
});
const byHttp = common.extend({
  SLACK_SIGNING_SECRET: z.string(),
  SLACK_HOST: z.preprocess(unset, z.string().default("127.0.0.1")),
  SLACK_PORT: z.preprocess(
    unset,
    z.coerce
      .number({ error: "should be the number of a port" })
      .int({ error: "should be the number of a port" })
      .min(0, { error: "should be the number of a port" })
      .max(65_535, { error: "should be the number of a port" })
      .default(3000),
  ),
});

/** Socket Mode, unless there is a signing secret: then HTTP. @throws Error with one sentence for each problem */
export function readSlackSettings(env: NodeJS.ProcessEnv): SlackSettings {
  if (unset(env.SLACK_SIGNING_SECRET) !== undefined) {
    const { SLACK_BOT_TOKEN, SLACK_API_URL, SLACK_SIGNING_SECRET, SLACK_HOST, SLACK_PORT } = checked(
      byHttp,
      env,
    );
    const transport = {
      mode: "http",
      signingSecret: SLACK_SIGNING_SECRET,
      host: SLACK_HOST,
      port: SLACK_PORT,
    } as const;
    return { botToken: SLACK_BOT_TOKEN, slackApiUrl: SLACK_API_URL, transport };
  }
  const { SLACK_BOT_TOKEN, SLACK_API_URL, SLACK_APP_TOKEN } = checked(bySocket, env);
  const transport = { mode: "socket", appToken: SLACK_APP_TOKEN } as const;
  return { botToken: SLACK_BOT_TOKEN, slackApiUrl: SLACK_API_URL, transport };
}

function checked<T>(schema: z.ZodType<T>, env: NodeJS.ProcessEnv): T {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`).join("\n"));
}
