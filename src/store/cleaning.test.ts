import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { newDialogue } from "../conversation/dialogue.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { createRandom } from "../numerics/random.ts";
import { createCleaning } from "./cleaning.ts";
import { openDatabase } from "./open-database.ts";
import { patience } from "./patience.ts";
import { openSqliteStore } from "./sqlite.ts";
import type { Change, Store, UserKey } from "./store.ts";
import { anotherProcess } from "./testing/another-process.ts";

const ADA = { platform: "discord", id: "name-of-ada" };
const BOB = { platform: "discord", id: "name-of-bob" };

/** A turn of which every id and text names the person; as long as given. */
const turn = (user: UserKey, nth: number, length = 0): Change => {
  const named = (what: string) => `${what}-${nth}-${user.id}-${"x".repeat(length)}`;
  const made = { id: named("suggestion"), movie: "tt1", atMs: nth };
  return {
    user,
    conversation: named("talk"),
    event: `event-${nth}-${user.id}`,
    atMs: nth,
    revision: nth === 0 ? null : `event-${nth - 1}-${user.id}`,
    entries: [
      { kind: "feedback", id: named("entry"), movie: "tt1", verdict: "like", atMs: 1, source: "title" },
    ],
    suggestions: [made],
    embedding: { modelVersion: "one", values: new Float64Array(128).fill(nth) },
    dialogue: { ...newDialogue, choice: { said: named("said"), purpose: "favourite", movies: ["tt1"] } },
    showings: [],
    reaction: { message: named("message"), gesture: "like", stands: true },
    heard: { by: "nothing", unread: [named("word")] },
  };
};

/** Longer than any machine takes to wipe a small file. */
const AMPLE_MS = 60_000;

async function opened(wipeWithinMs = AMPLE_MS): Promise<{ file: string; store: Store }> {
  const file = join(await temporaryFolder(), "matinee.db");
  const store = await openSqliteStore(file, { wipeWithinMs });
  onTestFinished(() => store.close());
  return { file, store };
}

/**
 * Whether the file or what SQLite keeps beside it holds the bytes of a text. Read by another process: this one would
 * lose its locks on a file that it opens and closes besides SQLite.
 */
const holds = (file: string, text: string): boolean =>
  spawnSync("grep", ["-raqF", text, dirname(file)]).status === 0;

test("forgetting leaves no row in any table, and no byte in any file", async () => {
  const { file, store } = await opened();
  const [first, second] = [turn(ADA, 0), turn(ADA, 1)];
  await store.commit(first);
  await store.commit(second);
  const { id: suggestion } = first.suggestions[0]!;
  const { conversation } = first;
  await store.shown("none", { message: "message-of-ada", suggestion, conversation, shared: false });
  const database = new Database(file);
  onTestFinished(() => void database.close());
  database.exec("INSERT INTO model_answers VALUES ('hash', 'a name out of a text of-ada', 0)");
  database.exec("INSERT INTO tmdb_films VALUES ('tt1', 'a film that was shown to one of-ada', 0)");
  expect(holds(file, "of-ada")).toBe(true);
  expect(await store.forget(ADA)).toBe("gone");
  expect(holds(file, "of-ada")).toBe(false);
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all();
  expect(tables.length).toBeGreaterThan(5);
  // sums by day and platform are about nobody
  for (const table of tables.filter((one) => one !== "figures"))
    expect([table, database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0]);
});

test("no byte is left where rows of many people have moved from page to page", async () => {
  const { file, store } = await opened();
  const random = createRandom(1);
  const people = Array.from({ length: 20 }, (_, nth) => ({ platform: "discord", id: `name-of-nr-${nth}.` }));
  const turns = people.map(() => 0);
  for (let n = 0; n < 500; n++) {
    const who = random.int(people.length);
    await store.commit(turn(people[who]!, turns[who]!++, random.int(60)));
  }
  for (const person of people.slice(0, 5)) await store.forget(person);
  for (const { id } of people.slice(0, 5)) expect([id, holds(file, id)]).toEqual([id, false]);
  expect((await store.export(people[5]!)).log).toHaveLength(turns[5]!);
});

test("whoever is forgotten while another process reads is told that it takes a while; nobody else waits, and it is done without being asked", async () => {
  const { file, store } = await opened(100);
  await store.commit(turn(ADA, 0));
  const reader = await anotherProcess(file, "BEGIN; SELECT * FROM log");
  const forgetting = store.forget(ADA);
  expect(await store.commit(turn(BOB, 0))).toBe("committed");
  expect(await forgetting).toBe("goingSoon");
  expect(await store.load(ADA, "talk")).toMatchObject({ revision: null, log: [] });
  expect(await store.commit(turn(BOB, 1))).toBe("committed");
  expect(holds(file, ADA.id)).toBe(true);
  await reader.release();
  await expect.poll(() => holds(file, ADA.id)).toBe(false);
  expect((await store.export(BOB)).events).toHaveLength(2);
});

test("what one process could not wipe, the next does at its start", async () => {
  const { file, store } = await opened(100);
  await store.commit(turn(ADA, 0));
  const reader = await anotherProcess(file, "BEGIN; SELECT * FROM log");
  expect(await store.forget(ADA)).toBe("goingSoon");
  await store.close();
  await reader.release();
  const database = new Database(file);
  onTestFinished(() => void database.close());
  const debts = database.prepare("SELECT count(*) FROM cleanings").pluck();
  expect(debts.get()).toBe(1);
  const next = await openSqliteStore(file);
  onTestFinished(() => next.close());
  await expect.poll(() => debts.get()).toBe(0);
  expect(holds(file, ADA.id)).toBe(false);
});

test("a failure to wipe is told once, and it is tried again", async () => {
  const database = await openDatabase(join(await temporaryFolder(), "matinee.db"));
  onTestFinished(() => void database.close());
  database.exec("INSERT INTO cleanings VALUES ('debt')");
  const patient = patience(database.name);
  let failures = 2;
  const onTrouble = vi.fn();
  const cleaning = createCleaning(
    database,
    {
      ...patient,
      async write(statement) {
        if (failures-- > 0) throw new Error("no room for a second copy");
        return patient.write(statement);
      },
    },
    { withinMs: AMPLE_MS, onTrouble, closing: new AbortController().signal },
  );
  expect(await cleaning.clean()).toBe("gone");
  expect(onTrouble.mock.calls).toEqual([[new Error("no room for a second copy")]]);
  expect(database.prepare("SELECT * FROM cleanings").all()).toEqual([]);
});
