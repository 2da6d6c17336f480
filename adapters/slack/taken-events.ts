import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { EventId } from "../../src/conversation/person.ts";
import type { Incoming } from "../../src/host/adapter.ts";
import { atMost } from "./at-most.ts";
import type { Heard } from "./incoming.ts";

/** So many of the latest events are known again when Slack repeats them, and their answers find their way. */
const EVENTS_AT_HAND = 10_000;

/** Events on their way to the host, each once, however often Slack delivers it. */
export interface TakenEvents {
  /** Resolves when the event has been dealt with. @throws while closed: Slack then delivers the event again */
  take(heard: Heard): Promise<void>;
  /** Takes the event. Resolves when Slack need not deliver it again: dealt with, or late and safe. @throws as `take` */
  takeForGood(heard: Heard): Promise<void>;
  /** Resolves once the event, which was taken, cannot get lost any more. */
  untilSafe(event: EventId): Promise<void>;
  /** What an answer to this event can make use of; undefined where it is too long ago. */
  heard(event: EventId): Heard | undefined;
  open(onIncoming: (incoming: Incoming) => Promise<void>, untilSafe?: TakenEvents["untilSafe"]): void;
  /** Takes no more. */
  close(): void;
}

/** @param lateAfterMs how long Slack waits to hear that an event has been dealt with */
export function createTakenEvents(lateAfterMs: number): TakenEvents {
  const taken = new LRUCache<EventId, { heard: Heard; done: Promise<void> }>(atMost(EVENTS_AT_HAND));
  let handOn: ((incoming: Incoming) => Promise<void>) | undefined;
  let untilSafe: TakenEvents["untilSafe"] = async () => {};

  async function take(heard: Heard): Promise<void> {
    const { incoming } = heard;
    const known = taken.get(incoming.event);
    if (known) return known.done;
    if (!handOn) throw new Error(`stopped before ${incoming.event} was taken`);
    const taking = { heard, done: Promise.resolve() };
    taken.set(incoming.event, taking); // an answer given at once finds it
    taking.done = handOn(incoming);
    return taking.done;
  }

  return {
    take,
    async takeForGood(heard) {
      const done = take(heard);
      const lateAndSafe = sleep(lateAfterMs, undefined, { ref: false }).then(() =>
        untilSafe(heard.incoming.event),
      );
      await Promise.race([done, lateAndSafe]);
    },
    untilSafe: (event) => untilSafe(event),
    heard: (event) => taken.get(event)?.heard,
    open(onIncoming, isSafe = async () => {}) {
      handOn = onIncoming;
      untilSafe = isSafe;
    },
    close() {
      handOn = undefined;
    },
  };
}
