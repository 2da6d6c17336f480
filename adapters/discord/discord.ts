/** Discord as the host sees it. Everything is translation: what happened becomes an Incoming, a Card becomes a message. */
import { setMaxListeners } from "node:events";
import { setImmediate, setTimeout } from "node:timers/promises";
import { Events } from "discord.js";
import type { Field } from "../../src/conversation/card.ts";
import type { Adapter } from "../../src/host/adapter.ts";
import type { DrawnPosters } from "../../src/host/drawn-posters.ts";
import { createApi } from "./api.ts";
import { wordless } from "./api-error.ts";
import { carriedSuggestions } from "./carried.ts";
import type { ClientSettings } from "./client.ts";
import { createConnection } from "./connection.ts";
import { createDispatches } from "./dispatches.ts";
import { PLATFORM } from "./incoming.ts";
import { type CompleteTitle, createInteractions } from "./interactions.ts";
import type { Log } from "./log.ts";
import { createOccasions } from "./occasions.ts";
import { createOutbox } from "./outbox.ts";
import { createPosting } from "./posting.ts";
import { createReview } from "./review.ts";
import { createSeeding } from "./seeding.ts";
import type { Gestures, Sharding } from "./settings.ts";
import { createStandings } from "./standings.ts";
import { TOKEN_GONE } from "./start-up.ts";
import { createTurns } from "./turns.ts";

export interface DiscordOptions {
  /** Discord has gone and will not be back by itself, as when the token was reset. Told once. Default: logged */
  readonly onLost?: (error: Error) => void;
  readonly token: string;
  /** Without version and trailing slash. Default: https://discord.com/api */
  readonly api?: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A turn that takes longer shows that it is under way: "thinking" or "typing". Default: 800 */
  readonly slowAfterMs?: number;
  /** How long a Discord that is busy or out of order is waited for at the start. Default: 60000 */
  readonly startPatienceMs?: number;
  readonly completeTitle: CompleteTitle;
  /** Default: cards go without */
  readonly posters?: DrawnPosters;
  /** Which shards it serves. Default: all, as many as Discord recommends */
  readonly shards?: Sharding;
  /** Who may identify when, where other programs serve other shards. Default: by this program alone */
  readonly throttler?: ClientSettings["throttler"];
  /** How suggestions are answered where both can be. Default: by reactions */
  readonly gestures?: Gestures;
  /** Of what is kept away from the person of this Discord id. Default: nothing */
  readonly completeHidden?: (user: string, typed: string) => Promise<ReturnType<CompleteTitle>>;
}

/** Discord waits 3 s for the first answer to an interaction; this leaves time for the way there. */
const SLOW_AFTER_MS = 800;
const START_PATIENCE_MS = 60_000;
/** How long stop() waits for turns under way. */
const STOP_WITHIN_MS = 3_000;

const RIVAL =
  "Another program answers with the same DISCORD_TOKEN: end one of them, or make another application for it.";

const USAGE: readonly Field[] = [
  {
    name: "👍 👎 ⏭️ 🔖 ℹ️",
    value: "react to a suggestion: like, dislike, not now, later, details; take it away to undo",
  },
  {
    name: "/recommend",
    value: "a suggestion, with what you are in the mood for if you like; private: for your eyes only",
  },
  {
    name: "/together",
    value: "one film for several: who is in, a short list, hidden votes",
  },
  {
    name: "/favourites, /more-like",
    value: "movies you love, for a good start; movies near one that you name",
  },
  {
    name: "/seen, /undo, /restore",
    value: "you have seen it; takes your last answer back; lets a movie come up again",
  },
  { name: "/history, /hidden, /profile", value: "what was suggested and kept away; how I understand you" },
  {
    name: "/privacy, /import, /export, /forget-me",
    value: "who sees answers; what you watched elsewhere; all I keep about you; deletes it",
  },
  { name: "@ me, or write to me directly", value: "and say it in your own words, such as:" },
];

export function createDiscord({
  token,
  api,
  log,
  now,
  completeTitle,
  completeHidden = async () => [],
  posters,
  gestures = "reactions",
  shards = "auto",
  throttler,
  slowAfterMs = SLOW_AFTER_MS,
  startPatienceMs = START_PATIENCE_MS,
  onLost = (error) => log.error({ err: error }, error.message),
}: DiscordOptions): Adapter {
  const closing = new AbortController();
  const closed = closing.signal;
  setMaxListeners(0, closed); // every request listens
  const botId = (): string => connection.botId();
  const rest = createApi({ token, api, closed, onTokenRefused: () => lose(new Error(TOKEN_GONE)) });
  const carried = carriedSuggestions();
  const occasions = createOccasions(rest);
  const posting = createPosting(rest, botId);
  const standings = createStandings(rest);
  const seeding = createSeeding({ api: rest, standings, gestures, log, closed });
  const outbox = createOutbox({
    api: rest,
    occasions,
    posting,
    seeding,
    standings,
    carried,
    posters,
    gestures,
    log,
  });
  const review = createReview(rest, seeding, botId);
  const turns = createTurns(occasions, now, log);
  let stopping: Promise<void> | undefined;
  let isLost = false;
  let rivalIsTold = false;
  let tellOfGap = (): void => {};

  function lose(error: Error): void {
    if (isLost || stopping) return;
    isLost = true;
    onLost(error);
  }

  function tellOfRival(): void {
    if (rivalIsTold) return;
    rivalIsTold = true;
    log.warn({}, RIVAL);
  }

  const connection = createConnection({
    token,
    client: { api, shards, throttler },
    log,
    patienceMs: startPatienceMs,
    closed,
    onLost: lose,
    listen(client) {
      const onGap = (): void => tellOfGap();
      client.on(Events.Raw, createDispatches({ api: rest, botId, turns, carried, log, slowAfterMs, onGap }));
      client.on(
        Events.InteractionCreate,
        createInteractions({
          api: rest,
          turns,
          outbox,
          completeTitle,
          completeHidden,
          slowAfterMs,
          onRival: tellOfRival,
        }),
      );
    },
  });

  /** What belongs to the last turns, such as reactions under a card and the card before it drawn again; and what is said meanwhile. */
  async function finish(): Promise<void> {
    do {
      await turns.close();
      await setImmediate(); // what the host draws again it begins behind the turn
      await seeding.idle();
      await rest.idle();
    } while (turns.count > 0);
  }

  async function hangUp(): Promise<void> {
    const tooLong = new AbortController();
    await Promise.race([
      finish(),
      setTimeout(STOP_WITHIN_MS, undefined, { signal: tooLong.signal }).catch(() => {}),
    ]);
    tooLong.abort();
    closing.abort();
    await connection.close();
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
      windows: false,
    },

    usage: USAGE,

    async start(listener, onGapSeen = () => {}) {
      turns.open(listener);
      tellOfGap = onGapSeen;
      await connection.open();
    },

    send: outbox.send,
    edit: outbox.edit,
    review: (suggested) => wordless(review(suggested)),

    stop() {
      stopping ??= hangUp();
      return stopping;
    },
  };
}
