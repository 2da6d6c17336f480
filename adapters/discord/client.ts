import { Client, type ClientOptions, Events, GatewayIntentBits, Options } from "discord.js";
import { Shards } from "./shards.ts";

/** None of them privileged: messages in servers are read only where the bot is mentioned. */
const INTENTS = [
  GatewayIntentBits.Guilds,
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

/** @param givenUp once it is, it connects no more */
export function createClient(api: string | undefined, givenUp: AbortSignal): Client {
  const options: ClientOptions = {
    intents: INTENTS,
    allowedMentions: { parse: [] },
    // Nothing is looked up in these, so nothing of them is kept.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
    }),
    // It only asks where the gateway is. Waiting and asking again is up to whoever wants to know, and says so.
    rest: {
      ...(api !== undefined && { api }),
      retries: 0,
      timeout: ANSWERS_WITHIN_MS,
      rejectOnRateLimit: () => true,
    },
    ws: { buildStrategy: (manager) => new Shards(manager, givenUp) },
  };
  return new Client(options);
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
    client.once(Events.ShardReconnecting, () => reject(new GatewayTrouble("its gateway has hung up")));
    client.once(Events.ShardError, (cause) =>
      reject(new GatewayTrouble(`its gateway: ${cause.message}`, { cause })),
    );
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  ready.catch(() => {});
  await Promise.race([ready, client.login(token).then(() => ready)]);
}
