import { describe, expect, test } from "vitest";
import type { Happened } from "../together/evening.ts";
import { type EveningChange, memberIdOf } from "./evenings.ts";
import type { Store } from "./store.ts";
import { openedStores } from "./testing/opened-stores.ts";

const ADA = { platform: "discord", id: "ada" };
const BEN = { platform: "discord", id: "ben" };
const CYD = { platform: "discord", id: "cyd" };
const ROOM = "discord:room";

const joined = (user: typeof ADA, atMs = 1): Happened => ({
  member: memberIdOf(user),
  atMs,
  event: { kind: "joined", name: user.id },
});
const closed: Happened = { atMs: 9, event: { kind: "closed" } };

/** What each store that keeps evenings promises. */
export function eveningsContract(name: string, open: () => Promise<Store>): void {
  const opened = openedStores(open);

  describe(`evenings of the ${name} store`, () => {
    const commit = (store: Store, user: typeof ADA, given: Partial<EveningChange> = {}) =>
      revised(store, { user, event: `joined-${user.id}`, happened: [joined(user)], ...given });
    async function revised(store: Store, given: Partial<EveningChange>) {
      const evening = given.evening ?? "one";
      const revision = (await store.evenings.load(evening))?.revision ?? 0;
      return store.evenings.commit({
        evening,
        conversation: ROOM,
        event: "an event",
        atMs: 1,
        revision,
        happened: [],
        ...given,
      });
    }

    test("gives back what happened, in its order, and who was there", async () => {
      const store = await opened();
      await commit(store, ADA);
      await commit(store, BEN);
      await revised(store, { event: "end", happened: [closed] });
      expect(await store.evenings.load("one")).toMatchObject({
        conversation: ROOM,
        happened: [joined(ADA), joined(BEN), closed],
        people: [ADA, BEN],
      });
      expect(await store.evenings.load("another")).toBeUndefined();
    });

    test("an event has its effect once, and what was computed from an older state has none", async () => {
      const store = await opened();
      expect(await commit(store, ADA)).toBe("committed");
      expect(await commit(store, ADA)).toBe("duplicate");
      expect(await commit(store, BEN, { revision: 0 })).toBe("conflict");
      expect((await store.evenings.load("one"))?.happened).toHaveLength(1);
    });

    test("what is to be shown is kept with it, for whom it is due", async () => {
      const store = await opened();
      const what = {
        id: "d1",
        event: "joined-ada",
        conversation: ROOM,
        atMs: 1,
        private: false,
        what: { kind: "say", card: { lines: ["In: ada."], evening: "one", forAll: true } },
      } as const;
      await commit(store, ADA, { showing: { to: ADA, what } });
      expect(await store.waiting(ADA)).toEqual([what]);
      expect(await commit(store, ADA, { showing: { to: ADA, what } })).toBe("duplicate");
      expect(await store.waiting(ADA)).toHaveLength(1);
    });

    test("the latest of a conversation is found, and on which message it stands", async () => {
      const store = await opened();
      await commit(store, ADA, { atMs: 1 });
      await commit(store, ADA, { evening: "two", atMs: 2 });
      await commit(store, ADA, { evening: "three", conversation: "discord:elsewhere", atMs: 3 });
      expect(await store.evenings.latestIn(ROOM)).toBe("two");
      expect(await store.evenings.latestIn("discord:nowhere")).toBeUndefined();
      await store.evenings.posted("two", "discord:room:7");
      expect((await store.evenings.load("two"))?.message).toBe("discord:room:7");
    });

    test("open votes are due by their time, as long as they are open", async () => {
      const store = await opened();
      await commit(store, ADA, { endsMs: 50 });
      await commit(store, ADA, { evening: "two", endsMs: 20 });
      await commit(store, ADA, { evening: "three", conversation: "slack:room", endsMs: 10 });
      expect(await store.evenings.due("discord")).toEqual([
        { id: "two", endsMs: 20 },
        { id: "one", endsMs: 50 },
      ]);
      await revised(store, { evening: "two", event: "end", happened: [closed] });
      expect(await store.evenings.due("discord")).toEqual([{ id: "one", endsMs: 50 }]);
    });

    test("evenings are shared by two of those who are asked about, or more", async () => {
      const store = await opened();
      for (const evening of ["one", "two"])
        for (const user of [ADA, BEN])
          await commit(store, user, { evening, atMs: evening === "one" ? 1 : 2 });
      await commit(store, ADA, { evening: "alone" });
      const ids = async (users: readonly (typeof ADA)[], limit = 9) =>
        (await store.evenings.shared(users, limit)).map(({ id }) => id);
      expect(await ids([ADA, BEN, CYD])).toEqual(["one", "two"]);
      expect(await ids([ADA, BEN], 1)).toEqual(["two"]);
      expect(await ids([ADA, CYD])).toEqual([]);
    });

    test("whoever is forgotten was never there, and an evening of nobody is gone", async () => {
      const store = await opened();
      await commit(store, ADA);
      await commit(store, BEN);
      await revised(store, { event: "end", happened: [closed] });
      await store.forget(ADA);
      expect(await store.evenings.load("one")).toMatchObject({
        happened: [joined(BEN), closed],
        people: [BEN],
      });
      await store.forget(BEN);
      expect(await store.evenings.load("one")).toBeUndefined();
    });

    test("a person is given what is kept of their evenings, and nothing of others", async () => {
      const store = await opened();
      await commit(store, ADA);
      await commit(store, BEN);
      expect((await store.export(ADA)).evenings).toEqual([{ evening: "one", happened: [joined(ADA)] }]);
      expect(await store.evenings.of(CYD)).toEqual([]);
    });
  });
}
