import { Client, type ClientOptions, Events, GatewayIntentBits, Options } from "discord.js";
import type { Sharding } from "./settings.ts";
import { Shards } from "./shards.ts";

/**
 * None of them privileged: messages in servers are read only where the bot is mentioned. Nor are servers asked for, with all their
 * channels, roles and members: what is done in them is told with all that is to be known of it.
 */
const INTENTS = [
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
];
/** Whether Discord answers at all is known within this time. */
const ANSWERS_WITHIN_MS = 10_000;

/** The gateway has ended the connection for good. */
export class GatewayClosed extends Error {
  override readonly name = "GatewayClosed";
  readonly code: number;

  constructor(code: number) {
    super(`Discord has ended the connection with code ${code}`);
    this.code = code;
  }
}

/** The gateway could not be reached, or hung up before it had said ready. */
export class GatewayTrouble extends Error {
  override readonly name = "GatewayTrouble";
}

export interface ClientSettings {
  readonly api: string | undefined;
  readonly shards: Sharding;
  /** Who may identify when, where other programs serve other shards. Default: as discord.js has it, for this one */
  readonly throttler?: WebSocketOptions["buildIdentifyThrottler"] | undefined;
}
type WebSocketOptions = NonNullable<ClientOptions["ws"]>;

/** @param givenUp once it is, it connects no more */
export function createClient({ api, shards, throttler }: ClientSettings, givenUp: AbortSignal): Client {
  const options: ClientOptions = {
    intents: INTENTS,
    allowedMentions: { parse: [] },
    // As many as Discord recommends, or those that are named; a bot in many servers is not let in with one.
    ...(shards === "auto" ? { shards } : { shards: [...shards.ids], shardCount: shards.of }),
    // Nothing is looked up in these, so nothing of them is kept.
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: 0,
      UserManager: 0,
    }),
    // It only asks where the gateway is. Waiting and asking again is up to whoever wants to know, and says so.
    rest: {
      ...(api !== undefined && { api }),
      retries: 0,
      timeout: ANSWERS_WITHIN_MS,
      rejectOnRateLimit: () => true,
    },
    ws: {
      buildStrategy: (manager) => new Shards(manager, givenUp),
      ...(throttler && { buildIdentifyThrottler: throttler }),
    },
  };
  const client = new Client(options);
  // their ids come with every session
  client.on(Events.ShardReady, () => client.guilds.cache.clear());
  return client;
}

/**
 * Resolves once Discord has said ready.
 *
 * @throws GatewayClosed, GatewayTrouble, an error of discord.js, or why the signal was aborted
 */
export async function logIn(client: Client, token: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(new GatewayClosed(code)));
    // Once one of several shards is ready the others find their way, each by itself: to begin anew would cost all their sessions.
    let isOneReady = false;
    client.once(Events.ShardReady, () => {
      isOneReady = true;
    });
    const trouble = (what: string, cause?: Error): void => {
      if (!isOneReady) reject(new GatewayTrouble(what, { cause }));
    };
    client.on(Events.ShardReconnecting, () => trouble("its gateway has hung up"));
    client.on(Events.ShardError, (cause) => trouble(`its gateway: ${cause.message}`, cause));
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  ready.catch(() => {});
  await Promise.race([ready, client.login(token).then(() => ready)]);
}
