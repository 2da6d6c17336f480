/**
 * Calls to Slack on their way. Slack counts them by method, and posts by channel: each has a queue of its own, in which
 * the more urgent go first. A queue that is asked for patience rests, and begins again with one at a time.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import { failureOf } from "./failures.ts";
import { createLane, type Lane } from "./lane.ts";

/** From the most urgent down: what a person waits for, what can be pressed under it, what it replaces, what was missed. */
const URGENCY = { answer: 3, seed: 2, redraw: 1, look: 0 } as const;
/** A call that was sent back does not wait behind those that came later. */
const SENT_BACK = 0.5;

/** Looked after when cards are looked at after a start. */
const LATER: ReadonlySet<Call["urgency"]> = new Set(["seed", "look"]);

/** Calls of a queue under way at the same time. What a person waits for does not wait for another's. */
const AT_ONCE: Readonly<Record<string, number>> = {
  "reactions.add": 8,
  "chat.update": 4,
  "reactions.get": 2,
};
const AT_ONCE_ELSE = 32;

/** Pauses before a call that may be made twice is made again. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000];

/** Whoever waits for an answer is not held up by a queue that rests for longer than this. */
const PATIENCE_MS = 30_000;

export interface Call {
  readonly method: string;
  /** Where Slack counts by channel. */
  readonly channel?: string;
  readonly urgency: keyof typeof URGENCY;
  /** Made twice it does what it does once: it is made again where its answer was lost. */
  readonly repeatable: boolean;
}

export interface Calls {
  /**
   * Waits for as long as Slack asks to.
   *
   * @throws what the call threw, where trying again does not help or has to be left to others
   */
  make<T>(call: Call, work: () => Promise<T>): Promise<T>;
  /** So many calls of this method wait, because Slack has asked for patience. */
  backlog(method: string): number;
  readonly isClosed: boolean;
  open(): void;
  /** From now on nothing waits, and nothing is sent that the next process makes up for. */
  close(): void;
}

/** @param onLockedOut is told Slack's word for it when it no longer accepts the token */
export function createCalls(onLockedOut: (error: string) => void): Calls {
  const lanes = new Map<string, Lane>();
  let closing = new AbortController();

  function laneOf({ method, channel = "" }: Call): Lane {
    const name = `${method} ${channel}`;
    const lane = lanes.get(name) ?? createLane(AT_ONCE[method] ?? AT_ONCE_ELSE, () => lanes.delete(name));
    lanes.set(name, lane);
    return lane;
  }

  /** Resolves when the failed call may be made again; true where that is because it may be repeated. @throws where it may not */
  async function untilNext(lane: Lane, call: Call, repeats: number, error: unknown): Promise<boolean> {
    const failure = failureOf(error);
    if (failure.kind === "lockedOut") onLockedOut(failure.error);
    if (closing.signal.aborted) throw error;
    if (failure.kind === "wait") {
      lane.rest(failure.afterMs);
      return false;
    }
    const passes = failure.kind === "notDone" || failure.kind === "unknown";
    const pauseMs = PAUSES_MS[repeats];
    if (!passes || !call.repeatable || pauseMs === undefined) throw error;
    await sleep(pauseMs, undefined, { signal: closing.signal }).catch(() => {
      throw error;
    });
    return true;
  }

  return {
    async make(call, work) {
      const lane = laneOf(call);
      const task = async () => {
        if (closing.signal.aborted && LATER.has(call.urgency)) throw new Error("stopped before it was sent");
        return work();
      };
      lane.enter();
      try {
        let priority: number = URGENCY[call.urgency];
        for (let repeats = 0; ; ) {
          const restMs = lane.restMs();
          if (call.urgency === "answer" && restMs > PATIENCE_MS)
            throw new webApi.WebAPIRateLimitedError(Math.ceil(restMs / 1_000));
          try {
            return await lane.run(task, priority);
          } catch (error) {
            if (await untilNext(lane, call, repeats, error)) repeats++;
            priority = URGENCY[call.urgency] + SENT_BACK;
          }
        }
      } finally {
        lane.leave();
      }
    },

    backlog: (method) => lanes.get(`${method} `)?.backlog() ?? 0,

    get isClosed() {
      return closing.signal.aborted;
    },

    open() {
      closing = new AbortController();
    },

    close() {
      closing.abort();
      for (const lane of lanes.values()) lane.hurry();
    },
  };
}
