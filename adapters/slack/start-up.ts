/** What has to be right before the bot can listen, each as one sentence that says what to do. */
import { webApi } from "@slack/bolt";

/** The scopes of manifest.yaml. */
export const SCOPES = [
  "app_mentions:read",
  "chat:write",
  "commands",
  "files:write",
  "im:history",
  "im:write",
  "reactions:read",
  "reactions:write",
] as const;

/** Who the bot is in its workspace. */
export interface Identity {
  readonly botUserId: string;
  readonly botId: string;
}

/** @throws Error with one sentence for the person who set the bot up */
export async function identify(client: webApi.WebClient): Promise<Identity> {
  const answer = await asked(client.auth.test(), client, {
    refused:
      'Slack does not accept SLACK_BOT_TOKEN: copy the "Bot User OAuth Token" (xoxb-...) from your app\'s page "OAuth & Permissions".',
  });
  const { scopes } = answer.response_metadata ?? {};
  // Nothing is known where Slack, or what stands between, does not say which scopes were granted.
  const missing = scopes === undefined ? [] : SCOPES.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) {
    throw new Error(
      `The Slack app lacks the scope${missing.length > 1 ? "s" : ""} ${missing.join(", ")}: add under "OAuth & Permissions", then press "Reinstall to Workspace".`,
    );
  }
  if (!answer.user_id || !answer.bot_id) {
    throw new Error(
      'SLACK_BOT_TOKEN belongs to a person, not to a bot: use the "Bot User OAuth Token" (xoxb-...).',
    );
  }
  return { botUserId: answer.user_id, botId: answer.bot_id };
}

/** Socket Mode tries for ever where its token is wrong; this asks once and says so. */
export async function checkAppToken(client: webApi.WebClient, appToken: string): Promise<void> {
  await asked(client.apps.connections.open({ token: appToken }), client, {
    refused:
      'Slack does not accept SLACK_APP_TOKEN: make an "App-Level Token" (xapp-...) with the scope connections:write on your app\'s page "Basic Information".',
  });
}

async function asked<T>(
  answer: Promise<T>,
  { slackApiUrl }: webApi.WebClient,
  { refused }: { readonly refused: string },
): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof webApi.WebAPIPlatformError) {
      throw new Error(`${refused} (Slack said: ${cause.data.error}.)`, { cause });
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Slack cannot be reached at ${slackApiUrl}: ${why}`, { cause });
  }
}
