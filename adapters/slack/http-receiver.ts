/** Signed requests of Slack's to an address of this machine. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type App, HTTPReceiver, type Logger, type Receiver } from "@slack/bolt";

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
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
}: HttpReceiverOptions): OwnHttpReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
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
