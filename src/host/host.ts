import { LRUCache } from "lru-cache";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import * as wording from "../conversation/wording.ts";
import type { World } from "../conversation/world.ts";
import type { IntentParser } from "../intent/parser.ts";
import type { Store } from "../store/store.ts";
import type { Adapter, Incoming } from "./adapter.ts";
import { destinationOf, handle, type StateAtHand } from "./handle.ts";
import { keyedQueue } from "./keyed-queue.ts";

/** People whose state is kept at hand: a taste holds a d x d matrix, 131 kB at d = 128. */
const STATES_AT_HAND = 64;

export interface HostOptions {
  readonly world: World;
  readonly store: Store;
  /** Reads what people are in the mood for. Absent: only commands and titles are understood. */
  readonly parser?: IntentParser;
  readonly adapter: Adapter;
  /** Is told of a failure inside a turn: a bug, a broken disk, a platform out of reach. The person is told too. */
  readonly onError: (error: unknown, incoming: Incoming) => void;
  /** Is told of every event that was dealt with, and how long it took. */
  readonly onHandled?: (incoming: Incoming, elapsedMs: number) => void;
  /** How much one person may say; reactions and buttons are never turned away. Default: as much as they like. */
  readonly allowance?: Allowance;
}

export interface Allowance {
  readonly messages: number;
  readonly perSeconds: number;
}

/** Brings a platform, the conversation and the memory together. */
export interface Host {
  /** Resolves once the adapter is listening. */
  start(): Promise<void>;
  /** Takes no more events in, and resolves when those begun are finished. */
  stop(): Promise<void>;
}

export function createHost({
  world,
  store,
  parser,
  adapter,
  onError,
  onHandled,
  allowance,
}: HostOptions): Host {
  const states = new LRUCache<string, StateAtHand>({ max: STATES_AT_HAND });
  const queue = keyedQueue();
  const isWelcome = allowance ? doorkeeper(adapter, allowance) : async () => true;

  async function deal(incoming: Incoming): Promise<void> {
    const startedMs = performance.now();
    try {
      await handle({ world, store, adapter, states, ...(parser && { parser }) }, incoming);
      onHandled?.(incoming, performance.now() - startedMs);
    } catch (error) {
      onError(error, incoming);
      await adapter.send(destinationOf(incoming), wording.failed()).catch(() => {}); // told once, in onError
    }
  }

  const onIncoming = async (incoming: Incoming): Promise<void> => {
    if (await isWelcome(incoming)) await queue.run(keyOf(incoming), () => deal(incoming));
  };

  return {
    start: () => adapter.start(onIncoming),
    async stop() {
      await adapter.stop();
      await queue.idle();
    },
  };
}

/** Turns away words past a person's allowance, with a friendly answer the first time. */
function doorkeeper(
  adapter: Adapter,
  { messages, perSeconds }: Allowance,
): (incoming: Incoming) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points: messages, duration: perSeconds });
  return async (incoming) => {
    if ("on" in incoming.did) return true;
    try {
      await limiter.consume(keyOf(incoming));
      return true;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      if (refusal.consumedPoints === messages + 1) {
        const seconds = Math.ceil(refusal.msBeforeNext / 1000);
        await adapter.send(destinationOf(incoming), wording.slowDown(seconds)).catch(() => {});
      }
      return false;
    }
  };
}

const keyOf = ({ user }: Incoming): string => `${user.platform}:${user.id}`;
