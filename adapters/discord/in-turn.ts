/**
 * Several programs may be set to serve the same shards: one does, and the others stand by, to take over where it ends or loses the
 * database, by which they agree on it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Adapter } from "../../src/host/adapter.ts";
import type { Log } from "./log.ts";

/** So often the one looks whether it is still its turn, and another whether it is by now. */
const LOOK_MS = 2_000;

export interface Turn {
  /** @throws where nobody can tell just now */
  isOurs(): Promise<boolean>;
  close(): Promise<void>;
}

export interface InTurnOptions {
  /** Makes an adapter anew: one that was stopped is not started again. */
  readonly open: () => Adapter;
  readonly openTurn: () => Promise<Turn>;
  /** What is served, for the log. */
  readonly what: string;
  readonly log: Log;
  /** Default: 2000 */
  readonly lookMs?: number;
  /** It was another's turn, and this program cannot take it again. */
  readonly onLost: (error: Error) => void;
}

/** The adapter, which listens while it is its turn. What waits to be shown it shows at any time. */
export function inTurn({ open, openTurn, what, log, onLost, lookMs = LOOK_MS }: InTurnOptions): Adapter {
  const stopping = new AbortController();
  let adapter = open();
  let turn: Turn | undefined;
  let watching: Promise<void> = Promise.resolve();

  /** Undefined where nobody can tell just now. */
  const look = async (): Promise<boolean | undefined> => turn?.isOurs().catch(() => undefined);

  const pause = (): Promise<void> => sleep(lookMs, undefined, { signal: stopping.signal });

  async function untilOurs(): Promise<void> {
    for (let isTold = false; (await look()) !== true; isTold = true) {
      if (!isTold) log.info({ what }, "another program serves Discord; this one stands by");
      await pause();
    }
  }

  async function serve(...given: Parameters<Adapter["start"]>): Promise<void> {
    await untilOurs();
    stopping.signal.throwIfAborted();
    await adapter.start(...given);
    watching = watch(given).catch((error) => {
      if (!stopping.signal.aborted) onLost(error);
    });
  }

  /** While nobody can tell nobody else can take it over. */
  async function watch(given: Parameters<Adapter["start"]>): Promise<void> {
    do await pause();
    while ((await look()) !== false);
    log.info({ what }, "another program has taken Discord over; this one stands by");
    const before = adapter;
    adapter = open();
    await before.stop();
    await serve(...given);
    given[1]?.(); // something may have been missed between the two
  }

  return {
    ...adapter,
    async start(...given) {
      turn = await openTurn();
      await serve(...given);
    },
    send: (...given) => adapter.send(...given),
    edit: async (...given) => (await adapter.edit?.(...given)) ?? false,
    review: async (...given) => adapter.review?.(...given),
    async stop() {
      stopping.abort(new Error("stopped while standing by"));
      await adapter.stop();
      await watching;
      await turn?.close();
    },
  };
}
