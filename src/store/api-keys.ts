import { isPostgres } from "./address.ts";
import { type ApiKeys, apiKeysOver } from "./api-key.ts";
import { closeDatabase, openDatabase } from "./open-database.ts";
import { patience } from "./patience.ts";

export { type ApiKey, type ApiKeys, SCOPES, type Scope } from "./api-key.ts";

/**
 * @param name of the database file, made where it is missing, or the address of a PostgreSQL
 * @throws StoreError naming it and what is wrong with it
 */
export async function openApiKeys(name: string): Promise<ApiKeys> {
  if (isPostgres(name)) return (await import("./postgres/api-keys.ts")).openPostgresApiKeys(name);
  const database = await openDatabase(name);
  const { read, write, end } = patience(database.name);
  const add = database.prepare<unknown[]>(
    `INSERT INTO api_keys (id, name, hash, scopes, per_minute, made_ms, expires_ms)
     VALUES (@id, @name, @hash, @scopes, @per_minute, @made_ms, @expires_ms)`,
  );
  const find = database.prepare<[string]>("SELECT * FROM api_keys WHERE id = ?");
  const all = database.prepare<[]>("SELECT * FROM api_keys ORDER BY made_ms, id");
  const remove = database.prepare<[string]>("DELETE FROM api_keys WHERE id = ?");
  return apiKeysOver({
    async add(row) {
      await write(() => add.run(row));
    },
    find: (id) => read(() => find.get(id)),
    all: () => read(() => all.all()),
    remove: async (id) => (await write(() => remove.run(id))).changes > 0,
    close() {
      end();
      closeDatabase(database);
    },
  });
}
