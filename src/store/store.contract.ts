import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newDialogue } from "../conversation/dialogue.ts";
import { insistedBy } from "../conversation/lasting-list.ts";
import { NO_LASTING_WISHES, NOTHING_OUT } from "../conversation/lasting-log.ts";
import { type FeedbackEntry, type ListingEntry, type LogEntry, standing } from "../conversation/person.ts";
import { VERDICTS } from "../recommender/feedback.ts";
import { NO_FILTERS } from "../recommender/filters.ts";
import type { Change, Showing, Store } from "./store.ts";
import { openedStores } from "./testing/opened-stores.ts";

const ADA = { platform: "discord", id: "ada" };
const BOB = { platform: "discord", id: "bob" };
const ADA_ELSEWHERE = { platform: "slack", id: "ada" };
const TALK = "discord:talk";

/** A change by Ada, numbered; everything else as given. */
const change = (nth: number, given: Partial<Change> = {}): Change => ({
  user: ADA,
  conversation: TALK,
  event: `event-${nth}`,
  atMs: nth,
  revision: nth === 0 ? null : `event-${nth - 1}`,
  entries: [],
  suggestions: [],
  embedding: { modelVersion: "one", values: Float64Array.of(nth) },
  dialogue: newDialogue,
  showings: [],
  ...given,
});

const liked = (id: string): FeedbackEntry => ({
  kind: "feedback",
  id,
  movie: "tt1",
  verdict: "like",
  atMs: 1,
  source: "title",
});
const listed = (id: string, movie: string): ListingEntry => ({
  kind: "listing",
  id,
  movie,
  isOn: true,
  atMs: 1,
  source: "title",
});
const showing = (id: string, given: Partial<Showing> = {}): Showing => ({
  id,
  event: "event-0",
  conversation: TALK,
  atMs: 1,
  private: false,
  what: {
    kind: "say",
    card: { lines: [`what ${id} says`], title: { text: "Heat (1995)" }, suggestion: "s" },
  },
  ...given,
});
const suggested = (id: string) => ({ id, movie: `movie of ${id}`, atMs: 1 });

/** Words on movies, some put on the list, and every word taken back that one is said to take back and that still stands. */
function logOf(
  entries: readonly { readonly movie: number; readonly takenBack: number | undefined }[],
): LogEntry[] {
  const log: LogEntry[] = [];
  for (const [nth, { movie, takenBack }] of entries.entries()) {
    const stands = standing(log);
    const taken = takenBack === undefined ? undefined : stands[takenBack % stands.length];
    log.push(
      taken
        ? { kind: "retraction", id: `e${nth}`, retracts: taken.id, atMs: nth }
        : nth % 3 === 0
          ? listed(`e${nth}`, `tt${movie}`)
          : { ...liked(`e${nth}`), movie: `tt${movie}` },
    );
  }
  return log;
}

/** What every store promises, whatever it keeps things in. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} store`, () => {
    const opens = openedStores(open);

    test("knows nothing of somebody new", async () => {
      const store = await opens();
      expect(await store.load(ADA, TALK)).toEqual({
        revision: null,
        log: [],
        suggestions: [],
        refusals: [],
      });
      expect(await store.revision(ADA)).toBeNull();
      expect(await store.suggestion("none")).toBeUndefined();
      expect(await store.postedIn("none")).toBeUndefined();
    });

    test("gives back what was committed, every kind of entry, in order", async () => {
      const store = await opens();
      const entries: LogEntry[] = [
        ...VERDICTS.map(
          (verdict, nth) => ({ ...liked(`e${nth}`), verdict, suggestion: `s${nth}` }) as LogEntry,
        ),
        liked("without suggestion"),
        { ...liked("stars"), rating: { stars: 4.5 } },
        { ...liked("points"), rating: { stars: 4, points: "8/10" } },
        listed("on", "tt1"),
        { ...listed("off", "tt1"), isOn: false, source: "suggestion", suggestion: "s1" },
        { kind: "retraction", id: "r", retracts: "e1", atMs: 7 },
      ];
      const suggestions = [suggested("z"), suggested("a")];
      expect(await store.commit(change(0, { entries, suggestions }))).toBe("committed");
      const { log, suggestions: made, revision } = await store.load(ADA, TALK);
      expect(log).toEqual(entries);
      expect(made).toEqual(suggestions);
      expect(revision).toBe("event-0");
    });

    test("gives an embedding back bit for bit, though the caller has since changed its array", async () => {
      const store = await opens();
      const values = Float64Array.of(0.1, -0, 5e-324, -1.7976931348623157e308, 1 / 3);
      const kept = values.slice();
      await store.commit(change(0, { embedding: { modelVersion: "one", values } }));
      values.fill(9);
      const { embedding } = await store.export(ADA);
      expect(embedding).toEqual({ modelVersion: "one", values: [...kept] });
    });

    test("gives a snapshot back under its version, byte for byte, and what came after it", async () => {
      const store = await opens();
      const known = Uint8Array.of(0, 255, 7);
      await store.commit(
        change(0, {
          entries: [liked("a")],
          suggestions: [suggested("s")],
          snapshot: { version: "v", known },
        }),
      );
      known.fill(9);
      const other = { ...liked("b"), movie: "tt2" };
      await store.commit(change(1, { entries: [other], suggestions: [suggested("t")] }));
      const resumed = await store.load(ADA, TALK, "v");
      expect([...resumed.snapshot!]).toEqual([0, 255, 7]);
      expect(resumed).toMatchObject({ log: [other], suggestions: [suggested("t")], revision: "event-1" });
      for (const version of ["another", undefined]) {
        const whole = await store.load(ADA, TALK, version);
        expect(whole.snapshot).toBeUndefined();
        expect(whole).toMatchObject({
          log: [liked("a"), other],
          suggestions: [suggested("s"), suggested("t")],
        });
      }
      await store.commit(change(2, { snapshot: { version: "w", known: Uint8Array.of(1) } }));
      expect((await store.load(ADA, TALK, "v")).snapshot).toBeUndefined();
      expect(await store.load(ADA, TALK, "w")).toMatchObject({ log: [], suggestions: [] });
      await store.forget(ADA);
      await store.commit(change(0));
      expect((await store.load(ADA, TALK, "w")).snapshot).toBeUndefined();
    });

    test("reads any part of a past as the whole log has it", async () => {
      const store = await opens();
      let people = 0;
      const entry = fc.record({ movie: fc.nat(4), takenBack: fc.option(fc.nat(), { nil: undefined }) });
      await fc.assert(
        fc.asyncProperty(fc.array(entry, { maxLength: 12 }), fc.nat(12), async (entries, cut) => {
          const user = { platform: "discord", id: `person-${people++}` };
          const log = logOf(entries);
          const snapshot = { version: "v", known: Uint8Array.of(1) };
          await store.commit(change(0, { user, entries: log.slice(0, cut), snapshot }));
          await store.commit(change(1, { user, entries: log.slice(cut) }));
          const movieOf = (one: LogEntry): string =>
            one.kind !== "retraction" ? one.movie : movieOf(log.find(({ id }) => id === one.retracts)!);
          const touched = log.slice(cut).map(movieOf);
          const about = (movies: readonly string[]) => log.filter((one) => movies.includes(movieOf(one)));
          expect((await store.load(user, TALK, "v")).log).toEqual(about(touched));
          for (const movie of ["tt0", "tt3"]) expect(await store.logOn(user, movie)).toEqual(about([movie]));
          for (const count of [1, 3])
            expect(await store.latestSaid(user, count)).toEqual(standing(log).slice(-count));
          expect(await store.log(user)).toEqual(log);
        }),
        { numRuns: 60 },
      );
    });

    test("reads the past of one person alone, and none of somebody unknown", async () => {
      const store = await opens();
      await store.commit(change(0, { entries: [liked("a")], suggestions: [suggested("s")] }));
      await store.commit(change(0, { user: BOB, entries: [liked("b")], suggestions: [suggested("t")] }));
      expect(await store.logOn(BOB, "tt1")).toEqual([liked("b")]);
      expect(await store.latestSaid(BOB, 5)).toEqual([liked("b")]);
      expect(await store.suggestions(BOB)).toEqual([suggested("t")]);
      expect(await store.logOn(ADA_ELSEWHERE, "tt1")).toEqual([]);
      expect(await store.latestSaid(ADA_ELSEWHERE, 5)).toEqual([]);
      expect(await store.log(ADA_ELSEWHERE)).toEqual([]);
      expect(await store.suggestions(ADA_ELSEWHERE)).toEqual([]);
      expect(await store.dialogue(ADA_ELSEWHERE, TALK)).toBeUndefined();
    });

    test("keeps what a person refuses for good, in order and in every conversation, until they are forgotten", async () => {
      const store = await opens();
      const refusals = ["refused", "allowed"].map((kind, nth) => ({
        kind: kind as "refused" | "allowed",
        id: `r${nth}`,
        atMs: nth,
        what: {
          ...NO_LASTING_WISHES,
          genresOut: ["Horror"],
          peopleOut: ["Michael Bay"],
          languagesOut: [["French", "fr"]],
          atTimes: [
            { hours: { from: 1320, to: 360 }, out: { ...NOTHING_OUT, minutesTo: 120 } },
            {
              days: [0, 6],
              isOutside: true as const,
              out: NOTHING_OUT,
              only: [insistedBy({ ...NO_FILTERS, genresIn: ["Comedy"] })!],
            },
          ],
        },
      }));
      await store.commit(change(0, { refusals: refusals.slice(0, 1) }));
      await store.commit(change(1, { refusals: refusals.slice(1), conversation: "discord:elsewhere" }));
      await store.commit(change(0, { user: BOB }));
      expect((await store.load(ADA, "discord:nowhere")).refusals).toEqual(refusals);
      expect((await store.export(ADA)).refusals).toEqual(refusals);
      expect((await store.load(BOB, TALK)).refusals).toEqual([]);
      await store.forget(ADA);
      expect((await store.export(ADA)).refusals).toEqual([]);
      expect((await store.load(ADA, TALK)).refusals).toEqual([]);
    });

    test("keeps a dialogue per user and conversation", async () => {
      const store = await opens();
      const dialogue = {
        ...newDialogue,
        current: "s",
        choice: { said: "heat", purpose: "favourite", movies: ["tt1", "tt2"] },
      } as const;
      await store.commit(
        change(0, { dialogue: { ...dialogue, choice: { ...dialogue.choice, movies: ["tt1", "tt2"] } } }),
      );
      expect((await store.load(ADA, TALK)).dialogue).toEqual(dialogue);
      expect(await store.dialogue(ADA, TALK)).toEqual(dialogue);
      expect(await store.dialogue(ADA, "discord:elsewhere")).toBeUndefined();
      expect((await store.load(ADA, "discord:elsewhere")).dialogue).toBeUndefined();
      expect((await store.load(ADA, "discord:elsewhere")).revision).toBe("event-0");
    });

    test("commits an event once, whatever comes with it the second time", async () => {
      const store = await opens();
      await store.commit(change(0, { entries: [liked("a")] }));
      expect(await store.commit(change(0, { entries: [liked("b")] }))).toBe("duplicate");
      expect(await store.commit(change(1, { event: "event-0", entries: [liked("b")] }))).toBe("duplicate");
      expect((await store.load(ADA, TALK)).log).toEqual([liked("a")]);
      expect(await store.revision(ADA)).toBe("event-0");
    });

    test("refuses what was computed from an old revision, and changes nothing", async () => {
      const store = await opens();
      await store.commit(change(0));
      expect(await store.commit(change(9, { revision: null, entries: [liked("b")] }))).toBe("conflict");
      expect(await store.load(ADA, TALK)).toMatchObject({ revision: "event-0", log: [] });
    });

    test("lets one of many who commit at once win, per revision", async () => {
      const store = await opens();
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, nth) => store.commit(change(0, { event: `race-${nth}` }))),
      );
      expect(outcomes.filter((outcome) => outcome === "committed")).toHaveLength(1);
      expect(await store.revision(ADA)).toMatch(/^race-\d+$/);
    });

    test("keeps users apart, also two of one id on two platforms", async () => {
      const store = await opens();
      await store.commit(change(0, { entries: [liked("ada's")] }));
      await store.commit(change(0, { user: BOB, entries: [liked("bob's")] }));
      await store.commit(change(0, { user: ADA_ELSEWHERE, entries: [liked("ada's elsewhere")] }));
      expect((await store.load(BOB, TALK)).log).toEqual([liked("bob's")]);
      expect((await store.load(ADA_ELSEWHERE, TALK)).log).toEqual([liked("ada's elsewhere")]);
    });

    test("finds a suggestion with whom it was made to, and the messages that carry it", async () => {
      const store = await opens();
      await store.commit(change(0, { suggestions: [suggested("s")] }));
      const posted = { message: "m1", suggestion: "s", conversation: TALK, shared: false };
      await store.shown("none", posted);
      await store.shown("none", { ...posted, message: "m2", shared: true });
      await store.shown("none", { ...posted, message: "m3", suggestion: "forgotten" });
      expect(await store.suggestion("s")).toEqual({ suggestion: suggested("s"), user: ADA });
      expect(await store.postedIn("m1")).toEqual(posted);
      expect(await store.postedIn("m3")).toBeUndefined();
      expect((await store.postedOf("s")).map(({ message }) => message)).toEqual(["m1", "m2"]);
    });

    test("keeps what is to be shown until it was, in order, and no other change of it", async () => {
      const store = await opens();
      const showings = [
        showing("z"),
        showing("a", { private: true, what: { kind: "export" } }),
        showing("m", { what: { kind: "say", card: { lines: [] }, shared: true } }),
      ];
      expect(await store.waiting(ADA)).toEqual([]);
      await store.commit(change(0, { showings }));
      await store.commit(change(0, { showings: [showing("again")] }));
      await store.commit(change(9, { showings: [showing("too old")] }));
      await store.commit(change(0, { user: ADA_ELSEWHERE, showings: [showing("elsewhere")] }));
      expect(await store.waiting(ADA)).toEqual(showings);
      expect(await store.waitedFor("discord")).toEqual([ADA]);
      expect(await store.waitedFor("discord", 1)).toEqual([ADA]);
      expect(await store.waitedFor("discord", 0)).toEqual([]);
      expect(await store.take(ADA)).toEqual(showings);
      expect(await store.take(ADA)).toEqual(showings); // of the same process
      await store.letGo(ADA);
      await store.shown("z");
      await store.shown("z");
      expect(await store.waiting(ADA)).toEqual(showings.slice(1));
      for (const { id } of showings) await store.shown(id);
      expect(await store.waitedFor("discord")).toEqual([]);
      expect(await store.waitedFor("slack")).toEqual([ADA_ELSEWHERE]);
    });

    test("forgets what was to be shown to somebody forgotten", async () => {
      const store = await opens();
      await store.commit(change(0, { showings: [showing("d")] }));
      await store.forget(ADA);
      expect(await store.waiting(ADA)).toEqual([]);
      expect(await store.waitedFor("discord")).toEqual([]);
    });

    test("knows the events of each person that were committed, and no others", async () => {
      const store = await opens();
      await store.commit(change(0));
      expect(await store.knows(ADA, "event-0")).toBe(true);
      expect(await store.knows(ADA, "event-1")).toBe(false);
      expect(await store.knows(BOB, "event-0")).toBe(false);
      await store.forget(ADA);
      expect(await store.knows(ADA, "event-0")).toBe(false);
    });

    test("knows since when it knows somebody, and of somebody forgotten only from their return on", async () => {
      const store = await opens();
      expect(await store.knownSince(ADA)).toBeUndefined();
      await store.commit(change(0, { atMs: 30 }));
      await store.commit(change(1, { atMs: 20 }));
      await store.commit(change(0, { user: BOB, atMs: 10 }));
      expect(await store.knownSince(ADA)).toBe(20);
      await store.forget(ADA);
      expect(await store.knownSince(ADA)).toBeUndefined();
      await store.commit(change(0, { atMs: 50 }));
      expect(await store.knownSince(ADA)).toBe(50);
      expect(await store.knownSince(ADA_ELSEWHERE)).toBeUndefined();
    });

    test("finds the latest messages of a platform, when they were made and for whom", async () => {
      const store = await opens();
      const made = (id: string, atMs: number) => ({ id, movie: "tt1", atMs });
      const put = (message: string, suggestion: string) =>
        store.shown("none", { message, suggestion, conversation: TALK, shared: false });
      await store.commit(change(0, { suggestions: [made("old", 1), made("new", 50)] }));
      await store.commit(change(0, { user: BOB, suggestions: [made("bob's", 60)] }));
      await store.commit(change(0, { user: ADA_ELSEWHERE, suggestions: [made("elsewhere", 70)] }));
      for (const [message, suggestion] of [
        ["m1", "old"],
        ["m2", "new"],
        ["m3", "bob's"],
        ["m4", "elsewhere"],
      ] as const)
        await put(message, suggestion);
      const latest = await store.postedSince("discord", 50, 9);
      expect(latest.map(({ message, owner, atMs }) => [message, owner, atMs])).toEqual([
        ["m3", BOB, 60],
        ["m2", ADA, 50],
      ]);
      expect(await store.postedSince("discord", 0, 1)).toHaveLength(1);
    });

    test("knows which reactions stand under a message", async () => {
      const store = await opens();
      const reacts = (nth: number, gesture: "like" | "skip", stands: boolean) =>
        store.commit(change(nth, { reaction: { message: "m", gesture, stands } }));
      await reacts(0, "skip", true);
      await reacts(1, "like", true);
      await reacts(2, "like", true);
      await store.commit(
        change(0, { user: BOB, atMs: 5, reaction: { message: "m", gesture: "info", stands: true } }),
      );
      expect(await store.reactions("m")).toEqual([
        { user: ADA, message: "m", gesture: "skip", atMs: 0 },
        { user: ADA, message: "m", gesture: "like", atMs: 1 },
        { user: BOB, message: "m", gesture: "info", atMs: 5 },
      ]);
      await reacts(3, "skip", false);
      await store.forget(BOB);
      expect((await store.reactions("m")).map(({ gesture }) => gesture)).toEqual(["like"]);
      expect(await store.reactions("another")).toEqual([]);
    });

    test("keeps whether a person or a place prefers privacy", async () => {
      const store = await opens();
      await store.commit(change(0));
      expect(await store.prefersPrivate(ADA, "server")).toBe(false);
      for (const nth of [1, 2])
        await store.commit(change(nth, { preference: { private: true, place: "server" } }));
      expect(await store.prefersPrivate(ADA, "server")).toBe(true);
      expect(await store.prefersPrivate(BOB, "server")).toBe(true);
      expect(await store.prefersPrivate(ADA_ELSEWHERE, "server")).toBe(false);
      expect(await store.prefersPrivate(ADA)).toBe(false);
      await store.commit(change(3, { preference: { private: false, place: "server" } }));
      await store.commit(change(4, { preference: { private: true } }));
      expect(await store.prefersPrivate(ADA, "server")).toBe(true);
      expect(await store.prefersPrivate(BOB, "server")).toBe(false);
      expect((await store.export(ADA)).private).toBe(true);
      await store.forget(ADA);
      expect(await store.prefersPrivate(ADA)).toBe(false);
    });

    test("keeps whether somebody's answers may be learned from, of the person on whichever platform", async () => {
      const store = await opens();
      await store.commit(change(0));
      expect((await store.export(ADA)).teaches).toBe(null);
      await store.commit(change(1, { teaches: true }));
      expect((await store.export(ADA)).teaches).toBe(true);
      await store.offerLink(ADA, "BCDFGH", 0);
      await store.commit({ ...change(0, { user: BOB, teaches: false }), event: "of bob" });
      expect((await store.export(ADA)).teaches).toBe(true);
      await store.link(BOB, "BCDFGH", 1);
      expect((await store.export(ADA)).teaches).toBe(false); // a no of either is a no of both
    });

    test("exports everything of one user and nothing of another", async () => {
      const store = await opens();
      await store.commit(
        change(0, {
          entries: [liked("ada's")],
          suggestions: [suggested("s")],
          showings: [showing("d")],
          reaction: { message: "m", gesture: "like", stands: true },
        }),
      );
      await store.commit(
        change(0, {
          user: BOB,
          entries: [liked("bob's")],
          suggestions: [suggested("t")],
          showings: [showing("bob's")],
          reaction: { message: "m", gesture: "skip", stands: true },
        }),
      );
      const posted = { message: "m", suggestion: "s", conversation: TALK, shared: false };
      await store.shown("none", posted);
      expect(await store.export(ADA)).toEqual({
        user: ADA,
        linked: [],
        log: [liked("ada's")],
        suggestions: [suggested("s")],
        refusals: [],
        embedding: { modelVersion: "one", values: [0] },
        dialogues: [{ conversation: TALK, dialogue: newDialogue }],
        events: [{ id: "event-0", atMs: 0 }],
        messages: [posted],
        showings: [showing("d")],
        reactions: [{ message: "m", gesture: "like", atMs: 0 }],
        private: false,
        teaches: null,
        unread: [],
        evenings: [],
        recommendations: [],
        sharedPages: [],
      });
    });

    test("forgets one user for good, and nobody else", async () => {
      const store = await opens();
      await store.commit(change(0, { entries: [liked("a")], suggestions: [suggested("s")] }));
      await store.shown("none", { message: "m", suggestion: "s", conversation: TALK, shared: false });
      await store.commit(change(0, { user: BOB, entries: [liked("b")] }));
      await store.forget(ADA);
      expect(await store.load(ADA, TALK)).toEqual({
        revision: null,
        log: [],
        suggestions: [],
        refusals: [],
      });
      expect(await store.suggestion("s")).toBeUndefined();
      expect(await store.postedIn("m")).toBeUndefined();
      expect(await store.export(ADA)).toMatchObject({ log: [], events: [], messages: [], embedding: null });
      expect((await store.load(BOB, TALK)).log).toEqual([liked("b")]);
      expect(await store.commit(change(0))).toBe("committed");
    });

    test("can be closed twice", async () => {
      const store = await opens();
      await store.close();
      await store.close();
    });
  });
}
