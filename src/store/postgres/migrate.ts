import { readMigrations } from "../migrate.ts";
import { StoreError } from "../store-error.ts";
import type { PostgresDatabase, Sql } from "./sql.ts";

/** Seen from dist/src/store/postgres. */
const MIGRATIONS = new URL("../../../../migrations/postgres/", import.meta.url);
/** Of the advisory lock, by which one of several processes that start at once migrates. */
const LOCK = 7_305_811_206;

const VERSION = `SELECT max(number) AS version FROM matinee_migrations`;

/**
 * Brings a database to the newest schema, in one transaction: all of what is missing, or nothing.
 *
 * @throws StoreError where the database is newer than this program, or holds tables of another
 */
export async function migrate(database: PostgresDatabase, folder: URL = MIGRATIONS): Promise<void> {
  const migrations = readMigrations(folder);
  if ((await database.read(versionOf)) === migrations.length) return;
  await database.write(async (sql) => {
    await sql.script(`SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(${LOCK})`);
    const version = await versionOf(sql);
    if (version > migrations.length) {
      throw new StoreError(
        `${database.name}: its schema is version ${version}, this program knows ${migrations.length}. Update Matinee, or use another database`,
      );
    }
    const { encoding } = (await sql.get<{ encoding: string }>(
      "SELECT current_setting('server_encoding') AS encoding",
    ))!;
    if (encoding !== "UTF8")
      throw new StoreError(
        `${database.name}: it keeps letters as ${encoding}. Make a database by createdb --encoding=UTF8 --template=template0, and name that`,
      );
    if (version === 0)
      await sql.script(
        "CREATE TABLE matinee_migrations (number integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())",
      );
    for (const { number, sql: script } of migrations.slice(version)) {
      await sql.script(script);
      await sql.run("INSERT INTO matinee_migrations (number) VALUES ($1)", number);
    }
  });
}

/** The schema this program knows. */
export const newestMigration = (): number => readMigrations(MIGRATIONS).length;

/**
 * Whether there is a table of migrations. Read from the table of all relations: to_regclass answers from the cache of its session,
 * which within a transaction that waited for another's does not hear of what that one made.
 */
const IS_MADE = `SELECT EXISTS (
  SELECT FROM pg_catalog.pg_class WHERE relname = 'matinee_migrations' AND pg_catalog.pg_table_is_visible(oid)
) AS made`;

/** 0 where nothing was migrated yet. */
export async function versionOf(sql: Sql): Promise<number> {
  const made = await sql.get<{ made: boolean }>(IS_MADE);
  return made?.made ? ((await sql.get<{ version: number | null }>(VERSION))?.version ?? 0) : 0;
}
