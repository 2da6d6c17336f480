import type { Cache } from "./cache.ts";

/** The part of better-sqlite3 used here. Declared, not imported: any object of this shape will do. */
export interface Sqlite {
  prepare(sql: string): { get(...values: unknown[]): unknown; run(...values: unknown[]): unknown };
}

/** A table of texts by key, each with the moment it is of. */
export interface CacheTable {
  readonly name: string;
  /** The column of the text. */
  readonly text: string;
  readonly keptForMs: number;
}

/** @param database migrated, with the table */
export function sqliteCache(database: Sqlite, { name, text, keptForMs }: CacheTable): Cache {
  const find = database.prepare(
    `SELECT ${text} AS text FROM ${name} WHERE key = ? AND at_ms > ? AND at_ms <= ?`,
  );
  const put = database.prepare(`INSERT OR REPLACE INTO ${name} (key, ${text}, at_ms) VALUES (?, ?, ?)`);
  const prune = database.prepare(`DELETE FROM ${name} WHERE at_ms <= ? OR at_ms > ?`);
  return {
    async get(key, nowMs) {
      const row = find.get(key, nowMs - keptForMs, nowMs) as { readonly text: string } | undefined;
      return row?.text;
    },
    async put(key, value, nowMs) {
      put.run(key, value, nowMs);
    },
    async prune(nowMs) {
      prune.run(nowMs - keptForMs, nowMs);
    },
  };
}
