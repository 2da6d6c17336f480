import { LRUCache } from "lru-cache";
import type { World } from "../conversation/turn.ts";
import type { Store } from "../store/store.ts";
import type { Adapter, Incoming } from "./adapter.ts";
import { handle, type StateAtHand } from "./handle.ts";
import { keyedQueue } from "./keyed-queue.ts";

/** People whose state is kept at hand: a taste holds a d x d matrix, 131 kB at d = 128. */
const STATES_AT_HAND = 64;

export interface HostOptions {
  readonly world: World;
  readonly store: Store;
  readonly adapter: Adapter;
  /** Is told of a failure inside a turn: a bug or a broken disk. The person has been told that something went wrong. */
  readonly onError: (error: unknown, incoming: Incoming) => void;
}

/** Brings a platform, the conversation and the memory together. */
export interface Host {
  /** Resolves once the adapter is listening. */
  start(): Promise<void>;
  /** Takes no more events in, and resolves when those begun are finished. */
  stop(): Promise<void>;
}

export function createHost({ world, store, adapter, onError }: HostOptions): Host {
  const states = new LRUCache<string, StateAtHand>({ max: STATES_AT_HAND });
  const queue = keyedQueue();
  const onIncoming = (incoming: Incoming): Promise<void> =>
    queue.run(`${incoming.user.platform}:${incoming.user.id}`, async () => {
      try {
        await handle({ world, store, adapter, states }, incoming);
      } catch (error) {
        onError(error, incoming);
      }
    });
  return {
    start: () => adapter.start(onIncoming),
    async stop() {
      await adapter.stop();
      await queue.idle();
    },
  };
}
