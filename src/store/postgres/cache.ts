import type { Cache } from "../../remote/cache.ts";
import type { CacheTable } from "../../remote/sqlite-cache.ts";
import { sharedPool } from "./open.ts";

/** Texts by key in a table of a PostgreSQL, which is migrated already. */
export async function openPostgresCache(
  address: string,
  { name, text, keptForMs }: CacheTable,
): Promise<{ readonly cache: Cache; close(): void }> {
  const { read, write, close } = await sharedPool(address);
  return {
    cache: {
      async get(key, nowMs) {
        const row = await read((sql) =>
          sql.get<{ text: string }>(
            `SELECT ${text} AS text FROM ${name} WHERE key = $1 AND at_ms > $2 AND at_ms <= $3`,
            key,
            nowMs - keptForMs,
            nowMs,
          ),
        );
        return row?.text;
      },
      async put(key, value, nowMs) {
        await write(
          (sql) =>
            sql.run(
              `INSERT INTO ${name} (key, ${text}, at_ms) VALUES ($1, $2, $3)
               ON CONFLICT (key) DO UPDATE SET ${text} = excluded.${text}, at_ms = excluded.at_ms`,
              key,
              value,
              nowMs,
            ),
          { unflushed: true },
        );
      },
      async prune(nowMs) {
        await write((sql) =>
          sql.run(`DELETE FROM ${name} WHERE at_ms <= $1 OR at_ms > $2`, nowMs - keptForMs, nowMs),
        );
      },
    },
    close: () => void close(),
  };
}
