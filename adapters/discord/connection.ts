/** The gateway: who the bot is, and what Discord tells it. */
import { type Client, Events } from "discord.js";
import { startPatiently } from "../../src/host/start-patiently.ts";
import { withoutWords } from "./api-error.ts";
import { createClient, GatewayClosed, logIn } from "./client.ts";
import type { Log } from "./log.ts";
import { meaningOf, sentenceOf, TOKEN_GONE } from "./start-up.ts";

const DISCORD = "https://discord.com/api";
/** One try is given up after this time: the gateway hangs, or cannot tell of all servers. */
const TRY_MS = 30_000;

export interface Connection {
  /** The bot's own id; empty until the connection is open. */
  botId(): string;
  /** Resolves once Discord has said ready. @throws Error with one sentence for the person who set the bot up */
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly token: string;
  readonly api: string | undefined;
  readonly log: Log;
  /** How long a Discord that is busy or out of order is waited for at the start. */
  readonly patienceMs: number;
  /** Once it is, nothing is connected any more. */
  readonly closed: AbortSignal;
  /** Hears what the client tells: of each try its own. */
  readonly listen: (client: Client) => void;
  /** Discord has ended the connection for good, after it was open. */
  readonly onLost: (error: Error) => void;
}

export function createConnection({
  token,
  api,
  log,
  patienceMs,
  closed,
  listen,
  onLost,
}: ConnectionOptions): Connection {
  let current: Client | undefined;

  /** A client that has failed once is of no use any more. */
  async function attempt(): Promise<void> {
    const failed = new AbortController();
    const client = createClient(api, AbortSignal.any([closed, failed.signal]));
    current = client;
    client.on(Events.Error, (error) => log.error({ err: withoutWords(error) }, "Discord client"));
    listen(client);
    try {
      await logIn(client, token, AbortSignal.any([closed, AbortSignal.timeout(TRY_MS)]));
    } catch (error) {
      failed.abort();
      void client.destroy();
      throw error;
    }
    client.on(Events.ShardDisconnect, ({ code }) =>
      onLost(new Error(sentenceOf(new GatewayClosed(code), TOKEN_GONE))),
    );
    tellOfGaps(client);
  }

  /** Once for each, however often it is tried meanwhile. */
  function tellOfGaps(client: Client): void {
    let isAway = false;
    const back = (details: object, message: string) => {
      if (isAway) log.info(details, message);
      isAway = false;
    };
    client.on(Events.ShardReconnecting, () => {
      if (!isAway && !closed.aborted) log.info({}, "connection to Discord lost, trying again");
      isAway = true;
    });
    client.on(Events.ShardResume, (_shard, replayed) => back({ replayed }, "connection to Discord resumed"));
    client.on(Events.ShardReady, () => back({}, "connected to Discord again, with a new session"));
  }

  return {
    botId: () => current?.user?.id ?? "",
    open: () =>
      startPatiently(attempt, {
        title: "Discord",
        address: api ?? DISCORD,
        patienceMs,
        signal: closed,
        log,
        meaningOf: (error) => meaningOf(error, api ?? DISCORD),
      }),
    close: async () => current?.destroy(),
  };
}
