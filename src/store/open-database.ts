import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import Database from "better-sqlite3";
import { keepPrivate, makePrivateFile } from "../files/private-file.ts";
import { explained } from "./explained.ts";
import { migrate, refuseForeign } from "./migrate.ts";
import { patiently } from "./patience.ts";
import { refuseDamaged } from "./soundness.ts";
import { StoreError } from "./store-error.ts";

/** SQLite keeps these in memory alone, and the second in a file that is gone with the process. */
const NO_FILES = ["", ":memory:"];

/**
 * Opens a database file, made where it is missing, and brings its schema up to date.
 *
 * Write-ahead log with a flush at every commit: what was acknowledged survives a power cut. Deleted rows are
 * overwritten with zeros. Nobody but its owner may read the file, nor those that SQLite puts beside it.
 *
 * @throws StoreError naming the file and what is wrong with it, or what is wrong with SQLite
 */
export async function openDatabase(name: string): Promise<Database.Database> {
  if (NO_FILES.includes(name.trim()))
    throw new StoreError(
      `"${name}" names no file for the database. Name one by --db or MATINEE_DB, such as matinee.db`,
    );
  tryNativePart();
  const file = resolve(name.trim()); // so does better-sqlite3
  let database: Database.Database | undefined;
  try {
    refuseOther(file);
    makePrivateFile(file);
    accessSync(file, constants.R_OK | constants.W_OK); // SQLite would be content to read
    const opened = new Database(realpathSync(file), { timeout: 0 }); // what SQLite puts beside it, it names by that
    database = opened;
    await prepare(opened);
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

/**
 * The native part of better-sqlite3 is loaded by the first database, here by one without a file: what goes wrong
 * is no fault of the file's.
 *
 * @throws StoreError that says what to do
 */
export function tryNativePart(): void {
  try {
    new Database(":memory:").close();
  } catch (cause) {
    const reason = (cause as Error).message.replace(/ Tried:.*|\.$/s, "").replaceAll("\n", " ");
    throw new StoreError(
      `The native part of better-sqlite3, by which databases are read, does not load: ${reason}. Run npm rebuild better-sqlite3 in the folder of Matinee, with the Node.js that you start it with (${process.version}), and start again`,
      { cause },
    );
  }
}

/** The version of a file's schema, which is left as it is. */
export function schemaOf(file: string): number {
  const database = new Database(file, { readonly: true });
  try {
    return Number(database.pragma("user_version", { simple: true }));
  } finally {
    database.close();
  }
}

/** Devices and pipes take whatever is written, and folders nothing. */
function refuseOther(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory())
    throw new StoreError(`${file}: a folder. Name a file in it, such as ${resolve(file, "matinee.db")}`);
  if (found && !found.isFile()) throw new StoreError(`${file}: no file that could be kept. Choose another`);
}

async function prepare(database: Database.Database): Promise<void> {
  await patiently(() => refuseForeign(database));
  for (const besides of ["", "-wal", "-shm"]) keepPrivate(`${database.name}${besides}`);
  await patiently(() => refuseDamaged(database));
  await patiently(() => database.pragma("journal_mode = WAL"));
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("secure_delete = ON");
  await patiently(() => migrate(database));
}

/** Runs a transaction that a power cut may take back, unlike all others. */
export function unflushed(database: Database.Database, transaction: () => void): void {
  database.pragma("synchronous = NORMAL");
  try {
    transaction();
  } finally {
    database.pragma("synchronous = FULL");
  }
}

/** Folds the log back in, so that the file alone is the whole, whoever else has it open. Safe to call twice. */
export function closeDatabase(database: Database.Database): void {
  if (!database.open) return;
  try {
    database.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // the log is whole as well: whoever opens the file next reads both
  }
  database.close();
}
