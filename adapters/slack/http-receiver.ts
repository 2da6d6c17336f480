/** Signed requests of Slack's to an address of this machine, and of people who install the bot in their workspace. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type App, HTTPReceiver, type InstallationStore, type Logger, type Receiver } from "@slack/bolt";
import { SCOPES, SCOPES_FOR_MORE } from "./start-up.ts";

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
  readonly slackApiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** Absent: it is installed by whoever runs it alone. */
  readonly installing?: Installing | undefined;
}

/** What Slack and people need to install the app in other workspaces: /slack/install, and /slack/oauth_redirect unless said otherwise. */
export interface Installing {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what a browser brings back: the same in all processes. */
  readonly stateSecret: string;
  /** Where Slack sends people back to, of several that the app has. Default: the first */
  readonly redirectUrl?: string | undefined;
  readonly store: InstallationStore;
}

export interface OwnHttpReceiver extends Receiver {
  /** Where requests arrive, once started. */
  readonly port: number | undefined;
}

/** Requests under way are answered within this time after a stop. */
const STOP_WITHIN_MS = 1_000;

export function createHttpReceiver({
  signingSecret,
  host,
  port,
  logger,
  slackApiUrl,
  fetch,
  installing,
}: HttpReceiverOptions): OwnHttpReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    ...(installing && installerOptions(installing, slackApiUrl, fetch)),
    // What went wrong was told where it happened; with this Slack delivers an event again.
    processEventErrorHandler: async ({ response }) => {
      if (!response.headersSent) response.writeHead(500).end();
      return false;
    },
  });
  let server: Server | undefined;
  return {
    get port() {
      return (server?.address() as AddressInfo | null | undefined)?.port;
    },
    init: (app: App) => receiver.init(app),
    async start() {
      try {
        server = (await receiver.start({ host, port })) as Server;
      } catch (cause) {
        throw new Error(whyNot(cause, host, port), { cause });
      }
    },
    async stop() {
      const listening = server;
      if (!listening) return;
      server = undefined;
      const timer = setTimeout(() => listening.closeAllConnections(), STOP_WITHIN_MS);
      await receiver.stop();
      clearTimeout(timer);
    },
  };
}

function installerOptions(
  { store, redirectUrl, ...secrets }: Installing,
  slackApiUrl: string,
  fetch: typeof globalThis.fetch,
) {
  return {
    ...secrets,
    installationStore: store,
    scopes: [...SCOPES, ...SCOPES_FOR_MORE],
    ...(redirectUrl !== undefined && { redirectUri: redirectUrl }),
    installerOptions: {
      clientOptions: { slackApiUrl, fetch },
      authorizationUrl: new URL("../oauth/v2/authorize", slackApiUrl).href,
      ...(redirectUrl !== undefined && { redirectUriPath: new URL(redirectUrl).pathname }),
    },
  };
}

function whyNot(error: unknown, host: string, port: number): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "EADDRINUSE":
      return `Another program listens on port ${port} of ${host}: set SLACK_PORT to a port that is free.`;
    case "EACCES":
      return `This program may not listen on port ${port}: set SLACK_PORT to one from 1024 on.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `This machine has no address ${host}: set SLACK_HOST to one of its own, or to 0.0.0.0 for all of them.`;
    default:
      return `Slack's requests cannot be received on port ${port} of ${host}: ${(error as Error).message}`;
  }
}
