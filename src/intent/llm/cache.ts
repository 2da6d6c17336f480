import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Keeps answers of the model, so that the same words need not be understood twice. Knows nobody's name. */
export interface AnswerCache {
  /** The answer kept under the key; undefined where there is none, or it is older than KEPT_FOR_MS, or of the future. */
  get(key: string, nowMs: number): Promise<string | undefined>;
  /** Replaces what the key held. */
  put(key: string, answer: string, nowMs: number): Promise<void>;
  /** Deletes what is not given back any more. */
  prune(nowMs: number): Promise<void>;
}

export const KEPT_FOR_MS = 30 * 86_400_000;
const KEPT_IN_MEMORY = 2000;

/** Everything an answer depends on. */
export interface Asked {
  readonly text: string;
  readonly model: string;
  readonly promptVersion: string;
  /** What "the last five years" are counted from. */
  readonly year: number;
  /** The last year of the catalogue. */
  readonly lastYear: number;
}

/** The key of a question: a hash, so that no store holds what people wrote. */
export function cacheKey({ text, model, promptVersion, year, lastYear }: Asked): string {
  const normalised = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const parts = [promptVersion, model, year, lastYear, normalised];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Gone with the process; the least recently used make room. */
export function memoryAnswerCache(): AnswerCache {
  const kept = new LRUCache<string, { readonly answer: string; readonly atMs: number }>({
    max: KEPT_IN_MEMORY,
  });
  return {
    async get(key, nowMs) {
      const found = kept.get(key);
      return found && isFresh(found.atMs, nowMs) ? found.answer : undefined;
    },
    async put(key, answer, nowMs) {
      kept.set(key, { answer, atMs: nowMs });
    },
    async prune(nowMs) {
      for (const [key, { atMs }] of kept.entries()) if (!isFresh(atMs, nowMs)) kept.delete(key);
    },
  };
}

const isFresh = (atMs: number, nowMs: number): boolean => atMs > nowMs - KEPT_FOR_MS && atMs <= nowMs;
