import Database from "better-sqlite3";
import { migrate } from "../../store/migrate.ts";
import { answerCacheContract } from "./cache.contract.ts";
import { sqliteAnswerCache } from "./sqlite-cache.ts";

const migrated = () => {
  const database = new Database(":memory:");
  migrate(database);
  return database;
};

answerCacheContract("SQLite", () => sqliteAnswerCache(migrated()));
