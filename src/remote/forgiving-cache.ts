import type { Cache } from "./cache.ts";

/**
 * A cache whose failures cost nobody anything: what cannot be looked up is asked again, what cannot be kept is not kept.
 *
 * @param onTrouble told of the first failure in a row
 */
export function forgivingCache(cache: Cache, onTrouble: (error: unknown) => void): Cache {
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
    put: (key, text, nowMs) => attempt(() => cache.put(key, text, nowMs)),
    prune: (nowMs) => attempt(() => cache.prune(nowMs)),
  };
}
