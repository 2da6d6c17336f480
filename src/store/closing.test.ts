import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openSqliteStore } from "./sqlite.ts";
import { keptChange } from "./testing/kept-change.ts";

const ENDS = fileURLToPath(new URL("./testing/ending-process.js", import.meta.url));
const inFolder = async () => join(await temporaryFolder(), "matinee.db");
const eventsIn = (file: string): unknown[] => {
  const database = new Database(file, { readonly: true });
  onTestFinished(() => void database.close());
  return database.prepare("SELECT id FROM events").pluck().all();
};

/** Runs a program that commits and ends; returns its exit code. */
async function endOf(file: string, how: string): Promise<unknown> {
  const child = spawn(process.execPath, [ENDS, file, how], { stdio: ["ignore", "ignore", "pipe"] });
  child.stderr.resume();
  return (await once(child, "close"))[0];
}

test.each([
  ["close", 0],
  ["exit", 3],
  ["throw", 1],
])("a program that ends by %s leaves one file that is the whole", async (how, code) => {
  const file = await inFolder();
  expect(await endOf(file, how)).toBe(code);
  expect(readdirSync(dirname(file))).toEqual(["matinee.db"]);
  expect(eventsIn(file)).toEqual(["kept"]);
});

test("a store that is closed while another program has the file open leaves the whole in it", async () => {
  const file = await inFolder();
  const store = await openSqliteStore(file);
  const other = new Database(file);
  onTestFinished(() => void other.close());
  other.prepare("SELECT * FROM users").all();
  await store.commit(keptChange);
  await store.close();
  copyFileSync(file, `${file}.copy`);
  expect(eventsIn(`${file}.copy`)).toEqual(["kept"]);
});
