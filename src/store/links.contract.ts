/** What every store promises of people who are linked: one person, and each part of them as it was when they part. */
import { describe, expect, test } from "vitest";
import { newDialogue } from "../conversation/dialogue.ts";
import type { LogEntry } from "../conversation/person.ts";
import type { Change, Store, UserKey } from "./store.ts";
import { following, openedStores } from "./testing/opened-stores.ts";

const ADA: UserKey = { platform: "discord", id: "ada" };
const PAGE: UserKey = { platform: "web", id: "page" };
const BOB: UserKey = { platform: "slack", id: "bob" };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const liked = (id: string, movie: string): LogEntry => ({
  kind: "feedback",
  id,
  movie,
  verdict: "like",
  atMs: 1,
  source: "title",
});
const retracted = (id: string, retracts: string): LogEntry => ({ kind: "retraction", id, retracts, atMs: 2 });

export function linksContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} store of people who are linked`, () => {
    let events = 0;
    const opens = openedStores(open);

    /** Commits for a user whatever follows from where they stand. */
    async function does(store: Store, user: UserKey, more: Partial<Change> = {}): Promise<string> {
      const event = `event-${events++}`;
      const outcome = await store.commit(await following(store, user, { event, ...more }));
      if (outcome !== "committed") throw new Error(outcome);
      return event;
    }

    /** Ada on two platforms, each of whom has liked a film. */
    async function linked() {
      const store = await opens();
      await does(store, ADA, {
        entries: [liked("a#0", "ttA")],
        suggestions: [{ id: "sA", movie: "ttA", atMs: 1 }],
      });
      await does(store, PAGE, {
        entries: [liked("p#0", "ttP")],
        suggestions: [{ id: "sP", movie: "ttP", atMs: 1 }],
      });
      expect(await store.offerLink(ADA, "BCDFGH", 0)).toBe(true);
      expect(await store.link(PAGE, "BCDFGH", MINUTE)).toBe("linked");
      return store;
    }
    const idsOf = (log: readonly LogEntry[]) => log.map(({ id }) => id);

    test("what either said and was shown is known of both, in the order in which it was kept", async () => {
      const store = await linked();
      for (const user of [ADA, PAGE]) {
        expect(idsOf(await store.log(user))).toEqual(["a#0", "p#0"]);
        expect((await store.suggestions(user)).map(({ id }) => id)).toEqual(["sA", "sP"]);
        expect((await store.suggestionTo(user, "sA"))?.movie).toBe("ttA");
        expect(idsOf(await store.logOn(user, "ttP"))).toEqual(["p#0"]);
        expect(idsOf(await store.latestSaid(user, 1))).toEqual(["p#0"]);
        expect(idsOf((await store.load(user, "any")).log)).toEqual(["a#0", "p#0"]);
      }
      expect(await store.suggestionTo(BOB, "sA")).toBeUndefined();
    });

    test("a turn of one that was computed before the other's is a conflict", async () => {
      const store = await linked();
      const before = await store.revision(ADA);
      expect(before).toBe(await store.revision(PAGE));
      await does(store, PAGE);
      expect(await store.revision(ADA)).not.toBe(before);
      const late = does(store, ADA, { revision: before });
      await expect(late).rejects.toThrow(/conflict/);
    });

    test("what was computed for either before they were linked is void", async () => {
      const store = await opens();
      await does(store, ADA);
      await does(store, PAGE);
      const [ada, page] = [await store.revision(ADA), await store.revision(PAGE)];
      await store.offerLink(ADA, "BCDFGH", 0);
      await store.link(PAGE, "BCDFGH", 0);
      expect([ada, page]).not.toContain(await store.revision(ADA));
      expect(await store.revision(PAGE)).toBe(await store.revision(ADA));
    });

    test("a snapshot that one keeps is gone on from by the other, with all about the films spoken of since", async () => {
      const store = await linked();
      const snapshot = { version: "v", known: Uint8Array.of(7) };
      await does(store, PAGE, { snapshot });
      expect((await store.load(ADA, "any", "v")).log).toEqual([]);
      await does(store, ADA, { entries: [liked("a#1", "ttP")] });
      await does(store, PAGE, { entries: [retracted("p#1", "a#0")] });
      const { snapshot: known, log } = await store.load(PAGE, "any", "v");
      expect([...known!]).toEqual([7]);
      expect(idsOf(log)).toEqual(["a#0", "p#0", "a#1", "p#1"]);
    });

    test("linked again by the same code they are one person already; of anybody else it is nobody's code", async () => {
      const store = await linked();
      expect(await store.link(PAGE, "BCDFGH", MINUTE)).toBe("same");
      expect(await store.link(ADA, "BCDFGH", MINUTE)).toBe("same");
      await does(store, BOB);
      expect(await store.link(BOB, "BCDFGH", MINUTE)).toBe("unknown");
      expect(idsOf(await store.log(ADA))).toEqual(["a#0", "p#0"]);
    });

    test("a code is of use for a while, the latest alone, and is its owner's", async () => {
      const store = await opens();
      await does(store, ADA);
      await does(store, PAGE);
      await does(store, BOB);
      await store.offerLink(ADA, "BCDFGH", 0);
      expect(await store.offerLink(BOB, "BCDFGH", MINUTE)).toBe(false);
      expect(await store.link(PAGE, "BCDFGH", HOUR)).toBe("unknown");
      await store.offerLink(ADA, "CDFGHJ", HOUR);
      await store.offerLink(ADA, "DFGHJK", HOUR);
      expect(await store.link(PAGE, "CDFGHJ", HOUR)).toBe("unknown");
      expect(await store.offerLink(BOB, "BCDFGH", HOUR)).toBe(true);
      expect(await store.link(PAGE, "DFGHJK", HOUR)).toBe("linked");
    });

    test("parted within a day, each is as if they had never been linked, with what they said since", async () => {
      const store = await linked();
      await does(store, ADA, { entries: [liked("a#1", "ttB")] });
      await does(store, PAGE, { entries: [liked("p#1", "ttQ"), retracted("p#2", "a#0")] });
      expect(await store.unlink(ADA, 23 * HOUR)).toBe(true);
      expect(idsOf(await store.log(ADA))).toEqual(["a#0", "a#1", "p#2"]);
      expect(idsOf(await store.log(PAGE))).toEqual(["p#0", "p#1"]);
      expect(await store.revision(ADA)).not.toBe(await store.revision(PAGE));
      expect(await store.unlink(ADA, 23 * HOUR)).toBe(false);
    });

    test("after a day they stay one person", async () => {
      const store = await linked();
      expect(await store.unlink(PAGE, 26 * HOUR)).toBe(false);
      expect(idsOf(await store.log(PAGE))).toEqual(["a#0", "p#0"]);
    });

    test("of three the one who came last leaves first, whoever asks", async () => {
      const store = await linked();
      await does(store, BOB, { entries: [liked("b#0", "ttB")] });
      await store.offerLink(PAGE, "CDFGHJ", HOUR);
      expect(await store.link(BOB, "CDFGHJ", HOUR)).toBe("linked");
      expect(idsOf(await store.log(ADA))).toEqual(["a#0", "p#0", "b#0"]);
      expect(await store.unlink(ADA, 2 * HOUR)).toBe(true);
      expect(idsOf(await store.log(BOB))).toEqual(["b#0"]);
      expect(idsOf(await store.log(ADA))).toEqual(["a#0", "p#0"]);
      expect(await store.unlink(ADA, 2 * HOUR)).toBe(true);
      expect(idsOf(await store.log(ADA))).toEqual(["a#0"]);
    });

    test("two who are several already become one, and two again", async () => {
      const store = await linked();
      const other: UserKey = { platform: "web", id: "other" };
      await does(store, BOB, { entries: [liked("b#0", "ttB")] });
      await does(store, other, { entries: [liked("o#0", "ttO")] });
      await store.offerLink(BOB, "CDFGHJ", 0);
      await store.link(other, "CDFGHJ", 0);
      await store.offerLink(BOB, "DFGHJK", HOUR);
      expect(await store.link(PAGE, "DFGHJK", HOUR)).toBe("linked");
      expect(idsOf(await store.log(ADA))).toEqual(["a#0", "p#0", "b#0", "o#0"]);
      await store.unlink(other, 2 * HOUR);
      expect(idsOf(await store.log(ADA))).toEqual(["a#0", "p#0"]);
      expect(idsOf(await store.log(BOB))).toEqual(["b#0", "o#0"]);
    });

    test("is forgotten as a whole, and taken away as a whole", async () => {
      const store = await linked();
      const all = await store.export(PAGE);
      expect(all.linked).toEqual([ADA]);
      expect(idsOf(all.log)).toEqual(["a#0", "p#0"]);
      expect(all.events).toHaveLength(2);
      await store.forget(PAGE);
      expect([await store.revision(ADA), await store.revision(PAGE)]).toEqual([null, null]);
      expect((await store.export(ADA)).log).toEqual([]);
    });

    test("conversations, what waits to be shown and preferences stay each one's own", async () => {
      const store = await linked();
      await does(store, ADA, {
        conversation: "here",
        dialogue: { ...newDialogue, current: "sA" },
        preference: { private: true },
      });
      expect(await store.dialogue(PAGE, "here")).toBeUndefined();
      expect((await store.dialogue(ADA, "here"))?.current).toBe("sA");
      expect([await store.prefersPrivate(ADA), await store.prefersPrivate(PAGE)]).toEqual([true, false]);
    });
  });
}
