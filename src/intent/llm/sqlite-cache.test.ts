import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate } from "../../store/migrate.ts";
import { answerCacheContract } from "./cache.contract.ts";
import { KEPT_FOR_MS } from "./cache.ts";
import { sqliteAnswerCache } from "./sqlite-cache.ts";

const migrated = () => {
  const database = new Database(":memory:");
  migrate(database);
  return database;
};

answerCacheContract("SQLite", () => sqliteAnswerCache(migrated()));

test("what is too old to be given back is not kept either", async () => {
  const database = migrated();
  const cache = sqliteAnswerCache(database);
  await cache.put("old", "answer", 0);
  await cache.put("new", "answer", KEPT_FOR_MS);
  expect(database.prepare("SELECT key FROM model_answers").pluck().all()).toEqual(["new"]);
});
