import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newDialogue } from "../conversation/dialogue.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { openSqliteStore } from "./sqlite.ts";
import { storeContract } from "./store.contract.ts";
import type { Change } from "./store.ts";
import { StoreError } from "./store-error.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "matinee-store-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileIn = (name: string) => join(folder, name);

storeContract("sqlite", () => openSqliteStore(fileIn("contract.db")));

const ADA = { platform: "discord", id: "ada-of-many-words" };
const change: Change = {
  user: ADA,
  conversation: "discord:talk-of-ada",
  event: "event-of-ada",
  atMs: 1,
  revision: null,
  entries: [
    { kind: "feedback", id: "entry-of-ada", movie: "tt1", verdict: "like", atMs: 1, source: "title" },
  ],
  suggestions: [{ id: "suggestion-of-ada", movie: "tt1", atMs: 1 }],
  embedding: { modelVersion: "one", values: Float64Array.of(1, 2, 3) },
  dialogue: newDialogue,
};

describe("a database file", () => {
  test("outlives its process, in folders made for it", async () => {
    const file = fileIn("not/yet/there/matinee.db");
    const first = await openSqliteStore(file);
    await first.commit(change);
    await first.close();
    const second = await openSqliteStore(file);
    expect((await second.load(ADA, change.conversation)).log).toEqual(change.entries);
    await second.close();
  });

  test("is written ahead and flushed at every commit", async () => {
    const store = await openSqliteStore(fileIn("wal.db"));
    await store.commit(change);
    const other = new Database(fileIn("wal.db"));
    expect(other.pragma("journal_mode", { simple: true })).toBe("wal");
    other.close();
    await store.close();
  });

  test("is two processes' at once: each sees what the other has committed", async () => {
    const one = await openSqliteStore(fileIn("shared.db"));
    const other = await openSqliteStore(fileIn("shared.db"));
    await one.commit(change);
    expect(await other.commit({ ...change, event: "another" })).toBe("conflict");
    expect(
      await other.commit({
        ...change,
        event: "another",
        revision: change.event,
        entries: [],
        suggestions: [],
      }),
    ).toBe("committed");
    expect(await one.revision(ADA)).toBe("another");
    await one.close();
    await other.close();
  });

  test("takes all of a change or nothing", async () => {
    const store = await openSqliteStore(fileIn("atomic.db"));
    const broken: Change = { ...change, entries: [change.entries[0]!, change.entries[0]!] };
    await expect(store.commit(broken)).rejects.toThrow(/UNIQUE/);
    expect(await store.load(ADA, change.conversation)).toEqual({ revision: null, log: [], suggestions: [] });
    await store.close();
  });

  test("a dialogue that no longer parses is a new one, and the log stays", async () => {
    const store = await openSqliteStore(fileIn("old.db"));
    await store.commit(change);
    const database = new Database(fileIn("old.db"));
    database.exec(`UPDATE dialogues SET dialogue = '{"phase":"ancient"}'`);
    database.close();
    const remembered = await store.load(ADA, change.conversation);
    expect(remembered.dialogue).toBeUndefined();
    expect(remembered.log).toHaveLength(1);
    await store.close();
  });
});

describe("forgetting", () => {
  test("leaves no row in any table, and no byte in any file", async () => {
    const store = await openSqliteStore(fileIn("forget.db"));
    await store.commit(change);
    await store.keepMessage({
      message: "message-of-ada",
      suggestion: "suggestion-of-ada",
      conversation: change.conversation,
      shared: false,
    });
    await store.forget(ADA);
    const database = new Database(fileIn("forget.db"));
    const tables = database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all();
    expect(tables.length).toBeGreaterThan(5);
    for (const { name } of tables) {
      expect([name, database.prepare(`SELECT count(*) AS rows FROM ${name}`).get()]).toEqual([
        name,
        { rows: 0 },
      ]);
    }
    database.close();
    for (const file of readdirSync(folder)) {
      expect(readFileSync(fileIn(file)).includes("of-ada"), file).toBe(false);
    }
    await store.close();
  });
});

describe("a file that is no database of ours", () => {
  test("is refused by name and left as it is", async () => {
    writeFileSync(fileIn("letter.txt"), "Dear diary, this is not a database. ".repeat(100));
    await expect(openSqliteStore(fileIn("letter.txt"))).rejects.toThrow(/letter\.txt.*not a database/);
    expect(readFileSync(fileIn("letter.txt"), "utf8")).toContain("Dear diary");
  });

  test("a folder is refused", async () => {
    mkdirSync(fileIn("folder.db"));
    await expect(openSqliteStore(fileIn("folder.db"))).rejects.toThrow(StoreError);
  });

  test("a database newer than the program is refused, and says so", async () => {
    const database = new Database(fileIn("newer.db"));
    database.pragma("user_version = 9999");
    database.close();
    await expect(openSqliteStore(fileIn("newer.db"))).rejects.toThrow(/version 9999.*Update Matinee/);
  });
});

describe("migrations", () => {
  const migrations = (...files: readonly (readonly [string, string])[]) => {
    const at = fileIn(`migrations-${files.length}/`);
    mkdirSync(at, { recursive: true });
    for (const [name, sql] of files) writeFileSync(join(at, name), sql);
    return pathToFileURL(at);
  };

  test("run once each, in order, from where the database stands", () => {
    const database = new Database(":memory:");
    migrate(database, migrations(["0001_a.sql", "CREATE TABLE a (x)"]));
    migrate(
      database,
      migrations(["0001_a.sql", "CREATE TABLE a (x)"], ["0002_b.sql", "INSERT INTO a VALUES (7)"]),
    );
    migrate(
      database,
      migrations(["0001_a.sql", "CREATE TABLE a (x)"], ["0002_b.sql", "INSERT INTO a VALUES (7)"]),
    );
    expect(database.prepare("SELECT x FROM a").all()).toEqual([{ x: 7 }]);
  });

  test("of which one fails leave the database as it was", () => {
    const database = new Database(":memory:");
    const folderOf = migrations(["0001_a.sql", "CREATE TABLE a (x)"], ["0002_b.sql", "nonsense"]);
    expect(() => migrate(database, folderOf)).toThrow();
    expect(database.pragma("user_version", { simple: true })).toBe(0);
    expect(database.prepare("SELECT name FROM sqlite_master").all()).toEqual([]);
  });

  test("numbered with a gap are refused by name", () => {
    expect(() => readMigrations(migrations(["0001_a.sql", ""], ["0003_c.sql", ""]))).toThrow(
      /0003_c\.sql.*0002/,
    );
  });
});
