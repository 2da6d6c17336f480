import { LRUCache } from "lru-cache";
import type { World } from "../conversation/turn.ts";
import type { Taste } from "../recommender/user-model.ts";
import type { Store } from "../store/store.ts";
import type { Adapter, Incoming } from "./adapter.ts";
import { handle } from "./handle.ts";
import { keyedQueue } from "./keyed-queue.ts";

/** A taste holds a d x d matrix (131 kB at d = 128); this many of the latest are kept at hand. */
const TASTES_AT_HAND = 64;

/** A taste as last computed, and the revision of the person's log it stands for. */
export interface TasteAtHand {
  readonly revision: number;
  readonly taste: Taste;
}

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
  const tastes = new LRUCache<string, TasteAtHand>({ max: TASTES_AT_HAND });
  const queue = keyedQueue();
  const onIncoming = (incoming: Incoming): Promise<void> =>
    queue.run(`${incoming.user.platform}:${incoming.user.id}`, async () => {
      try {
        await handle({ world, store, adapter, tastes }, incoming);
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
