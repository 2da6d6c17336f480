import { type AnswerCache, KEPT_FOR_MS } from "./cache.ts";

/** The part of better-sqlite3 used here. Declared, not imported: any object of this shape will do. */
export interface Sqlite {
  prepare(sql: string): { get(...values: unknown[]): unknown; run(...values: unknown[]): unknown };
}

/** @param database migrated, with the table model_answers */
export function sqliteAnswerCache(database: Sqlite): AnswerCache {
  const find = database.prepare(
    "SELECT answer FROM model_answers WHERE key = ? AND at_ms > ? AND at_ms <= ?",
  );
  const put = database.prepare("INSERT OR REPLACE INTO model_answers (key, answer, at_ms) VALUES (?, ?, ?)");
  const prune = database.prepare("DELETE FROM model_answers WHERE at_ms <= ? OR at_ms > ?");
  return {
    async get(key, nowMs) {
      const row = find.get(key, nowMs - KEPT_FOR_MS, nowMs) as { readonly answer: string } | undefined;
      return row?.answer;
    },
    async put(key, answer, nowMs) {
      put.run(key, answer, nowMs);
    },
    async prune(nowMs) {
      prune.run(nowMs - KEPT_FOR_MS, nowMs);
    },
  };
}
