import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { newDialogue } from "../conversation/dialogue.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { patience } from "./patience.ts";
import { openSqliteStore } from "./sqlite.ts";
import type { Change } from "./store.ts";
import { StoreError } from "./store-error.ts";
import { allAtOnce, anotherProcess } from "./testing/another-process.ts";

const STARTS = fileURLToPath(new URL("./testing/opening-process.js", import.meta.url));
const ADA = { platform: "discord", id: "ada" };
const BOB = { platform: "discord", id: "bob" };
const TALK = "discord:talk";

const change = (nth: number, user = ADA, given: Partial<Change> = {}): Change => ({
  user,
  conversation: TALK,
  event: `event-${nth}`,
  atMs: nth,
  revision: nth === 0 ? null : `event-${nth - 1}`,
  entries: [],
  suggestions: [{ id: `${user.id}-${nth}`, movie: "tt1", atMs: nth }],
  embedding: { modelVersion: "one", values: Float64Array.of(nth) },
  dialogue: newDialogue,
  showings: [],
  ...given,
});

async function opened() {
  const file = join(await temporaryFolder(), "matinee.db");
  const store = await openSqliteStore(file);
  onTestFinished(() => store.close());
  return { file, store };
}

describe("while another process holds the lock", () => {
  test("what need not be written goes on, turn after turn, and a write is made once it lets go", async () => {
    const { file, store } = await opened();
    await store.commit(change(0, BOB));
    const other = await anotherProcess(file, "BEGIN IMMEDIATE");
    let isCommitted = false;
    const committing = store.commit(change(0)).finally(() => {
      isCommitted = true;
    });
    for (let turn = 0; turn < 100; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect((await store.load(BOB, TALK)).revision).toBe("event-0");
      expect(await store.prefersPrivate(ADA, "server")).toBe(false);
    }
    expect(isCommitted).toBe(false);
    await other.release();
    expect(await committing).toBe("committed");
    expect(await store.revision(ADA)).toBe("event-0");
  });

  test("every kind of write waits, and all are made in the order they were asked for", async () => {
    const { file, store } = await opened();
    await store.commit(change(0));
    const other = await anotherProcess(file, "BEGIN IMMEDIATE");
    const posted = { message: "m", suggestion: "ada-1", conversation: TALK, shared: false };
    const writes = Promise.all([
      store.commit(change(1)),
      store.shown("none", posted),
      store.commit(change(2, ADA, { preference: { private: true } })),
      store.commit(change(3, ADA, { preference: { private: true, place: "server" } })),
      store.commit(change(0, BOB)),
      store.forget(BOB),
    ]);
    await other.release();
    expect(await writes).toMatchObject({ 0: "committed", 2: "committed", 3: "committed", 4: "committed" });
    expect(await store.postedIn("m")).toEqual(posted);
    expect(await store.prefersPrivate(ADA)).toBe(true);
    expect(await store.prefersPrivate(BOB, "server")).toBe(true);
    expect(await store.revision(ADA)).toBe("event-3");
    expect(await store.revision(BOB)).toBeNull();
  });

  test("a write asked for at the moment of its release does not overtake one that has waited", async () => {
    const { file, store } = await opened();
    await store.commit(change(0));
    const other = new Database(file);
    other.exec("BEGIN IMMEDIATE");
    const waiting = store.commit(change(1));
    await new Promise((resolve) => setTimeout(resolve, 50)); // it has tried, and rests
    other.exec("COMMIT");
    other.close();
    const both = await Promise.all([waiting, store.commit(change(2))]);
    expect(both).toEqual(["committed", "committed"]);
  });

  test("a write that waited too long is refused, not kept, and says what holds it up; those behind it are tried", async () => {
    const { file } = await opened();
    const database = new Database(file, { timeout: 0 });
    onTestFinished(() => void database.close());
    const other = await anotherProcess(file, "BEGIN IMMEDIATE");
    const { read, write } = patience(file, 0);
    const put = () => database.exec("INSERT INTO private_places VALUES ('discord', 'server')");
    const refused = [write(put), write(put)];
    for (const writing of refused) {
      await expect(writing).rejects.toThrow(StoreError);
      await expect(writing).rejects.toThrow(/matinee\.db: another program.*Close.*try again/);
      await expect(writing).rejects.toMatchObject({ kept: "no" });
    }
    await other.release();
    expect(await read(() => database.prepare("SELECT * FROM private_places").all())).toEqual([]);
    await write(put);
  });
});

test("a write that still waits when the store is closed is refused, and not kept", async () => {
  const { file, store } = await opened();
  const other = await anotherProcess(file, "BEGIN IMMEDIATE");
  const waiting = store.commit(change(0));
  await new Promise((resolve) => setTimeout(resolve, 5)); // it has tried
  await store.close();
  await expect(waiting).rejects.toThrow(StoreError);
  await expect(waiting).rejects.toThrow(/matinee\.db: closed before this was done/);
  await other.release();
  const again = await openSqliteStore(file);
  expect(await again.revision(ADA)).toBeNull();
  await again.close();
});

describe("a disk that fails", () => {
  const failing = () => {
    throw new Database.SqliteError("disk I/O error", "SQLITE_IOERR_FSYNC");
  };

  test("in the middle of a write leaves unknown whether that is kept; what was read is not written", async () => {
    const { read, write } = patience("matinee.db");
    const sentence = expect.stringMatching(/matinee\.db: the disk .*try again/);
    await expect(write(failing)).rejects.toMatchObject({ kept: "unknown", message: sentence });
    await expect(read(failing)).rejects.toMatchObject({ kept: "no", message: sentence });
  });
});

describe("starting", () => {
  test("waits for a process that holds a database not yet migrated", async () => {
    const file = join(await temporaryFolder(), "matinee.db");
    new Database(file).close();
    const other = await anotherProcess(file, "BEGIN EXCLUSIVE");
    const opening = openSqliteStore(file);
    await other.release();
    await (await opening).close();
  });

  test("six at once on a new file all succeed", async () => {
    for (let round = 0; round < 2; round++) {
      const file = join(await temporaryFolder(), "matinee.db");
      expect(await allAtOnce(STARTS, 6, [file])).toEqual(Array(6).fill("ready\nopened\n"));
    }
  });
});
