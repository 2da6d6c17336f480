/** Discord as the host sees it. Everything is translation: what happened becomes an Incoming, a Card becomes a message. */
import { Events } from "discord.js";
import type { Adapter } from "../../src/host/adapter.ts";
import { withoutWords } from "./api-error.ts";
import { createClient, logIn } from "./client.ts";
import { createDispatches } from "./dispatches.ts";
import { PLATFORM } from "./incoming.ts";
import { type CompleteTitle, createInteractions } from "./interactions.ts";
import type { Log } from "./log.ts";
import { createOutbox } from "./outbox.ts";
import { createTurns } from "./turns.ts";

export interface DiscordOptions {
  /** Discord has gone and will not be back by itself, as when the token was reset. Default: logged */
  readonly onLost?: (error: Error) => void;
  readonly token: string;
  /** Without version and trailing slash. Default: https://discord.com/api */
  readonly api?: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A turn that takes longer shows that it is under way: "thinking" or "typing". Default: 1500 */
  readonly slowAfterMs?: number;
  readonly completeTitle: CompleteTitle;
}

/** Discord waits 3 s for the first answer to an interaction; this leaves time for the way there. */
const SLOW_AFTER_MS = 1_500;
/** How long stop() waits for turns under way. */
const STOP_WITHIN_MS = 10_000;

export function createDiscord({
  token,
  api,
  log,
  now,
  completeTitle,
  slowAfterMs = SLOW_AFTER_MS,
  onLost = (error) => log.error({ err: error }, error.message),
}: DiscordOptions): Adapter {
  const client = createClient(api);
  const outbox = createOutbox(client, log);
  const turns = createTurns(outbox, now, log);
  let stopping: Promise<void> | undefined;

  client.on(Events.Raw, createDispatches({ client, turns, outbox, log, slowAfterMs }));
  client.on(Events.InteractionCreate, createInteractions({ turns, outbox, completeTitle, slowAfterMs }));
  client.on(Events.Error, (error) => log.error({ err: withoutWords(error) }, "Discord client"));
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (turns.isOpen)
      onLost(
        new Error(`Discord has ended the connection for good, with code ${code}. Is the token still valid?`),
      );
  });
  client.on(Events.ShardReconnecting, () => log.info({}, "connection to Discord lost, trying again"));
  client.on(Events.ShardResume, (_shard, replayed) =>
    log.info({ replayed }, "connection to Discord resumed"),
  );

  async function hangUp(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STOP_WITHIN_MS);
    });
    await Promise.race([turns.close().then(outbox.idle), tooLong]);
    clearTimeout(timer);
    await client.destroy();
  }

  return {
    name: PLATFORM,
    capabilities: {
      reactions: true,
      buttons: true,
      edits: true,
      images: true,
      ephemeral: true,
      reachesAway: true,
    },

    usage: [],

    async start(listener) {
      turns.open(listener);
      await logIn(client, token);
    },

    send: outbox.send,
    edit: outbox.edit,

    stop() {
      stopping ??= hangUp();
      return stopping;
    },
  };
}
