/**
 * Socket Mode over sockets that follow one another. Bolt's own client hangs up as soon as Slack asks for a fresh socket,
 * and pauses for seconds before it opens the next: commands and buttons pressed meanwhile are lost, for Slack never
 * sends them again. Here the next one is open before the old one is let go.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type App, type Logger, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { failureOf, refusal } from "./failures.ts";
import type { Log } from "./log.ts";

export interface SocketReceiverOptions {
  readonly appToken: string;
  readonly slackApiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
  /** How long a socket may be silent. */
  readonly silentMs: number;
  /** What came over an old socket is acknowledged over it within this time, or sent again. */
  readonly acknowledgeWithinMs: number;
  /** There was no socket for a while, and there is one again. */
  readonly onGap: () => void;
  /** Slack lets this app open no socket any more. */
  readonly onLost: (error: unknown) => void;
}

/** Pauses before a socket is opened again, the more of them broke in a row the longer. */
const PAUSES_MS = [0, 300, 600, 1_200, 2_500, 5_000, 10_000, 20_000, 30_000];
/** A socket that lived so long was none that broke. */
const SOUND_AFTER_MS = 30_000;
/** Slack greets at once. */
const GREETED_WITHIN_MS = 10_000;
/** How long the other end may take to say goodbye. */
const GOODBYE_MS = 1_000;

/** Slack's words for a token of the wrong kind: there is no other but by hand. */
const NO_WAY_IN = new Set(["missing_scope", "not_allowed_token_type"]);

/** Slack's reasons for which the socket still serves until the next is open. */
const STILL_SERVES = new Set(["warning", "refresh_requested"]);

const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => "error" as ReturnType<Logger["getLevel"]>,
  setName() {},
};

export function createSocketReceiver(options: SocketReceiverOptions): Receiver {
  const { log, onGap, onLost, acknowledgeWithinMs } = options;
  const serving = new Set<SocketModeReceiver>();
  const open = new Set<SocketModeReceiver>();
  let app: App;
  let ending = new AbortController();
  let isOpening = false;
  let isGap = false;
  let brokenInARow = 0;
  let openedMs = 0;

  /** Resolves once Slack has greeted. */
  async function connect(): Promise<void> {
    const receiver = socketOf(options, goodbye);
    receiver.init(app);
    open.add(receiver);
    const greeted = receiver.client.start().catch((error: unknown) => {
      throw error ?? new Error("Slack closed a socket before it was ready");
    });
    try {
      await inTime(greeted);
      if (ending.signal.aborted) throw new Error("stopped while it was opened");
    } catch (error) {
      greeted.then(
        () => hangUp(receiver), // too late
        () => {},
      );
      hangUp(receiver);
      throw error;
    }
    for (const older of serving) retire(older);
    serving.add(receiver);
    openedMs = performance.now();
    receiver.client.once("disconnected", () => closed(receiver));
    if (isGap) {
      isGap = false;
      log.info({}, "connection to Slack is back");
      onGap();
    }
  }

  function goodbye(receiver: SocketModeReceiver, reason: string): void {
    if (!STILL_SERVES.has(reason)) hangUp(receiver);
    if (serving.has(receiver)) renew();
  }

  function closed(receiver: SocketModeReceiver): void {
    open.delete(receiver);
    serving.delete(receiver);
    if (serving.size > 0 || ending.signal.aborted) return;
    if (!isGap) log.warn({}, "connection to Slack lost, opening it again");
    isGap = true;
    renew();
  }

  function renew(): void {
    if (ending.signal.aborted || isOpening) return;
    isOpening = true;
    void keepOpening().finally(() => {
      isOpening = false;
      if (isGap) renew(); // lost again meanwhile
    });
  }

  /** Never rejects. */
  async function keepOpening(): Promise<void> {
    const { signal } = ending;
    if (performance.now() - openedMs > SOUND_AFTER_MS) brokenInARow = 0;
    while (!signal.aborted) {
      try {
        await sleep(PAUSES_MS[Math.min(brokenInARow++, PAUSES_MS.length - 1)], undefined, { signal });
        return await connect();
      } catch (error) {
        if (signal.aborted) return;
        const failure = failureOf(error);
        if (failure.kind === "lockedOut" || NO_WAY_IN.has(refusal(error) ?? "")) return lose(error);
        if (brokenInARow === 2) log.warn({ err: error }, "Slack gives no connection, trying again");
        if (failure.kind === "wait") {
          brokenInARow--; // nothing broke
          await sleep(failure.afterMs, undefined, { signal }).catch(() => {});
        }
      }
    }
  }

  function lose(error: unknown): void {
    end();
    onLost(error);
  }

  function end(): void {
    ending.abort();
    isGap = false;
    for (const receiver of open) hangUp(receiver);
  }

  /** Serves until the next is there; then for as long as it takes to acknowledge what came over it. */
  function retire(receiver: SocketModeReceiver): void {
    serving.delete(receiver);
    setTimeout(() => hangUp(receiver), acknowledgeWithinMs).unref();
  }

  function hangUp(receiver: SocketModeReceiver): void {
    open.delete(receiver);
    const { client } = receiver;
    if (!client.websocket) return;
    void client.disconnect();
    // Asked a second time it does not wait for the other end.
    setTimeout(() => client.websocket?.disconnect(), GOODBYE_MS).unref();
  }

  return {
    init(given) {
      app = given;
    },
    async start() {
      ending = new AbortController();
      await connect();
    },
    async stop() {
      end();
    },
  };
}

/** @param goodbye is told when Slack is about to close it, and why */
function socketOf(
  { appToken, slackApiUrl, fetch, silentMs }: SocketReceiverOptions,
  goodbye: (receiver: SocketModeReceiver, reason: string) => void,
): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: silent,
    autoReconnectEnabled: false,
    clientPingTimeout: silentMs,
    installerOptions: {
      clientOptions: { slackApiUrl, fetch, rejectRateLimitedCalls: true, retryConfig: { retries: 0 } },
    },
    // What went wrong was told where it happened; unacknowledged, it is delivered again.
    processEventErrorHandler: async () => false,
  });
  const { client } = receiver;
  const emit = client.emit.bind(client);
  client.emit = (event, ...args) => {
    const reason = event === "ws_message" ? reasonOfGoodbye(args[0]) : undefined;
    if (reason === undefined) return emit(event, ...args);
    goodbye(receiver, reason);
    return true;
  };
  return receiver;
}

function reasonOfGoodbye(data: unknown): string | undefined {
  if (typeof data !== "string" || !data.includes('"disconnect"')) return undefined;
  try {
    const { type, reason } = JSON.parse(data) as { type?: unknown; reason?: unknown };
    return type === "disconnect" ? String(reason) : undefined;
  } catch {
    return undefined;
  }
}

async function inTime(greeted: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Slack opened a socket and said nothing")), GREETED_WITHIN_MS);
  });
  try {
    await Promise.race([greeted, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
