import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openDatabase } from "./open-database.ts";

test("every commit is flushed to the disk, and what is deleted is overwritten", async () => {
  const database = await openDatabase(join(await temporaryFolder(), "matinee.db"));
  const settings = ["journal_mode", "synchronous", "secure_delete", "foreign_keys"].map((name) => [
    name,
    database.pragma(name, { simple: true }),
  ]);
  database.close();
  expect(Object.fromEntries(settings)).toEqual({
    journal_mode: "wal",
    synchronous: 2,
    secure_delete: 1,
    foreign_keys: 1,
  });
});
