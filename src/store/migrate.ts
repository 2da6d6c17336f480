import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { StoreError } from "./store-error.ts";

/** The project's migrations, seen from dist/src/store. */
const MIGRATIONS = new URL("../../../migrations/", import.meta.url);
const FILE_NAME = /^(\d{4})_[\w-]+\.sql$/;

interface Migration {
  readonly number: number;
  readonly sql: string;
}

/**
 * Brings a database to the newest schema, in one transaction: all of what is missing, or nothing. Of two
 * processes that start at once, one migrates and the other waits and finds it done.
 *
 * @throws StoreError where the database is newer than this program
 */
export function migrate(database: Database, folder: URL = MIGRATIONS): void {
  const migrations = readMigrations(folder);
  const newest = migrations.length;
  const pending = database.transaction(() => {
    const version = Number(database.pragma("user_version", { simple: true }));
    if (version > newest) {
      throw new StoreError(
        `${database.name}: its schema is version ${version}, this program knows ${newest}. Update Matinee, or use another database`,
      );
    }
    for (const { number, sql } of migrations.slice(version)) {
      database.exec(sql);
      database.pragma(`user_version = ${number}`);
    }
  });
  pending.immediate();
}

/** The schema this program knows. */
export const newestMigration = (): number => readMigrations(MIGRATIONS).length;

/**
 * Keeps the migrations out of another program's database.
 *
 * @throws StoreError where there are tables that no migration made
 */
export function refuseForeign(database: Database): void {
  const isForeign = database.transaction(() => {
    const version = database.pragma("user_version", { simple: true });
    return version === 0 && database.prepare("SELECT 1 FROM sqlite_master").get() !== undefined;
  });
  if (isForeign()) {
    throw new StoreError(`${database.name}: a database of another program. Choose another file`);
  }
}

/** @throws StoreError where the files are not numbered 0001, 0002 and on without a gap */
export function readMigrations(folder: URL): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  return files.map((file, index) => {
    const number = Number(FILE_NAME.exec(file)?.[1]);
    if (number !== index + 1) {
      throw new StoreError(
        `${file}: expected migration ${String(index + 1).padStart(4, "0")}_<name>.sql here`,
      );
    }
    return { number, sql: readFileSync(new URL(file, folder), "utf8") };
  });
}
