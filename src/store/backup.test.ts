import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { backUp } from "./backup.ts";
import { restore } from "./restore.ts";
import { openSqliteStore } from "./sqlite.ts";
import type { Store } from "./store.ts";
import { keptChange } from "./testing/kept-change.ts";

const WRITER = fileURLToPath(new URL("./testing/writing-process.js", import.meta.url));
const DAY_MS = 86_400_000;
const AT = { nowMs: Date.UTC(2026, 10, 29), keep: 14 };
const people = (count: number) => Array.from({ length: count }, (_, n) => ({ platform: "fake", id: `${n}` }));

async function fileWith(folder: string, count: number, name = "matinee.db"): Promise<string> {
  const file = join(folder, name);
  const store = await openSqliteStore(file);
  for (const user of people(count)) await store.commit({ ...keptChange, user });
  await store.close();
  return file;
}

async function exported(file: string, count: number): Promise<unknown[]> {
  const store: Store = await openSqliteStore(file);
  const all = await Promise.all(people(count).map((user) => store.export(user)));
  await store.close();
  return all;
}

describe("a copy", () => {
  test("taken while another process writes is whole, and holds what was acknowledged before it began", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "matinee.db");
    const writer = spawn(process.execPath, [WRITER, file], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void writer.kill("SIGKILL"));
    let acknowledged = 0;
    writer.stdout.on("data", (said: Buffer) => {
      acknowledged += said.toString().split("\n").length - 1;
    });
    await expect.poll(() => acknowledged).toBeGreaterThan(300);
    const before = acknowledged;
    const copy = await backUp(file, join(folder, "copies"), AT);
    expect(copy.people).toBeGreaterThanOrEqual(before);
    await expect.poll(() => acknowledged).toBeGreaterThan(copy.people); // nobody was held up for good
    writer.kill("SIGKILL");
    await once(writer, "close");
    const [first, last] = [0, copy.people - 1].map((id) => ({ platform: "fake", id: `${id}` }));
    const store = await openSqliteStore(copy.file);
    for (const user of [first!, last!]) expect(await store.knows(user, "kept")).toBe(true);
    await store.close();
  });

  test("exports the same as the database, is its owner's alone, and lies there by itself", async () => {
    const folder = await temporaryFolder();
    const file = await fileWith(folder, 3);
    const copies = join(folder, "deep", "copies");
    const copy = await backUp(file, copies, AT);
    expect(readdirSync(copies)).toEqual(["matinee-2026-11-29T00-00-00-000Z.db"]);
    expect(statSync(copy.file).mode & 0o777).toBe(0o600);
    expect(statSync(copies).mode & 0o777).toBe(0o700);
    expect(await exported(copy.file, 3)).toEqual(await exported(file, 3));
  });

  test("is kept as long as newer ones leave room; files of other names are let be", async () => {
    const folder = await temporaryFolder();
    const file = await fileWith(folder, 1);
    const copies = join(folder, "copies");
    mkdirSync(copies);
    const others = ["matinee-notes.db", "other-2026-01-01T00-00-00-000Z.db"];
    for (const other of others) writeFileSync(join(copies, other), "");
    for (let day = 0; day < 4; day++) await backUp(file, copies, { nowMs: AT.nowMs + day * DAY_MS, keep: 2 });
    const left = ["matinee-2026-12-01T00-00-00-000Z.db", "matinee-2026-12-02T00-00-00-000Z.db"];
    expect(readdirSync(copies).sort()).toEqual([...left, ...others].sort());
  });

  test.each([
    ["a file that is not there", () => {}, /cannot be opened/],
    ["what is no database", (file: string) => writeFileSync(file, "x".repeat(5000)), /not a database/],
    [
      "another program's",
      (file: string) => void new Database(file).exec("CREATE TABLE other (a)").close(),
      /no database of Matinee/,
    ],
  ])("of %s is refused, and none is left behind", async (_what, make, sentence) => {
    const folder = await temporaryFolder();
    const file = join(folder, "matinee.db");
    make(file);
    await expect(backUp(file, join(folder, "copies"), AT)).rejects.toThrow(sentence);
    expect(readdirSync(folder)).not.toContain("copies");
  });

  test("of a damaged database is refused, and the copies before it stay", async () => {
    const folder = await temporaryFolder();
    const file = await fileWith(folder, 50);
    const copies = join(folder, "copies");
    await backUp(file, copies, { ...AT, keep: 1 });
    const content = readFileSync(file);
    content.fill(0xa5, 4 * 4096, 6 * 4096);
    writeFileSync(file, content);
    await expect(backUp(file, copies, { nowMs: AT.nowMs + DAY_MS, keep: 1 })).rejects.toThrow(/damaged/);
    expect(readdirSync(copies)).toEqual(["matinee-2026-11-29T00-00-00-000Z.db"]);
  });
});

describe("a copy that is restored", () => {
  test("is the database again; what was there is set aside, whole", async () => {
    const folder = await temporaryFolder();
    const file = await fileWith(folder, 3);
    const then = await exported(file, 5);
    const copy = await backUp(file, join(folder, "copies"), AT);
    await fileWith(folder, 5);
    const now = await exported(file, 5);
    const restored = await restore(copy.file, file, AT.nowMs);
    expect(restored).toEqual({
      file,
      people: 3,
      answers: 0,
      setAside: `${file}.before-2026-11-29T00-00-00-000Z`,
    });
    expect(await exported(file, 5)).toEqual(then);
    expect(await exported(restored.setAside!, 5)).toEqual(now);
  });

  test("takes the place of a damaged one, and of none", async () => {
    const folder = await temporaryFolder();
    const file = await fileWith(folder, 3);
    const copy = await backUp(file, join(folder, "copies"), AT);
    writeFileSync(file, "damaged");
    await restore(copy.file, file, AT.nowMs);
    expect(await exported(file, 3)).toHaveLength(3);
    const elsewhere = join(folder, "elsewhere.db");
    expect(await restore(copy.file, elsewhere, AT.nowMs)).not.toHaveProperty("setAside");
    expect(await exported(elsewhere, 3)).toEqual(await exported(file, 3));
  });

  test("is refused while a program has the database open, and that goes on", async () => {
    const folder = await temporaryFolder();
    const file = await fileWith(folder, 1);
    const copy = await backUp(file, join(folder, "copies"), AT);
    const store = await openSqliteStore(file);
    await expect(restore(copy.file, file, AT.nowMs)).rejects.toThrow(/in use\. Stop every Matinee/);
    const user = { platform: "fake", id: "later" };
    await store.commit({ ...keptChange, user });
    expect(await store.knows(user, "kept")).toBe(true);
    await store.close();
  });

  test.each([
    [
      "newer than this program",
      (copy: string) => void new Database(copy).pragma("user_version = 999"),
      /schema is version 999.*Update Matinee/,
    ],
    [
      "damaged",
      (copy: string) => {
        const content = readFileSync(copy);
        content.fill(0xa5, 4 * 4096, 6 * 4096);
        writeFileSync(copy, content);
      },
      /damaged/,
    ],
  ])("that is %s is refused before anything is touched", async (_what, spoil, sentence) => {
    const folder = await temporaryFolder();
    const file = await fileWith(folder, 50);
    const copy = join(folder, "copy.db");
    copyFileSync(file, copy);
    spoil(copy);
    const before = readFileSync(file);
    await expect(restore(copy, file, AT.nowMs)).rejects.toThrow(sentence);
    expect(readFileSync(file)).toEqual(before);
  });
});
