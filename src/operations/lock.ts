import Database from "better-sqlite3";
import { makePrivateFile } from "../files/private-file.ts";
import { explained } from "../store/explained.ts";

/**
 * Holds a file for this process alone, until it is let go or the process ends, however it does: SQLite's own lock, which
 * the system takes off whoever was killed.
 *
 * @returns lets it go; undefined where another process holds it
 */
export function holdAlone(file: string): (() => void) | undefined {
  makePrivateFile(file);
  const database = new Database(file, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if ((error as { code?: string }).code?.startsWith("SQLITE_BUSY")) return undefined;
    throw explained(file, error);
  }
  return () => database.close();
}
