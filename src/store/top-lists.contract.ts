import { describe, expect, test } from "vitest";
import type { LogEntry } from "../conversation/person.ts";
import type { Store, UserKey } from "./store.ts";
import { following, openedStores } from "./testing/opened-stores.ts";
import type { Due, TopList } from "./top-lists.ts";

const ADA = { platform: "discord", id: "ada" };
const BEN = { platform: "slack", id: "ben" };
const PAGE = { platform: "web", id: "ada" };
const DUE: Due = { madeBy: "one", sinceMs: 100 };

/** What each store that keeps lists for everybody promises. */
export function topListsContract(name: string, open: () => Promise<Store>): void {
  describe(`top lists of the ${name} store`, () => {
    const opens = openedStores(open);
    let events = 0;

    async function does(store: Store, user: UserKey, ...entries: LogEntry[]): Promise<void> {
      await store.commit(await following(store, user, { event: `event-${events++}`, entries }));
    }
    const verdict = (movie: string, said: "like" | "skip" | "seen", atMs: number): LogEntry => ({
      kind: "feedback",
      id: `entry-${events++}`,
      movie,
      verdict: said,
      atMs,
      source: "title",
    });
    const listOf = async (
      store: Store,
      user: UserKey,
      films: string,
      given: Partial<TopList> = {},
    ): Promise<TopList> => ({
      user,
      revision: await store.revision(user),
      madeBy: "one",
      atMs: 100,
      model: "m1",
      films: films.split(" ").map((movie) => ({ movie, reason: `because of ${movie}` })),
      ...given,
    });
    const due = async (store: Store, given: Partial<Due> = {}) =>
      (await store.topLists.due({ ...DUE, ...given }, 9)).map(({ user }) => user);
    const outcomes = async (store: Store, user: UserKey) =>
      (await store.topLists.of(user)).map(({ movie, outcome }) => [movie, outcome]);

    async function withBoth(): Promise<Store> {
      const store = await opens();
      await does(store, ADA, verdict("tt0", "like", 1));
      await does(store, BEN);
      return store;
    }

    test("give back what was put, best first, with its reason and model", async () => {
      const store = await withBoth();
      await store.topLists.put([await listOf(store, ADA, "tt9 tt1"), await listOf(store, BEN, "tt5")]);
      const made = { model: "m1", atMs: 100, outcome: null };
      expect(await store.topLists.of(ADA)).toEqual([
        { movie: "tt9", rank: 1, reason: "because of tt9", ...made },
        { movie: "tt1", rank: 2, reason: "because of tt1", ...made },
      ]);
      expect((await store.export(ADA)).recommendations).toEqual(await store.topLists.of(ADA));
      expect(await outcomes(store, { platform: "web", id: "nobody" })).toEqual([]);
    });

    test("are due until they are made, page by page, and again after a word, another model or some time", async () => {
      const store = await withBoth();
      const [first] = await store.topLists.due(DUE, 1);
      expect([
        first!.user,
        ...(await store.topLists.due(DUE, 9, first!.place)).map(({ user }) => user),
      ]).toEqual([ADA, BEN]);
      expect(await store.topLists.countDue(DUE)).toBe(2);
      await store.topLists.put([await listOf(store, ADA, "tt9")]);
      expect(await due(store)).toEqual([BEN]);
      await store.topLists.put([await listOf(store, BEN, "tt9")]);
      expect(await store.topLists.countDue(DUE)).toBe(0);
      expect(await due(store, { madeBy: "another" })).toEqual([ADA, BEN]);
      expect(await due(store, { sinceMs: 101 })).toEqual([ADA, BEN]);
      await does(store, BEN);
      expect(await due(store)).toEqual([BEN]);
    });

    test("tell what became of a film: what was said since the list was made, as far as it stands", async () => {
      const store = await withBoth();
      await store.topLists.put([await listOf(store, ADA, "tt0 tt1 tt2 tt3")]);
      const liked = verdict("tt1", "like", 150);
      const seen = verdict("tt1", "seen", 160);
      await does(store, ADA, liked, seen, verdict("tt2", "skip", 100));
      await does(store, BEN, verdict("tt3", "like", 150));
      const others = [
        ["tt2", "skip"],
        ["tt3", null],
      ];
      expect(await outcomes(store, ADA)).toEqual([["tt0", null], ["tt1", "seen"], ...others]);
      await does(store, ADA, { kind: "retraction", id: "r", retracts: seen.id, atMs: 170 });
      expect(await outcomes(store, ADA)).toEqual([["tt0", null], ["tt1", "like"], ...others]);
    });

    test("take the place of the one before, of which only what was answered stays", async () => {
      const store = await withBoth();
      await store.topLists.put([await listOf(store, ADA, "tt1 tt2"), await listOf(store, BEN, "tt1")]);
      await does(store, ADA, verdict("tt2", "like", 150));
      await store.topLists.put([await listOf(store, ADA, "tt1 tt3", { atMs: 200 })]);
      expect(await outcomes(store, ADA)).toEqual([
        ["tt2", "like"],
        ["tt1", null],
        ["tt3", null],
      ]);
      await store.topLists.put([await listOf(store, ADA, "tt4", { atMs: 200 })]);
      expect(await outcomes(store, ADA)).toEqual([
        ["tt2", "like"],
        ["tt4", null],
      ]);
      expect(await outcomes(store, BEN)).toEqual([["tt1", null]]);
    });

    test("are one for whoever is linked, and what is said on either side is the outcome", async () => {
      const store = await withBoth();
      await does(store, PAGE);
      await store.topLists.put([await listOf(store, PAGE, "tt1 tt2"), await listOf(store, BEN, "tt1")]);
      await store.offerLink(ADA, "BCDFGH", 1);
      await store.link(PAGE, "BCDFGH", 2);
      expect(await due(store)).toEqual([ADA]);
      await does(store, ADA, verdict("tt2", "like", 150));
      expect(await outcomes(store, PAGE)).toEqual([
        ["tt1", null],
        ["tt2", "like"],
      ]);
      await store.topLists.put([await listOf(store, ADA, "tt5", { atMs: 200 })]);
      const both = [
        ["tt2", "like"],
        ["tt5", null],
      ];
      expect(await outcomes(store, PAGE)).toEqual(both);
      expect(await outcomes(store, ADA)).toEqual(both);
    });

    test("go with whoever is forgotten, also one that is put behind it", async () => {
      const store = await withBoth();
      const late = await listOf(store, ADA, "tt3");
      await store.topLists.put([await listOf(store, ADA, "tt1"), await listOf(store, BEN, "tt1")]);
      await store.forget(ADA);
      await store.topLists.put([late, await listOf(store, BEN, "tt2")]);
      expect(await store.topLists.of(ADA)).toEqual([]);
      expect(await outcomes(store, BEN)).toEqual([["tt2", null]]);
      await does(store, ADA);
      expect(await outcomes(store, ADA)).toEqual([]);
    });
  });
}
