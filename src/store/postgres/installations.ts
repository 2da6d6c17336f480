import type { Installation, Installations } from "../installation.ts";
import { migrate } from "./migrate.ts";
import { sharedPool } from "./open.ts";

const COLUMNS = `id, sealed, at_ms AS "atMs"`;

/** Where a bot was installed, in a PostgreSQL. */
export async function openPostgresInstallations(address: string, platform: string): Promise<Installations> {
  const database = await sharedPool(address);
  await migrate(database);
  const { read, write } = database;
  return {
    async put({ id, sealed, atMs }) {
      await write((sql) =>
        sql.run(
          `INSERT INTO installations (platform, id, sealed, at_ms) VALUES ($1, $2, $3, $4)
           ON CONFLICT (platform, id) DO UPDATE SET sealed = excluded.sealed, at_ms = excluded.at_ms`,
          platform,
          id,
          Buffer.from(sealed),
          atMs,
        ),
      );
    },
    async reseal(id, before, sealed) {
      await write((sql) =>
        sql.run(
          "UPDATE installations SET sealed = $1 WHERE platform = $2 AND id = $3 AND sealed = $4",
          Buffer.from(sealed),
          platform,
          id,
          Buffer.from(before),
        ),
      );
    },
    find: (id) =>
      read((sql) =>
        sql.get<Installation>(
          `SELECT ${COLUMNS} FROM installations WHERE platform = $1 AND id = $2`,
          platform,
          id,
        ),
      ),
    all: () =>
      read((sql) =>
        sql.all<Installation>(
          `SELECT ${COLUMNS} FROM installations WHERE platform = $1 ORDER BY id`,
          platform,
        ),
      ),
    remove: async (id, sealed) =>
      (await write(
        (sql) =>
          sql.run(
            "DELETE FROM installations WHERE platform = $1 AND id = $2 AND sealed = $3",
            platform,
            id,
            Buffer.from(sealed),
          ),
        { once: true },
      )) > 0,
    close: () => void database.close(),
  };
}
