import type { AnswerCache } from "./cache.ts";

/**
 * A cache whose failures cost nobody an answer: what cannot be looked up is asked again, what cannot be kept is not kept.
 *
 * @param onTrouble told of the first failure in a row
 */
export function forgivingCache(cache: AnswerCache, onTrouble: (error: unknown) => void): AnswerCache {
  let isTroubled = false;
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      const done = await work();
      isTroubled = false;
      return done;
    } catch (error) {
      if (!isTroubled) onTrouble(error);
      isTroubled = true;
      return undefined;
    }
  };
  return {
    get: (key, nowMs) => attempt(() => cache.get(key, nowMs)),
    put: (key, answer, nowMs) => attempt(() => cache.put(key, answer, nowMs)),
    prune: (nowMs) => attempt(() => cache.prune(nowMs)),
  };
}
