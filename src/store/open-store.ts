import { isPostgres } from "./address.ts";
import { openSqliteStore, type SqliteStoreOptions } from "./sqlite.ts";
import type { Store } from "./store.ts";

/**
 * Where people are remembered: in a file, made where it is missing, or in a PostgreSQL.
 *
 * @param name a path, or postgres://user:password@host:port/database
 * @throws StoreError naming it and what is wrong with it
 */
export async function openStore(name: string, options: SqliteStoreOptions = {}): Promise<Store> {
  if (!isPostgres(name)) return openSqliteStore(name, options);
  const { openPostgresStore } = await import("./postgres/open.ts");
  return openPostgresStore(name, options);
}
