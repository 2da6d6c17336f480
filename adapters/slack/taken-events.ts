import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { EventId } from "../../src/conversation/person.ts";
import type { Incoming } from "../../src/host/adapter.ts";
import type { Heard } from "./incoming.ts";

/** So many of the latest events are known again when Slack repeats them, and their answers find their way. */
const EVENTS_AT_HAND = 10_000;

/** Events on their way to the host, each once, however often Slack delivers it. */
export interface TakenEvents {
  /** Resolves when the event has been dealt with. @throws while closed: Slack then delivers the event again */
  take(heard: Heard): Promise<void>;
  /** What an answer to this event can make use of; undefined where it is too long ago. */
  heard(event: EventId): Heard | undefined;
  open(onIncoming: (incoming: Incoming) => Promise<void>): void;
  /** Takes no more. Resolves when all that was taken has been handed on: some of it may be acknowledged already. */
  close(): Promise<void>;
}

export function createTakenEvents(): TakenEvents {
  const taken = new LRUCache<EventId, { heard: Heard; done: Promise<void> }>({ max: EVENTS_AT_HAND });
  let handOn: ((incoming: Incoming) => Promise<void>) | undefined;
  /** Turns take their time: between any two of them it is heard what came in meanwhile, and acknowledged. */
  let breath: Promise<void> = Promise.resolve();
  const breathe = (): Promise<void> => {
    breath = breath.then(() => (handOn ? setImmediate() : undefined));
    return breath;
  };

  return {
    async take(heard) {
      const { incoming } = heard;
      const known = taken.get(incoming.event);
      if (known) return known.done;
      if (!handOn) throw new Error(`stopped before ${incoming.event} was taken`);
      const take = handOn;
      const done = breathe().then(() => take(incoming));
      taken.set(incoming.event, { heard, done });
      return done;
    },
    heard: (event) => taken.get(event)?.heard,
    open(onIncoming) {
      handOn = onIncoming;
    },
    async close() {
      handOn = undefined;
      await breath;
    },
  };
}
