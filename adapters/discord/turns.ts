import { setImmediate } from "node:timers/promises";
import type { Did, Incoming } from "../../src/host/adapter.ts";
import { withoutWords } from "./api-error.ts";
import { conversationOf, eventOf, userKey } from "./incoming.ts";
import type { Log } from "./log.ts";
import type { Occasion, Occasions } from "./occasions.ts";

/** What a person did in Discord, and where. */
export interface Happened {
  /** Discord's part of the event's id: the same when Discord delivers it again. */
  readonly id: string;
  /** Discord's id of the person. */
  readonly user: string;
  /** As the others there know them. */
  readonly name?: string | undefined;
  /** A promise where it must first be found out what it is about; the person's later events wait for it. */
  readonly did: Did | Promise<Did>;
  readonly occasion: Occasion;
  /** Whether the answer was asked for in private; absent where nothing was said about it. */
  readonly private?: boolean | undefined;
}

/** Turns under way: each person's events in the order in which they happened. */
export interface Turns {
  /** How many are under way. */
  readonly count: number;
  open(onIncoming: (incoming: Incoming) => Promise<void>): void;
  /**
   * Runs a turn, whatever becomes of it. `what` names it in the log. Once closed, none but of what is told once: Discord
   * takes it as heard, and nobody could find out later.
   */
  begin(what: string, turn: () => Promise<void>, options?: { readonly isToldOnce?: boolean }): void;
  /** Hands an event to the host; resolves when that has dealt with it. */
  take(happened: Happened): Promise<void>;
  /** Resolves when no turn is under way. */
  close(): Promise<void>;
}

/** @param now milliseconds since 1970 */
export function createTurns(occasions: Occasions, now: () => number, log: Log): Turns {
  const underWay = new Set<Promise<void>>();
  /** By person: events that wait until it is known what they are about. */
  const waiting = new Map<string, Promise<unknown>>();
  let handOn: ((incoming: Incoming) => Promise<void>) | undefined;
  let isOpen = false;
  /** Turns take their time: between any two of them it is heard what came in meanwhile, and acknowledged. */
  let breath: Promise<void> = Promise.resolve();
  const breathe = (): Promise<void> => {
    breath = breath.then(() => setImmediate());
    return breath;
  };

  async function inOrder(user: string, did: Did | Promise<Did>): Promise<void> {
    const before = waiting.get(user);
    if (!before && !(did instanceof Promise)) return;
    const ready = Promise.all([before, did]);
    waiting.set(user, ready);
    await ready;
    if (waiting.get(user) === ready) waiting.delete(user);
  }

  return {
    get count() {
      return underWay.size;
    },

    open(onIncoming) {
      handOn = onIncoming;
      isOpen = true;
    },

    begin(what, turn, { isToldOnce = false } = {}) {
      if (!isOpen && !isToldOnce) return;
      const done = turn()
        .catch((error: unknown) => log.error({ err: withoutWords(error) }, `${what} failed`))
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },

    async take({ id, user, name, did, occasion, private: privately }) {
      const event = eventOf(id);
      const atMs = now();
      await inOrder(user, did);
      await breathe();
      occasions.remember(event, occasion);
      await handOn?.({
        user: userKey(user),
        conversation: conversationOf(occasion.channel),
        ...(name !== undefined && { name }),
        event,
        atMs,
        did: await did,
        ...(occasion.place && { place: occasion.place }),
        ...(occasion.alone ? { private: true } : privately !== undefined && { private: privately }),
      });
    },

    async close() {
      isOpen = false;
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
