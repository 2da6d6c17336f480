import { expect, test } from "vitest";
import { type Cache, memoryCache } from "./cache.ts";
import { forgivingCache } from "./forgiving-cache.ts";

function breakable(): Cache & { broken: boolean } {
  const whole = memoryCache(1_000);
  const cache = {
    broken: false,
    async get(key: string, nowMs: number) {
      if (cache.broken) throw new Error("database is locked");
      return whole.get(key, nowMs);
    },
    async put(key: string, text: string, nowMs: number) {
      if (cache.broken) throw new Error("database is locked");
      return whole.put(key, text, nowMs);
    },
    async prune(nowMs: number) {
      if (cache.broken) throw new Error("database is locked");
      return whole.prune(nowMs);
    },
  };
  return cache;
}

test("a cache that fails is as good as an empty one, says so once, and serves again when it is well", async () => {
  const cache = breakable();
  const troubles: unknown[] = [];
  const forgiving = forgivingCache(cache, (error) => troubles.push(error));
  await forgiving.put("a", "1", 0);
  cache.broken = true;
  expect(await forgiving.get("a", 0)).toBeUndefined();
  await forgiving.put("b", "2", 0);
  expect(troubles).toEqual([new Error("database is locked")]);
  cache.broken = false;
  expect(await forgiving.get("a", 0)).toBe("1");
  cache.broken = true;
  await forgiving.prune(0);
  expect(troubles).toHaveLength(2);
});
