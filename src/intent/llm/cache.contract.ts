import { describe, expect, test } from "vitest";
import { type AnswerCache, KEPT_FOR_MS } from "./cache.ts";

/** What every cache of answers promises. */
export function answerCacheContract(name: string, open: () => AnswerCache): void {
  describe(`${name} cache of answers`, () => {
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

    test("forgets an answer after a month, though others came later", async () => {
      const cache = open();
      await cache.put("old", "answer", 0);
      await cache.put("new", "answer", KEPT_FOR_MS - 1);
      expect(await cache.get("old", KEPT_FOR_MS - 1)).toBe("answer");
      expect(await cache.get("old", KEPT_FOR_MS)).toBeUndefined();
      await cache.prune(KEPT_FOR_MS);
      expect(await cache.get("new", KEPT_FOR_MS)).toBe("answer");
      expect(await cache.get("old", 0)).toBeUndefined();
    });

    test("does not give back what a clock that had jumped ahead put there, and deletes it", async () => {
      const cache = open();
      await cache.put("ahead", "answer", 10 * KEPT_FOR_MS);
      expect(await cache.get("ahead", 0)).toBeUndefined();
      await cache.prune(0);
      expect(await cache.get("ahead", 10 * KEPT_FOR_MS)).toBeUndefined();
      await cache.put("ahead", "another", 0);
      expect(await cache.get("ahead", 0)).toBe("another");
    });
  });
}
