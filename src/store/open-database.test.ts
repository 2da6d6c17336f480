import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openDatabase, unflushed } from "./open-database.ts";
import { soundness } from "./soundness.ts";
import { openSqliteStore } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";
import { makeLargeDamaged } from "./testing/damaged-file.ts";

const PAGE = 4096;
/** Whom no right is denied. */
const isAlmighty = process.getuid?.() === 0;
const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);
const fileIn = async (name: string) => join(await temporaryFolder(), name);

async function opens(file: string): Promise<Database.Database> {
  const database = await openDatabase(file);
  onTestFinished(() => void database.close());
  return database;
}

function withUmask(mask: number): void {
  const before = process.umask(mask);
  onTestFinished(() => void process.umask(before));
}

/** A database of ours with something in every page. */
async function filled(answers = 300, size = 100): Promise<string> {
  const file = await fileIn("matinee.db");
  const database = await openDatabase(file);
  const put = database.prepare("INSERT INTO model_answers VALUES (?, ?, 0)");
  database.transaction(() => {
    for (let n = 0; n < answers; n++) put.run(`key ${n}`, "answer".padEnd(size));
  })();
  database.exec("INSERT INTO users (platform, platform_id) VALUES ('discord', 'ada')");
  database.close();
  return file;
}

test("every commit is flushed to the disk, and what is deleted is overwritten", async () => {
  const database = await opens(await fileIn("matinee.db"));
  const settings = ["journal_mode", "synchronous", "secure_delete", "foreign_keys"].map((name) => [
    name,
    database.pragma(name, { simple: true }),
  ]);
  expect(Object.fromEntries(settings)).toEqual({
    journal_mode: "wal",
    synchronous: 2,
    secure_delete: 1,
    foreign_keys: 1,
  });
});

test("after a transaction without a flush of its own, done or failed, every commit is flushed again", async () => {
  const database = await opens(await fileIn("matinee.db"));
  const flushes = () => database.pragma("synchronous", { simple: true });
  unflushed(database, () => expect(flushes()).toBe(1));
  expect(flushes()).toBe(2);
  expect(() =>
    unflushed(database, () => {
      throw new Error("no such row");
    }),
  ).toThrow("no such row");
  expect(flushes()).toBe(2);
});

describe("whatever the umask", () => {
  test.each([0, 0o022, 0o777])(
    "%o, nobody but its owner may read a new file, and enter the folders made for it",
    async (mask) => {
      const folder = await temporaryFolder();
      withUmask(mask);
      chmodSync(folder, 0o755);
      const file = join(folder, "not/yet/matinee.db");
      await opens(file);
      expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(["600", "600", "600"]);
      expect([dirname(file), join(folder, "not"), folder].map(modeOf)).toEqual(["700", "700", "755"]);
    },
  );

  test("a file that others could read, left behind by a kill, is kept from them with all that is beside it", async () => {
    withUmask(0);
    const killed = await opens(await filled());
    killed.exec("INSERT INTO users (platform, platform_id) VALUES ('discord', 'bob')");
    const file = join(dirname(killed.name), "left.db");
    for (const besides of ["", "-wal", "-shm"]) copyFileSync(killed.name + besides, file + besides);
    for (const besides of ["", "-wal", "-shm"]) chmodSync(file + besides, 0o666);
    const database = await opens(file);
    expect(["", "-wal", "-shm"].map((besides) => modeOf(file + besides))).toEqual(["600", "600", "600"]);
    expect(database.prepare("SELECT platform_id FROM users").pluck().all()).toEqual(["ada", "bob"]);
  });

  test("another program's file keeps the rights it has", async () => {
    const file = await fileIn("letter.txt");
    writeFileSync(file, "Dear diary. ".repeat(100));
    chmodSync(file, 0o644);
    await expect(openDatabase(file)).rejects.toThrow(StoreError);
    expect(modeOf(file)).toBe("644");
  });
});

describe("a place that can hold no database is refused in a sentence:", () => {
  const refused = async (name: string, sentence: RegExp) => {
    const opening = openDatabase(name);
    await expect(opening).rejects.toThrow(StoreError);
    await expect(opening).rejects.toThrow(sentence);
  };

  test.each(["", "  ", ":memory:", " :memory: "])("%j", (name) => refused(name, /names no file.*--db/));

  test("a folder", async () => refused(await temporaryFolder(), /a folder\. Name a file in it/));

  test("a socket, whose rights are left alone", async () => {
    const socket = await fileIn("socket");
    const server = createServer().listen(socket);
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const before = modeOf(socket);
    await refused(socket, /no file.*Choose another/);
    expect(modeOf(socket)).toBe(before);
  });

  test("a pipe, which nobody reads", async () => {
    const pipe = await fileIn("pipe");
    execFileSync("mkfifo", [pipe]);
    await refused(pipe, /no file.*Choose another/);
  });

  test("below a file", async () => refused(join(await filled(), "matinee.db"), /its folder is a file/));

  test.runIf(process.platform === "linux")("where no folder can be made", async () =>
    refused("/proc/nowhere/matinee.db", /\/proc\/nowhere\/matinee\.db.*Choose another place/),
  );

  test.runIf(process.platform === "linux")("where no file can be made", async () =>
    refused("/sys/matinee.db", /\/sys\/matinee\.db.*choose another/i),
  );

  test.skipIf(isAlmighty)("a file that may only be read, which keeps the rights it has", async () => {
    const file = await filled();
    chmodSync(file, 0o400);
    await refused(file, /matinee\.db: it cannot be read and written\. Allow that/);
    expect(modeOf(file)).toBe("400");
  });

  test.skipIf(isAlmighty)("a folder that cannot be written", async () => {
    const folder = await temporaryFolder();
    chmodSync(folder, 0o500);
    await refused(join(folder, "matinee.db"), /choose another/);
  });
});

describe("a damaged file is said to be damaged at the start, and what to do, and is left as it is:", () => {
  const scratch = (file: string, at: number, bytes: Uint8Array) => {
    const content = readFileSync(file);
    content.set(bytes, at);
    writeFileSync(file, content);
  };
  const noise = Uint8Array.from({ length: PAGE }, (_, at) => (at * 167 + 13) % 251);

  test.each([
    ["a page overwritten", (file: string) => scratch(file, 5 * PAGE, noise)],
    ["a page of zeros", (file: string) => scratch(file, 3 * PAGE, new Uint8Array(PAGE))],
    ["the last page overwritten", (file: string) => scratch(file, statSync(file).size - PAGE, noise)],
    ["half of it cut off", (file: string) => truncateSync(file, statSync(file).size / 2)],
    ["all but its first page cut off", (file: string) => truncateSync(file, PAGE)],
    ["its schema overwritten", (file: string) => scratch(file, 100, noise.subarray(0, 500))],
    ["its first bytes overwritten", (file: string) => scratch(file, 0, noise.subarray(0, 64))],
    [
      "a row that no program of ours writes",
      (file: string) => {
        const database = new Database(file);
        database.exec("PRAGMA ignore_check_constraints = ON; UPDATE users SET private = 7");
        database.close();
      },
    ],
  ])("%s", async (_damage, damage) => {
    const file = await filled();
    damage(file);
    const before = readFileSync(file);
    const opening = openDatabase(file);
    await expect(opening).rejects.toThrow(StoreError);
    await expect(opening).rejects.toThrow(/matinee\.db: .*damaged\..*backup/);
    expect(readFileSync(file)).toEqual(before);
  });

  test("a large one is checked aside, while it is in use already", async () => {
    const file = await fileIn("matinee.db");
    await makeLargeDamaged(file);
    const onDamaged = vi.fn();
    const store = await openSqliteStore(file, { onDamaged });
    onTestFinished(() => store.close());
    await vi.waitUntil(() => onDamaged.mock.calls.length > 0, { timeout: 20_000 });
    expect(String(onDamaged.mock.calls[0])).toMatch(
      /StoreError: .*matinee\.db: the database is damaged.*backup/,
    );
  });

  test("but not a large one that is sound", async () => {
    await expect(soundness(await filled(20, 1_000_000))).resolves.toBeUndefined();
  });
});
