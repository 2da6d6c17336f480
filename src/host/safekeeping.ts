/**
 * What has come in and is not committed yet. Where that takes a while, it is kept aside, so that a process that is killed
 * meanwhile loses nothing: the next one deals with it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { EventId } from "../conversation/person.ts";
import type { Incoming } from "./adapter.ts";
import type { Inbox } from "./inbox.ts";

/** Most turns are committed long before: these cost no more than a timer. */
const KEPT_AFTER_MS = 200;
/** What nobody dealt with for so long is of no use any more; nor what a clock that was as far ahead made. */
const OF_USE_MS = 24 * 3_600_000;

export interface Safekeeping {
  /**
   * Runs what deals with the event, and tells it how to say that it is committed. What is neither committed nor
   * dealt with in the end is left to the next process.
   *
   * @param work resolves with whether it was dealt with
   */
  during(incoming: Incoming, work: (committed: () => void) => Promise<boolean>): Promise<void>;
  /** As the port has it. */
  untilSafe(event: EventId): Promise<void>;
  /** What earlier processes left and is still of use, in the order in which it was kept. */
  left(): Promise<readonly Incoming[]>;
}

/**
 * @param inbox where it is kept; where there is none, it is safe only when it is committed
 * @param onTrouble told of what cannot be kept
 */
export function createSafekeeping(
  inbox: Inbox | undefined,
  now: () => number,
  onTrouble: (error: unknown, event: EventId) => void,
): Safekeeping {
  const safe = new Map<EventId, Promise<void>>();

  async function keptLater(incoming: Incoming, keeper: Inbox, signal: AbortSignal): Promise<void> {
    await sleep(KEPT_AFTER_MS, undefined, { ref: false, signal });
    signal.throwIfAborted(); // settled at the same moment
    await keeper.keep(incoming);
  }

  return {
    async during(incoming, work) {
      const { event } = incoming;
      if (safe.has(event)) return void (await work(() => {})); // delivered twice: the first one sees to it
      const isSettled = new AbortController();
      let settle = () => {};
      const settled = new Promise<void>((resolve) => {
        settle = () => {
          isSettled.abort();
          inbox?.settle(event);
          resolve();
        };
      });
      const kept = inbox && keptLater(incoming, inbox, isSettled.signal);
      kept?.catch((error) => {
        if (!isSettled.signal.aborted) onTrouble(error, event);
      });
      safe.set(event, kept ? kept.catch(() => settled) : settled);
      try {
        if (await work(settle)) settle();
      } finally {
        safe.delete(event);
      }
    },

    untilSafe: async (event) => safe.get(event),

    async left() {
      const found = (await inbox?.left()) ?? [];
      const isOfUse = ({ atMs }: Incoming) => Math.abs(now() - atMs) <= OF_USE_MS;
      for (const incoming of found) if (!isOfUse(incoming)) inbox!.settle(incoming.event);
      return found.filter(isOfUse);
    },
  };
}
