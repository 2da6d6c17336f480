import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newDialogue } from "../conversation/dialogue.ts";
import { eveningsContract } from "./evenings.contract.ts";
import { figuresContract } from "./figures.contract.ts";
import { linksContract } from "./links.contract.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { sharedPagesContract } from "./shared-pages.contract.ts";
import { openSqliteStore } from "./sqlite.ts";
import { storeContract } from "./store.contract.ts";
import type { Change } from "./store.ts";
import { StoreError } from "./store-error.ts";
import { topListsContract } from "./top-lists.contract.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "matinee-store-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileIn = (name: string) => join(folder, name);
const rowsOf = (name: string, table: string): unknown[] => {
  const database = new Database(fileIn(name));
  const rows = database.prepare(`SELECT * FROM ${table}`).all();
  database.close();
  return rows;
};

storeContract("sqlite", () => openSqliteStore(fileIn("contract.db")));
eveningsContract("sqlite", () => openSqliteStore(fileIn("evenings.db")));
figuresContract("sqlite", () => openSqliteStore(fileIn("figures.db")));
linksContract("sqlite", () => openSqliteStore(fileIn("links.db")));
sharedPagesContract("sqlite", () => openSqliteStore(fileIn("shared-pages.db")));
topListsContract("sqlite", () => openSqliteStore(fileIn("top-lists.db")));

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
  showings: [
    {
      id: "showing-of-ada",
      event: "event-of-ada",
      conversation: "discord:talk-of-ada",
      atMs: 1,
      private: false,
      what: { kind: "say", card: { lines: ["words for of-ada"] } },
    },
  ],
  reaction: { message: "message-of-ada", gesture: "like", stands: true },
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

  test("is written ahead", async () => {
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
        showings: [],
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
    expect(await store.load(ADA, change.conversation)).toEqual({
      revision: null,
      log: [],
      suggestions: [],
      refusals: [],
    });
    await store.close();
  });

  test("a commit that conflicts leaves nothing of somebody new", async () => {
    const store = await openSqliteStore(fileIn("conflict.db"));
    expect(await store.commit({ ...change, revision: "of one forgotten meanwhile" })).toBe("conflict");
    expect(rowsOf("conflict.db", "users")).toEqual([]);
    await store.close();
  });
});

describe("what was changed behind our back", () => {
  const damaged = async (sql: string) => {
    const store = await openSqliteStore(fileIn("damaged.db"));
    await store.commit(change);
    const database = new Database(fileIn("damaged.db"));
    database.exec(`PRAGMA ignore_check_constraints = ON; ${sql}`);
    database.close();
    return store;
  };

  test.each([`{"phase":"ancient"}`, `{"phase":{"ki`])(
    "the dialogue %s is treated as none, and the rest stays",
    async (json) => {
      const store = await damaged(`UPDATE dialogues SET dialogue = '${json}'`);
      const remembered = await store.load(ADA, change.conversation);
      expect(remembered.dialogue).toBeUndefined();
      expect(remembered.log).toEqual(change.entries);
      expect(await store.export(ADA)).toMatchObject({ dialogues: [], log: change.entries });
      await store.close();
    },
  );

  test("an embedding cut short is treated as none: the log has it", async () => {
    const store = await damaged("UPDATE embeddings SET embedding = x'00112233445566778899'");
    expect(await store.export(ADA)).toMatchObject({ embedding: null, log: change.entries });
    await store.close();
  });

  test("an entry of the log that nobody wrote is an error that names it, and what to do", async () => {
    const store = await damaged("UPDATE log SET verdict = 'adored'");
    const loading = store.load(ADA, change.conversation);
    await expect(loading).rejects.toThrow(StoreError);
    await expect(loading).rejects.toThrow(/damaged\.db: entry entry-of-ada .*Restore/);
    await store.close();
  });
});

describe("a file that is no database of ours", () => {
  test("another program's database is refused and left as it is", async () => {
    const database = new Database(fileIn("recipes.db"));
    database.exec("CREATE TABLE recipes (dish)");
    database.close();
    const before = readFileSync(fileIn("recipes.db"));
    await expect(openSqliteStore(fileIn("recipes.db"))).rejects.toThrow(/recipes\.db.*another program/);
    expect(readFileSync(fileIn("recipes.db"))).toEqual(before);
  });

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

  test("are looked for and run under one lock: nobody migrates in between", () => {
    const folderOf = migrations(["0001_a.sql", "CREATE TABLE a (x)"]);
    const [one, other] = [1, 2].map(() => new Database(fileIn("between.db"), { timeout: 0 })) as [
      Database.Database,
      Database.Database,
    ];
    one.pragma("journal_mode = WAL");
    const pragma = one.pragma.bind(one);
    one.pragma = (source, options) => {
      const value = pragma(source, options);
      if (source === "user_version") expect(() => migrate(other, folderOf)).toThrow(/locked/);
      return value;
    };
    migrate(one, folderOf);
    migrate(other, folderOf);
    expect(other.prepare("SELECT * FROM a").all()).toEqual([]);
    one.close();
    other.close();
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
