import { describe, expect, test } from "vitest";
import { hashOf, newToken, type SharedPage } from "./shared-pages.ts";
import type { Store, UserKey } from "./store.ts";
import { following, openedStores } from "./testing/opened-stores.ts";

const ADA = { platform: "discord", id: "ada" };
const BEN = { platform: "slack", id: "ben" };
const PAGE = { platform: "web", id: "ada" };

const LIST: SharedPage = { id: "BCDFGH", what: "list", atMs: 1 };
const TASTE: SharedPage = { id: "CDFGHJ", what: "taste", atMs: 2 };

/** What each store that keeps shared pages promises. */
export function sharedPagesContract(name: string, open: () => Promise<Store>): void {
  describe(`shared pages of the ${name} store`, () => {
    const opens = openedStores(open);
    let events = 0;

    async function withBoth(): Promise<Store> {
      const store = await opens();
      for (const user of [ADA, BEN])
        await store.commit(await following(store, user, { event: `event-${events++}` }));
      return store;
    }
    /** @returns the hash by which it is found */
    async function shares(store: Store, user: UserKey, page: SharedPage): Promise<Buffer> {
      const hash = hashOf(newToken())!;
      await store.sharedPages.add(user, page, hash);
      return hash;
    }

    test("are found by the hash of their link alone, and by nobody's guess", async () => {
      const store = await withBoth();
      const [list, taste] = [await shares(store, ADA, LIST), await shares(store, BEN, TASTE)];
      expect(await store.sharedPages.find(list)).toEqual({ user: ADA, what: "list" });
      expect(await store.sharedPages.find(taste)).toEqual({ user: BEN, what: "taste" });
      expect(await store.sharedPages.find(hashOf(newToken())!)).toBeUndefined();
    });

    test("are told to whoever shares them, oldest first, with the export, and without what opens them", async () => {
      const store = await withBoth();
      await shares(store, ADA, TASTE);
      await shares(store, ADA, LIST);
      expect(await store.sharedPages.of(ADA)).toEqual([LIST, TASTE]);
      expect((await store.export(ADA)).sharedPages).toEqual([LIST, TASTE]);
      expect(await store.sharedPages.of(BEN)).toEqual([]);
    });

    test("withdrawn by whoever shares them they are found no more, and by nobody else", async () => {
      const store = await withBoth();
      const [list, taste] = [await shares(store, ADA, LIST), await shares(store, ADA, TASTE)];
      await store.sharedPages.withdraw(BEN, [LIST.id]);
      expect(await store.sharedPages.of(ADA)).toEqual([LIST, TASTE]);
      await store.sharedPages.withdraw(ADA, [LIST.id]);
      expect(await store.sharedPages.find(list)).toBeUndefined();
      expect(await store.sharedPages.find(taste)).toBeDefined();
      expect(await store.sharedPages.of(ADA)).toEqual([TASTE]);
    });

    test("are of all who are one person, as long as they are", async () => {
      const store = await withBoth();
      await store.commit(await following(store, PAGE, { event: "page" }));
      const list = await shares(store, ADA, LIST);
      await store.offerLink(ADA, "BCDFGH", 1);
      await store.link(PAGE, "BCDFGH", 2);
      expect(await store.sharedPages.of(PAGE)).toEqual([LIST]);
      await store.unlink(PAGE, 3);
      expect(await store.sharedPages.of(PAGE)).toEqual([]);
      await store.offerLink(ADA, "CDFGHJ", 4);
      await store.link(PAGE, "CDFGHJ", 5);
      await store.sharedPages.withdraw(PAGE, [LIST.id]);
      expect(await store.sharedPages.find(list)).toBeUndefined();
    });

    test("are gone with whoever is forgotten, also one that is shared behind it", async () => {
      const store = await withBoth();
      const [ofAda, ofBen] = [await shares(store, ADA, LIST), await shares(store, BEN, LIST)];
      await store.forget(ADA);
      const late = await shares(store, ADA, TASTE);
      for (const gone of [ofAda, late]) expect(await store.sharedPages.find(gone)).toBeUndefined();
      expect(await store.sharedPages.find(ofBen)).toBeDefined();
      await store.commit(await following(store, ADA, { event: "back" }));
      expect(await store.sharedPages.of(ADA)).toEqual([]);
    });
  });
}
