/** What has to be right before the bot can listen, each as one sentence that says what to do. */
import type { webApi } from "@slack/bolt";
import { type StartFailure, startPatiently } from "../../src/host/start-patiently.ts";
import { failureOf, isThere } from "./failures.ts";
import type { Log } from "./log.ts";

/** The scopes of manifest.yaml that it does not start without. */
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

/** Those of manifest.yaml that apps made from an earlier one lack: it does without, and says so. */
export const SCOPES_FOR_MORE = ["files:read", "users:read"] as const;

const BOT_TOKEN_REFUSED =
  'Slack does not accept SLACK_BOT_TOKEN: copy the "Bot User OAuth Token" (xoxb-...) from your app\'s page "OAuth & Permissions".';
export const APP_TOKEN_REFUSED =
  'Slack does not accept SLACK_APP_TOKEN: make an "App-Level Token" (xapp-...) with the scope connections:write on your app\'s page "Basic Information".';

export const CLIENT_REFUSED =
  'Slack does not accept SLACK_CLIENT_ID with SLACK_CLIENT_SECRET: copy both from your app\'s page "Basic Information", "App Credentials".';

/** Who the bot is in its workspace. */
export interface Identity {
  readonly botUserId: string;
  readonly botId: string;
}

export interface StartingUp {
  readonly slackApiUrl: string;
  readonly log: Log;
  /** How long a Slack that is busy or out of order is waited for. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

/** @throws Error with one sentence for the person who set the bot up */
export async function identify(
  client: webApi.WebClient,
  starting: StartingUp,
): Promise<Identity & { readonly team: string | undefined }> {
  const answer = await asked(() => client.auth.test(), starting, BOT_TOKEN_REFUSED);
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
  return { botUserId: answer.user_id, botId: answer.bot_id, team: answer.team_id };
}

/**
 * Does what the start needs of Slack, once it is neither busy nor out of order.
 *
 * @param refused what to do where Slack refuses
 * @throws Error with one sentence
 */
export function asked<T>(ask: () => Promise<T>, starting: StartingUp, refused: string): Promise<T> {
  const { slackApiUrl: address, log, patienceMs, signal } = starting;
  const meaningOf = (error: unknown) => meaningAtStart(error, address, refused);
  return startPatiently(ask, { title: "Slack", address, patienceMs, signal, log, meaningOf });
}

function meaningAtStart(error: unknown, address: string, refused: string): StartFailure {
  const failure = failureOf(error);
  const why = error instanceof Error ? error.message : String(error);
  if (failure.kind === "refused" || failure.kind === "lockedOut")
    return { kind: "final", sentence: `${refused} (Slack said: ${failure.error}.)` };
  // Where none can be reached at all, the address is wrong or the network down, and waiting would hide it.
  if (!isThere(error)) return { kind: "final", sentence: `Slack cannot be reached at ${address}: ${why}` };
  return { kind: "passing", why, ...(failure.kind === "wait" && { afterMs: failure.afterMs }) };
}
