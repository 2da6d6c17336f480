/** Keeps texts that cost something to get, for as long as they may be kept. */
import { LRUCache } from "lru-cache";

export interface Cache {
  /** The text kept under the key; undefined where there is none, or it is too old, or of the future. */
  get(key: string, nowMs: number): Promise<string | undefined>;
  /** Replaces what the key held. */
  put(key: string, text: string, nowMs: number): Promise<void>;
  /** Deletes what is not given back any more. */
  prune(nowMs: number): Promise<void>;
}

const KEPT_IN_MEMORY = 2000;

/** Gone with the process; the least recently used make room. */
export function memoryCache(keptForMs: number): Cache {
  const kept = new LRUCache<string, { readonly text: string; readonly atMs: number }>({
    max: KEPT_IN_MEMORY,
  });
  const isFresh = (atMs: number, nowMs: number): boolean => atMs > nowMs - keptForMs && atMs <= nowMs;
  return {
    async get(key, nowMs) {
      const found = kept.get(key);
      return found && isFresh(found.atMs, nowMs) ? found.text : undefined;
    },
    async put(key, text, nowMs) {
      kept.set(key, { text, atMs: nowMs });
    },
    async prune(nowMs) {
      for (const [key, { atMs }] of kept.entries()) if (!isFresh(atMs, nowMs)) kept.delete(key);
    },
  };
}
