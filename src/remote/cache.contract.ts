import { describe, expect, test } from "vitest";
import type { Cache } from "./cache.ts";

/** What every cache promises that keeps texts for so long. */
export function cacheContract(name: string, keptForMs: number, open: () => Cache): void {
  describe(`${name} cache`, () => {
    test("knows nothing at first", async () => {
      expect(await open().get("key", 0)).toBeUndefined();
    });

    test("gives back what was put last under a key, and nothing of another key's", async () => {
      const cache = open();
      await cache.put("one", "first", 0);
      await cache.put("one", "second", 1);
      await cache.put("two", "other", 1);
      expect(await cache.get("one", 2)).toBe("second");
      expect(await cache.get("two", 2)).toBe("other");
      expect(await cache.get("three", 2)).toBeUndefined();
    });

    test("forgets a text when its time is over, though others came later", async () => {
      const cache = open();
      await cache.put("old", "answer", 0);
      await cache.put("new", "answer", keptForMs - 1);
      expect(await cache.get("old", keptForMs - 1)).toBe("answer");
      expect(await cache.get("old", keptForMs)).toBeUndefined();
      await cache.prune(keptForMs);
      expect(await cache.get("new", keptForMs)).toBe("answer");
      expect(await cache.get("old", 0)).toBeUndefined();
    });

    test("does not give back what a clock that had jumped ahead put there, and deletes it", async () => {
      const cache = open();
      await cache.put("ahead", "answer", 10 * keptForMs);
      expect(await cache.get("ahead", 0)).toBeUndefined();
      await cache.prune(0);
      expect(await cache.get("ahead", 10 * keptForMs)).toBeUndefined();
      await cache.put("ahead", "another", 0);
      expect(await cache.get("ahead", 0)).toBe("another");
    });
  });
}
