import { isPostgres } from "./address.ts";
import type { Installation, Installations } from "./installation.ts";
import { closeDatabase, openDatabase } from "./open-database.ts";
import { patience } from "./patience.ts";

export type { Installation, Installations } from "./installation.ts";

interface Row {
  readonly id: string;
  readonly sealed: Buffer;
  readonly at_ms: number;
}

/**
 * @param name of the database file, made where it is missing, or the address of a PostgreSQL
 * @throws StoreError naming it and what is wrong with it
 */
export async function openInstallations(name: string, platform: string): Promise<Installations> {
  if (isPostgres(name))
    return (await import("./postgres/installations.ts")).openPostgresInstallations(name, platform);
  const database = await openDatabase(name);
  const { read, write, end } = patience(database.name);
  const statement = <Parameters extends unknown[]>(sql: string) => database.prepare<Parameters, Row>(sql);
  const put = statement<[string, string, Uint8Array, number]>(
    "INSERT OR REPLACE INTO installations (platform, id, sealed, at_ms) VALUES (?, ?, ?, ?)",
  );
  const reseal = statement<[Uint8Array, string, string, Uint8Array]>(
    "UPDATE installations SET sealed = ? WHERE platform = ? AND id = ? AND sealed = ?",
  );
  const find = statement<[string, string]>("SELECT * FROM installations WHERE platform = ? AND id = ?");
  const all = statement<[string]>("SELECT * FROM installations WHERE platform = ? ORDER BY id");
  const remove = statement<[string, string, Uint8Array]>(
    "DELETE FROM installations WHERE platform = ? AND id = ? AND sealed = ?",
  );
  const installationOf = ({ id, sealed, at_ms: atMs }: Row): Installation => ({ id, sealed, atMs });
  return {
    async put({ id, sealed, atMs }) {
      await write(() => put.run(platform, id, sealed, atMs));
    },
    async reseal(id, before, sealed) {
      await write(() => reseal.run(sealed, platform, id, before));
    },
    async find(id) {
      const row = await read(() => find.get(platform, id));
      return row && installationOf(row);
    },
    all: async () => (await read(() => all.all(platform))).map(installationOf),
    remove: async (id, sealed) => (await write(() => remove.run(platform, id, sealed))).changes > 0,
    close() {
      end();
      closeDatabase(database);
    },
  };
}
