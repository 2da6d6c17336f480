import type { Store } from "../store.ts";
import { LIMITS, type Limits } from "./connection.ts";
import { openPool } from "./pool.ts";
import type { PostgresDatabase } from "./sql.ts";
import { createPostgresStore, type PostgresStoreOptions } from "./store.ts";

/** By address: whoever asks for the same shares its connections. */
const shared = new Map<string, { readonly database: Promise<PostgresDatabase>; users: number }>();

/** A pool that closes when the last who shares it has closed it. */
export async function sharedPool(address: string): Promise<PostgresDatabase> {
  const pool = shared.get(address) ?? { database: openPool(address), users: 0 };
  shared.set(address, pool);
  pool.users++;
  let closed: Promise<void> | undefined;
  const leave = async (): Promise<void> => {
    if (--pool.users > 0) return;
    shared.delete(address);
    await (await pool.database).close();
  };
  try {
    return { ...(await pool.database), close: () => (closed ??= leave()) };
  } catch (error) {
    shared.delete(address);
    throw error;
  }
}

/**
 * @param address postgres://user:password@host:port/database
 * @throws StoreError naming the database and what is wrong with it
 */
export async function openPostgresStore(
  address: string,
  { limits, ...options }: PostgresStoreOptions & { readonly limits?: Partial<Limits> } = {},
): Promise<Store> {
  const database = limits ? await openPool(address, { ...LIMITS, ...limits }) : await sharedPool(address);
  try {
    return await createPostgresStore(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}
