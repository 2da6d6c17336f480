/** The gateway: who the bot is, and what Discord tells it. */
import { type Client, Events } from "discord.js";
import { startPatiently } from "../../src/host/start-patiently.ts";
import { withoutWords } from "./api-error.ts";
import { type ClientSettings, createClient, GatewayClosed, GatewayTrouble, logIn } from "./client.ts";
import type { Log } from "./log.ts";
import { meaningOf, sentenceOf, TOKEN_GONE } from "./start-up.ts";

const DISCORD = "https://discord.com/api";
/** One try is given up where no shard was ready for so long: the gateway hangs. */
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
  readonly client: ClientSettings;
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
  client: settings,
  log,
  patienceMs,
  closed,
  listen,
  onLost,
}: ConnectionOptions): Connection {
  const { api } = settings;
  let current: Client | undefined;

  /** A client that has failed once is of no use any more. */
  async function attempt(): Promise<void> {
    const failed = new AbortController();
    const client = createClient(settings, AbortSignal.any([closed, failed.signal]));
    current = client;
    client.on(Events.Error, (error) => log.error({ err: withoutWords(error) }, "Discord client"));
    listen(client);
    const hung = new AbortController();
    const timer = setTimeout(() => hung.abort(new GatewayTrouble("its gateway does not answer")), TRY_MS);
    client.on(Events.ShardReady, () => timer.refresh());
    try {
      await logIn(client, token, AbortSignal.any([closed, hung.signal]));
    } catch (error) {
      failed.abort();
      void client.destroy();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    const { ids, of } = shardsOf(client);
    if (of > 1) log.info({ shards: ids, of }, "connected to Discord by several shards");
    client.on(Events.ShardDisconnect, ({ code }) =>
      onLost(new Error(sentenceOf(new GatewayClosed(code), TOKEN_GONE))),
    );
    tellOfGaps(client);
  }

  /** Once for each shard, however often it is tried meanwhile. */
  function tellOfGaps(client: Client): void {
    const away = new Set<number>();
    const named = (shard: number) => (shardsOf(client).of > 1 ? { shard } : {});
    const back = (shard: number, details: object, message: string) => {
      if (away.delete(shard)) log.info({ ...details, ...named(shard) }, message);
    };
    client.on(Events.ShardReconnecting, (shard) => {
      if (!away.has(shard) && !closed.aborted)
        log.info(named(shard), "connection to Discord lost, trying again");
      away.add(shard);
    });
    client.on(Events.ShardResume, (shard, replayed) =>
      back(shard, { replayed }, "connection to Discord resumed"),
    );
    client.on(Events.ShardReady, (shard) =>
      back(shard, {}, "connected to Discord again, with a new session"),
    );
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

const shardsOf = ({ ws, options }: Client) => ({ ids: [...ws.shards.keys()], of: options.shardCount ?? 1 });
