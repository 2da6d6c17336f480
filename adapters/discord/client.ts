import {
  Client,
  type ClientOptions,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
} from "discord.js";
import { WRONG_TOKEN } from "./settings.ts";

/** None of them privileged: messages in servers are read only where the bot is mentioned. */
const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
];

export function createClient(api: string | undefined): Client {
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
    ...(api !== undefined && { rest: { api } }),
  };
  return new Client(options);
}

/** Resolves once Discord has said ready. @throws one clear sentence on what to do about it */
export async function logIn(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) =>
      reject(new Error(`it ended the connection with code ${code} (${GatewayCloseCodes[code]})`)),
    );
  });
  ready.catch(() => {});
  try {
    await client.login(token);
    await ready;
  } catch (error) {
    await client.destroy();
    throw explained(error);
  }
}

function explained(error: unknown): Error {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new Error(WRONG_TOKEN, { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`Discord cannot be reached: ${reason}`, { cause: error });
}
