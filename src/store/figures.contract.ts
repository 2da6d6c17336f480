/** What every store counts, by day and platform. */
import { describe, expect, test } from "vitest";
import type { LogEntry } from "../conversation/person.ts";
import type { Verdict } from "../recommender/feedback.ts";
import type { Change, Store, UserKey } from "./store.ts";
import { following, openedStores } from "./testing/opened-stores.ts";

const ADA: UserKey = { platform: "web", id: "ada" };
const BOB: UserKey = { platform: "web", id: "bob" };
const CARL: UserKey = { platform: "slack", id: "carl" };
const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAY = "1970-01-01";

export function figuresContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} store's figures`, () => {
    let events = 0;
    const opens = openedStores(open);

    const does = async (store: Store, user: UserKey, atMs: number, more: Partial<Change> = {}) => {
      const change = await following(store, user, { event: `event-${events++}`, atMs, ...more });
      expect(await store.commit(change)).toBe("committed");
      return change;
    };
    const says = (id: string, atMs: number, suggestion?: string, verdict: Verdict = "like"): LogEntry => ({
      kind: "feedback",
      id,
      movie: `tt${id}`,
      verdict,
      atMs,
      source: suggestion ? "suggestion" : "title",
      ...(suggestion && { suggestion }),
    });
    const made = (id: string, atMs: number, movie = "tt1") => ({ suggestions: [{ id, movie, atMs }] });
    /** What was counted under names that begin so, from one day to another. */
    const counted = async (store: Store, begins: string, from = DAY, to = DAY) =>
      (await store.figures(from, to))
        .filter(({ what, count }) => what.startsWith(begins) && count !== 0)
        .map(({ day, platform, what, count }) => `${day.slice(5)} ${platform} ${what} ${count}`);

    test("count people, suggestions and the answers to them by day and platform, each once", async () => {
      const store = await opens();
      const change = await does(store, ADA, 0, made("s1", 0));
      expect(await store.commit(change)).toBe("duplicate");
      await does(store, ADA, 1, { entries: [says("a", 1, "s1"), says("of no suggestion", 1)] });
      await does(store, BOB, 2);
      await does(store, CARL, 3);
      await does(store, ADA, DAY_MS);
      expect(await counted(store, "people", DAY, "1970-01-02")).toEqual([
        "01-01 slack people 1",
        "01-01 web people 2",
        "01-02 web people 1",
      ]);
      expect(await counted(store, "suggestions")).toEqual(["01-01 web suggestions 1"]);
      expect(await counted(store, "like")).toEqual(["01-01 web like 1"]);
    });

    test("count people once in a week, from Monday on", async () => {
      const store = await opens();
      const sunday = 10 * DAY_MS; // the 11th of January 1970
      for (const day of [-1, 0, 1, 2]) await does(store, ADA, sunday + day * DAY_MS);
      await does(store, BOB, sunday);
      expect(await counted(store, "week/people", DAY, "1970-01-31")).toEqual([
        "01-10 web week/people 1",
        "01-11 web week/people 1",
        "01-12 web week/people 1",
      ]);
    });

    test("an answer that is taken back is not counted on the day on which it was given", async () => {
      const store = await opens();
      await does(store, ADA, 0, { ...made("s1", 0), entries: [says("a", 0, "s1")] });
      await does(store, ADA, 2 * DAY_MS, {
        entries: [{ kind: "retraction", id: "r", retracts: "a", atMs: 2 * DAY_MS }],
      });
      for (const begins of ["like", "turn/1/like", "model/one/like"])
        expect(await counted(store, begins, DAY, "1970-01-03")).toEqual([]);
    });

    test("count what is kept for later as an answer by which a session ends well, and not what is taken off", async () => {
      const store = await opens();
      const listing = (id: string, isOn: boolean, suggestion?: string): LogEntry => ({
        kind: "listing",
        id,
        movie: "tt1",
        isOn,
        atMs: 0,
        source: suggestion ? "suggestion" : "title",
        ...(suggestion && { suggestion }),
      });
      await does(store, ADA, 0, {
        ...made("s1", 0),
        entries: [listing("a", true, "s1"), listing("b", false, "s1"), listing("by title", true)],
      });
      expect(await counted(store, "later")).toEqual(["01-01 web later 1"]);
      expect(await counted(store, "turn/1/later")).toEqual(["01-01 web turn/1/later 1"]);
      expect(await counted(store, "sessions")).toContain("01-01 web sessions/well 1");
      await does(store, ADA, DAY_MS, {
        entries: [{ kind: "retraction", id: "r", retracts: "a", atMs: DAY_MS }],
      });
      expect(await counted(store, "later", DAY, "1970-01-02")).toEqual([]);
    });

    test("count suggestions and answers by their place in the session, and how far people come", async () => {
      const store = await opens();
      await does(store, ADA, 0, made("s1", 0));
      await does(store, ADA, 1, { ...made("s2", 1), entries: [says("a", 1, "s1", "dislike")] });
      await does(store, ADA, 2, { entries: [says("b", 2, "s2")] });
      await does(store, BOB, 3, made("s3", 3));
      const later = 7 * HOUR_MS;
      await does(store, BOB, later, { ...made("s4", later), entries: [says("c", later, "s3", "skip")] });
      expect(await counted(store, "turn/")).toEqual([
        "01-01 web turn/1/dislike 1",
        "01-01 web turn/1/people 2",
        "01-01 web turn/1/skip 1",
        "01-01 web turn/1/suggestions 3",
        "01-01 web turn/2/like 1",
        "01-01 web turn/2/people 1",
        "01-01 web turn/2/suggestions 1",
      ]);
    });

    test("count a session on the day on which it begins, and how soon it ended well", async () => {
      const store = await opens();
      const began = DAY_MS - 40 * SECOND_MS;
      await does(store, ADA, began);
      await does(store, ADA, began + SECOND_MS, made("s1", began));
      await does(store, ADA, DAY_MS, { ...made("s2", DAY_MS), entries: [says("a", DAY_MS, "s1", "skip")] });
      await does(store, ADA, DAY_MS + 10 * SECOND_MS, {
        ...made("s3", DAY_MS),
        entries: [says("b", DAY_MS + 10 * SECOND_MS, "s2")],
      });
      await does(store, ADA, DAY_MS + 11 * SECOND_MS, { entries: [says("c", DAY_MS + 11_000, "s3")] });
      await does(store, BOB, 5, { entries: [says("d", 5)] });
      expect(await counted(store, "sessions", DAY, "1970-01-02")).toEqual([
        "01-01 web sessions 1",
        "01-01 web sessions/well 1",
        "01-01 web sessions/well/turn/2 1",
        "01-01 web sessions/well/within/60 1",
      ]);
    });

    test("a session whose only like is taken back did not end well, and does when another is given", async () => {
      const store = await opens();
      await does(store, ADA, 0, made("s1", 0));
      await does(store, ADA, 1, { ...made("s2", 1), entries: [says("a", 1, "s1")] });
      await does(store, ADA, 2, { entries: [{ kind: "retraction", id: "r", retracts: "a", atMs: 2 }] });
      expect(await counted(store, "sessions")).toEqual(["01-01 web sessions 1"]);
      await does(store, ADA, 50 * SECOND_MS, { entries: [says("b", 50 * SECOND_MS, "s2")] });
      expect(await counted(store, "sessions/well")).toEqual([
        "01-01 web sessions/well 1",
        "01-01 web sessions/well/turn/2 1",
        "01-01 web sessions/well/within/60 1",
      ]);
    });

    test("a like of an earlier session that is taken back leaves the present one as it is", async () => {
      const store = await opens();
      await does(store, ADA, 0, made("s1", 0));
      await does(store, ADA, 1, { entries: [says("a", 1, "s1")] });
      const later = 7 * HOUR_MS;
      await does(store, ADA, later, made("s2", later));
      await does(store, ADA, later + 1, { entries: [says("b", later + 1, "s2")] });
      const takenBack: LogEntry = { kind: "retraction", id: "r", retracts: "a", atMs: later + 2 };
      await does(store, ADA, later + 2, { entries: [takenBack] });
      expect(await counted(store, "sessions/well")).toContain("01-01 web sessions/well 2");
    });

    test("count by the model that suggested, and by what texts were read", async () => {
      const store = await opens();
      const embedding = { modelVersion: "two", values: Float64Array.of(1) };
      await does(store, ADA, 0, { ...made("s1", 0), heard: { by: "rules", unread: [] } });
      await does(store, ADA, 1, { entries: [says("a", 1, "s1")], heard: { by: "model", unread: [] } });
      await does(store, BOB, 2, { ...made("s2", 2), embedding, heard: { by: "nothing", unread: ["blue"] } });
      expect(await counted(store, "model/")).toEqual([
        "01-01 web model/one/like 1",
        "01-01 web model/one/people 1",
        "01-01 web model/one/suggestions 1",
        "01-01 web model/two/people 1",
        "01-01 web model/two/suggestions 1",
      ]);
      expect(await counted(store, "heard/")).toEqual([
        "01-01 web heard/model 1",
        "01-01 web heard/nothing 1",
        "01-01 web heard/rules 1",
      ]);
    });

    test("add what is tallied besides to the same sums", async () => {
      const store = await opens();
      const call = { day: DAY, platform: "", what: "call/answered", count: 2 };
      await store.tally([call, { ...call, what: "call/timeout", count: 1 }]);
      await store.tally([call]);
      expect(await counted(store, "call/")).toEqual(["01-01  call/answered 4", "01-01  call/timeout 1"]);
    });

    test("tell which movies are suggested, and how much of it goes to the first hundred", async () => {
      const store = await opens();
      for (let nth = 0; nth < 102; nth++) await does(store, ADA, nth, made(`s${nth}`, nth, `tt${nth}`));
      await does(store, ADA, 200, made("again", 200, "tt0"));
      expect(await store.coverage(DAY)).toEqual({ movies: 102, suggestions: 103, ofTheFirstHundred: 101 });
      await does(store, ADA, DAY_MS, made("next day", DAY_MS, "tt1"));
      expect(await store.coverage("1970-01-02")).toEqual({
        movies: 1,
        suggestions: 2,
        ofTheFirstHundred: 2,
      });
      expect(await store.coverage("1970-01-03")).toEqual({
        movies: 0,
        suggestions: 0,
        ofTheFirstHundred: 0,
      });
    });

    test("tell of no movie that only people were shown who are forgotten", async () => {
      const store = await opens();
      await does(store, ADA, 0, made("s1", 0, "tt1"));
      await does(store, ADA, 1, made("s2", 1, "tt2"));
      await does(store, BOB, 2, made("s3", 2, "tt2"));
      await store.forget(ADA);
      expect(await store.coverage(DAY)).toEqual({ movies: 1, suggestions: 1, ofTheFirstHundred: 1 });
    });

    test("tell words that nobody understood only where so many people wrote them, linked ones counted once", async () => {
      const store = await opens();
      const wrote = (user: UserKey, ...unread: string[]) =>
        does(store, user, 0, { heard: { by: "nothing", unread } });
      await wrote(ADA, "blue", "sky");
      await wrote(BOB, "blue");
      await wrote(CARL, "blue", "sky");
      expect(await store.unreadWords(DAY, 3)).toEqual([{ word: "blue", people: 3 }]);
      expect(await store.unreadWords("1970-01-02", 1)).toEqual([]);
      await store.offerLink(ADA, "BCDFGH", 1);
      await store.link(BOB, "BCDFGH", 1);
      expect(await store.unreadWords(DAY, 2)).toEqual([
        { word: "blue", people: 2 },
        { word: "sky", people: 2 },
      ]);
      expect((await store.export(BOB)).unread).toEqual(["blue", "sky"]);
      await store.forget(ADA);
      expect(await store.unreadWords(DAY, 1)).toEqual([
        { word: "blue", people: 1 },
        { word: "sky", people: 1 },
      ]);
    });

    test("keep the latest runs of the tests of understanding", async () => {
      const store = await opens();
      for (let nth = 0; nth < 203; nth++) await store.keepRun(nth, `run ${nth}`);
      expect(await store.runs(2)).toEqual(["run 202", "run 201"]);
      expect((await store.runs(1_000)).at(-1)).toBe("run 3");
    });

    test("stay as they are when somebody is forgotten, who counts as somebody new when they come back", async () => {
      const store = await opens();
      await does(store, ADA, 0, { ...made("s1", 0), entries: [says("a", 0, "s1")] });
      const before = await store.figures(DAY, DAY);
      await store.forget(ADA);
      expect(await store.figures(DAY, DAY)).toEqual(before);
      await does(store, ADA, 1, made("s2", 1));
      expect(await counted(store, "people")).toEqual(["01-01 web people 2"]);
      expect(await counted(store, "sessions")).toContain("01-01 web sessions 2");
    });
  });
}
