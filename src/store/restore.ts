import { constants, existsSync } from "node:fs";
import { copyFile, rename } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import { flush } from "../files/flush.ts";
import { keepPrivate } from "../files/private-file.ts";
import { type Copy, readBack } from "./backup.ts";
import { explained } from "./explained.ts";
import { newestMigration } from "./migrate.ts";
import { schemaOf } from "./open-database.ts";
import { StoreError } from "./store-error.ts";

/** What SQLite keeps beside a database while it is in use. */
const BESIDES = ["-wal", "-shm"];

export interface Restored extends Copy {
  /** Where the database lies now that was there before. Absent where there was none. */
  readonly setAside?: string;
}

/**
 * Puts a copy in the place of a database, which is set aside and not deleted. The copy is checked before anything is touched, and
 * a kill at any moment leaves the one or the other in its place, or the old one set aside and the place empty.
 *
 * @throws StoreError where the copy is damaged or newer than this program, or the database is in use
 */
export async function restore(copy: string, database: string, nowMs: number): Promise<Restored> {
  const file = resolve(database);
  if (resolve(copy) === file) throw new StoreError(`${file}: the copy and the database are the same file`);
  const { people, answers } = await readBack(copy);
  refuseNewer(resolve(copy));
  refuseInUse(file);
  const partial = `${file}.partial`;
  try {
    await copyFile(copy, partial, constants.COPYFILE_FICLONE);
    keepPrivate(partial);
    await flush(partial);
    const setAside = existsSync(file)
      ? `${file}.before-${new Date(nowMs).toISOString().replaceAll(/[:.]/g, "-")}`
      : undefined;
    if (setAside) {
      await rename(file, setAside);
      for (const beside of BESIDES)
        if (existsSync(file + beside)) await rename(file + beside, setAside + beside);
    }
    await rename(partial, file);
    await flush(dirname(file));
    return { file, people, answers, ...(setAside && { setAside }) };
  } catch (error) {
    throw explained(file, error);
  }
}

function refuseNewer(copy: string): void {
  const [version, newest] = [schemaOf(copy), newestMigration()];
  if (version > newest)
    throw new StoreError(
      `${copy}: its schema is version ${version}, this program knows ${newest}. Update Matinee, and restore it then`,
    );
}

/** Only while nobody else has it open does SQLite leave the write-ahead log. What is damaged is in nobody's use. */
function refuseInUse(file: string): void {
  if (!existsSync(file)) return;
  let opened: Database.Database | undefined;
  try {
    opened = new Database(file, { timeout: 0 });
    opened.pragma("journal_mode = DELETE");
  } catch (error) {
    if (/^SQLITE_BUSY/.test((error as { code?: string }).code ?? ""))
      throw new StoreError(`${file}: in use. Stop every Matinee that has it open, and restore then`, {
        cause: error,
      });
  } finally {
    opened?.close();
  }
}
