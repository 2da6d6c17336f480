import { type ApiKeys, apiKeysOver } from "../api-key.ts";
import { migrate } from "./migrate.ts";
import { sharedPool } from "./open.ts";

/** The keys of programs, in a PostgreSQL. */
export async function openPostgresApiKeys(address: string): Promise<ApiKeys> {
  const database = await sharedPool(address);
  await migrate(database);
  return apiKeysOver({
    async add({ id, name, hash, scopes, per_minute, made_ms, expires_ms }) {
      await database.write(
        (sql) =>
          sql.run(
            "INSERT INTO api_keys (id, name, hash, scopes, per_minute, made_ms, expires_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id,
            name,
            hash,
            scopes,
            per_minute,
            made_ms,
            expires_ms,
          ),
        { once: true },
      );
    },
    find: (id) => database.read((sql) => sql.get("SELECT * FROM api_keys WHERE id = $1", id)),
    all: () => database.read((sql) => sql.all("SELECT * FROM api_keys ORDER BY made_ms, id")),
    remove: async (id) =>
      (await database.write((sql) => sql.run("DELETE FROM api_keys WHERE id = $1", id), { once: true })) > 0,
    close: () => void database.close(),
  });
}
