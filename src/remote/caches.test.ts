import Database from "better-sqlite3";
import { migrate } from "../store/migrate.ts";
import { cacheContract } from "./cache.contract.ts";
import { memoryCache } from "./cache.ts";
import { sqliteCache } from "./sqlite-cache.ts";

const MONTH_MS = 30 * 86_400_000;

const migrated = () => {
  const database = new Database(":memory:");
  migrate(database);
  return database;
};

cacheContract("memory", MONTH_MS, () => memoryCache(MONTH_MS));
cacheContract("SQLite", MONTH_MS, () =>
  sqliteCache(migrated(), { name: "model_answers", text: "answer", keptForMs: MONTH_MS }),
);
