import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { explained } from "./explained.ts";
import { migrate, refuseForeign } from "./migrate.ts";
import { patiently } from "./patience.ts";
import { StoreError } from "./store-error.ts";

/**
 * Opens a database file, made where it is missing, and brings its schema up to date.
 *
 * Write-ahead log with a flush at every commit: what was acknowledged survives a power cut. Deleted rows are
 * overwritten with zeros.
 *
 * @throws StoreError naming the file and what is wrong with it
 */
export async function openDatabase(file: string): Promise<Database.Database> {
  let database: Database.Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const opened = new Database(file, { timeout: 0 });
    database = opened;
    await patiently(() => prepare(opened));
    return opened;
  } catch (error) {
    database?.close();
    const cause = explained(file, error);
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(
      `${file}: ${(cause as Error).message}. Expected a database of Matinee that can be written, or no file at all`,
      { cause },
    );
  }
}

/** Each step may be taken again, where another process held the file in the middle of them. */
function prepare(database: Database.Database): void {
  refuseForeign(database);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("secure_delete = ON");
  migrate(database);
}
