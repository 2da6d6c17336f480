import type { Store } from "../store.ts";
import { LIMITS, type Limits } from "./connection.ts";
import { openPool } from "./pool.ts";
import { createPostgresStore, type PostgresStoreOptions } from "./store.ts";

/**
 * @param address postgres://user:password@host:port/database
 * @throws StoreError naming the database and what is wrong with it
 */
export async function openPostgresStore(
  address: string,
  options: PostgresStoreOptions & { readonly limits?: Partial<Limits> } = {},
): Promise<Store> {
  const database = await openPool(address, { ...LIMITS, ...options.limits });
  try {
    return await createPostgresStore(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}
