import { join } from "node:path";
import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import type { LogEntry } from "../conversation/person.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { followAnswers } from "./following-answers.ts";
import { openStore } from "./open-store.ts";
import { missing, newDatabase, realName } from "./postgres/testing/shared-server.ts";
import type { Change, UserKey } from "./store.ts";
import type { Consent } from "./teaching.ts";
import { following } from "./testing/opened-stores.ts";

const [ADA, BEN, CYD] = ["ada", "ben", "cyd"].map((id): UserKey => ({ platform: "fake", id })) as [
  UserKey,
  UserKey,
  UserKey,
];

const liked = (id: string): LogEntry => ({
  kind: "feedback",
  id,
  movie: `tt${id}`,
  verdict: "like",
  atMs: 1,
  source: "title",
});

const places: readonly (readonly [string, string | undefined, () => Promise<string>])[] = [
  ["SQLite", undefined, async () => join(await temporaryFolder(), "a.db")],
  [realName, missing, newDatabase],
];

async function world(where: () => Promise<string>, consent: Consent = "unless-refused") {
  const place = await where();
  const store = await openStore(place);
  onTestFinished(() => store.close());
  let nowMs = 0;
  let events = 0;
  const does = async (user: UserKey, given: Partial<Change> = {}) => {
    const change = await following(store, user, { event: `event-${events++}`, ...given });
    if ((await store.commit(change)) !== "committed") throw new Error("not committed");
  };
  const says = (user: UserKey, ...ids: string[]) => does(user, { entries: ids.map(liked) });
  await says(ADA, "a");
  await says(BEN, "b");
  const answers = await followAnswers(place, consent, () => nowMs);
  onTestFinished(() => answers.close());
  /** What each look tells of: the ids of what stands in their logs, or that nothing counts any more. */
  const looks = async (): Promise<string[]> => {
    nowMs += 31_000; // so that all people are looked at
    const told: string[] = [];
    for await (const { answers: theirs } of answers.changed())
      told.push(theirs ? theirs.log.map(({ id }) => id).join(",") : "gone");
    return told.sort();
  };
  return { place, store, does, says, looks, answers };
}

describe.each(places)("following a %s", (_name, why, where) => {
  const onPlace = test.skipIf(why !== undefined);

  onPlace("tells of everybody first, and then of who answered or took something back", async () => {
    const { does, says, looks } = await world(where);
    expect(await looks()).toEqual(["a", "b"]);
    expect(await looks()).toEqual([]);
    await says(BEN, "c");
    await says(CYD, "d");
    expect(await looks()).toEqual(["b,c", "d"]);
    await does(BEN, { entries: [{ kind: "retraction", id: "e", retracts: "c", atMs: 2 }] });
    await does(ADA);
    expect(await looks()).toEqual(["b,c,e"]);
    for (let times = 0; times < 4; times++) expect(await looks()).toEqual([]);
  });

  onPlace("tells of who was linked, parted, or forgotten", async () => {
    const { store, says, looks } = await world(where);
    await looks();
    await store.offerLink(ADA, "BCDFGH", 1);
    await store.link(BEN, "BCDFGH", 2);
    expect(await looks()).toEqual(["a,b", "gone"]);
    await store.unlink(BEN, 3);
    expect(await looks()).toEqual(["a", "b"]);
    await says(CYD, "c");
    expect(await looks()).toEqual(["c"]);
    await store.forget(CYD);
    expect(await looks()).toContain("gone"); // of others it may tell once more
    expect(await looks()).toEqual([]);
  });

  onPlace("tells of who may be learned from no more, and of nobody who may not", async () => {
    const { does, says, looks } = await world(where);
    await looks();
    await does(ADA, { teaches: false });
    expect(await looks()).toEqual(["gone"]);
    await says(ADA, "c");
    expect((await looks()).filter((told) => told !== "gone")).toEqual([]);
    await does(ADA, { teaches: true });
    expect(await looks()).toEqual(["a,c"]);
  });

  onPlace("is of those alone who allowed it, where that is asked", async () => {
    const { does, looks } = await world(where, "where-allowed");
    expect(await looks()).toEqual([]);
    await does(BEN, { teaches: true });
    expect(await looks()).toEqual(["b"]);
  });

  onPlace("tells nothing once it is closed", async () => {
    const { says, looks, answers } = await world(where);
    await looks();
    await says(ADA, "c");
    answers.close();
    expect(await looks()).toEqual([]);
  });
});

test.skipIf(missing !== undefined)(
  `what is committed behind what has a higher number is told of as well (${realName})`,
  async () => {
    const { place, says, looks } = await world(newDatabase);
    await looks();
    const slow = new pg.Client(place);
    await slow.connect();
    onTestFinished(() => slow.end());
    await slow.query("BEGIN");
    await slow.query(
      `INSERT INTO log (user_id, id, kind, at_ms, movie, verdict, source)
       SELECT id, 'slow', 'feedback', 1, 'tt9', 'like', 'title' FROM users WHERE platform_id = 'ada'`,
    );
    await says(BEN, "fast");
    expect(await looks()).toEqual(["b,fast"]);
    await slow.query("COMMIT");
    expect(await looks()).toEqual(["a,slow"]);
    expect(await looks()).toEqual([]);
  },
);
