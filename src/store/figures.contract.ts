/** What every store counts, by day and platform. */
import { describe, expect, test } from "vitest";
import type { LogEntry } from "../conversation/person.ts";
import type { Change, Store, UserKey } from "./store.ts";
import { following, openedStores } from "./testing/opened-stores.ts";

const ADA: UserKey = { platform: "web", id: "ada" };
const BOB: UserKey = { platform: "web", id: "bob" };
const CARL: UserKey = { platform: "slack", id: "carl" };
const DAY_MS = 86_400_000;
const NOTHING = { favourite: 0, like: 0, dislike: 0, skip: 0, seen: 0, never: 0 };

export function figuresContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} store's figures`, () => {
    let events = 0;
    const opens = openedStores(open);

    const does = async (store: Store, user: UserKey, atMs: number, more: Partial<Change> = {}) => {
      const change = await following(store, user, { event: `event-${events++}`, atMs, ...more });
      expect(await store.commit(change)).toBe("committed");
      return change;
    };
    const liked = (id: string, atMs: number, suggestion?: string): LogEntry => ({
      kind: "feedback",
      id,
      movie: `tt${id}`,
      verdict: "like",
      atMs,
      source: suggestion ? "suggestion" : "title",
      ...(suggestion && { suggestion }),
    });

    test("count people, suggestions and the answers to them by day and platform, each once", async () => {
      const store = await opens();
      const change = await does(store, ADA, 0, { suggestions: [{ id: "s1", movie: "tt1", atMs: 0 }] });
      expect(await store.commit(change)).toBe("duplicate");
      await does(store, ADA, 1, { entries: [liked("a", 1, "s1"), liked("of no suggestion", 1)] });
      await does(store, BOB, 2);
      await does(store, CARL, 3);
      await does(store, ADA, DAY_MS);
      expect(await store.figures("1970-01-01", "1970-01-01")).toEqual([
        { day: "1970-01-01", platform: "slack", people: 1, suggestions: 0, answers: NOTHING },
        { day: "1970-01-01", platform: "web", people: 2, suggestions: 1, answers: { ...NOTHING, like: 1 } },
      ]);
      expect(await store.figures("1970-01-02", "1970-02-01")).toEqual([
        { day: "1970-01-02", platform: "web", people: 1, suggestions: 0, answers: NOTHING },
      ]);
    });

    test("an answer that is taken back is not counted on the day on which it was given", async () => {
      const store = await opens();
      await does(store, ADA, 0, {
        suggestions: [{ id: "s1", movie: "tt1", atMs: 0 }],
        entries: [liked("a", 0, "s1")],
      });
      await does(store, ADA, 2 * DAY_MS, {
        entries: [{ kind: "retraction", id: "r", retracts: "a", atMs: 2 * DAY_MS }],
      });
      const [first] = await store.figures("1970-01-01", "1970-01-03");
      expect(first!.answers).toEqual(NOTHING);
    });

    test("stay as they are when somebody is forgotten", async () => {
      const store = await opens();
      await does(store, ADA, 0, { suggestions: [{ id: "s1", movie: "tt1", atMs: 0 }] });
      const before = await store.figures("1970-01-01", "1970-01-01");
      await store.forget(ADA);
      expect(await store.figures("1970-01-01", "1970-01-01")).toEqual(before);
    });
  });
}
