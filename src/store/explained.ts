import Database from "better-sqlite3";
import { StoreError } from "./store-error.ts";

/** What SQLite and the file system report and a person can do something about, by the beginning of its code. */
const SENTENCES: Readonly<Record<string, string>> = {
  SQLITE_BUSY:
    "another program has held the database for too long. Close what else has it open (a backup, a database browser, a Matinee that hangs), and try again",
  SQLITE_CORRUPT:
    "the database is damaged. Stop Matinee, keep a copy of the file, and restore it from a backup; without one, sqlite3 reads what can still be read: its command is .recover",
  SQLITE_NOTADB:
    "not a database, or one whose beginning is damaged. Choose another file, or restore this one from a backup",
  SQLITE_FULL: "there is no room left on the disk. Make some, and try again",
  SQLITE_IOERR: "the disk does not read or write it. See that the disk is there and sound, and try again",
  SQLITE_READONLY: "it cannot be written. Allow that, or choose another file",
  SQLITE_CANTOPEN: "it cannot be opened. Allow that, or choose another file",
  EACCES: "it cannot be read and written. Allow that, or choose another file",
  EPERM: "it is not yours to change. Let its owner run chmod 600 on it, or choose another file",
  EROFS: "the disk cannot be written. Choose another place",
  ENOENT: "its folder cannot be made. Choose another place",
  ENOTDIR: "what should be its folder is a file. Choose another place",
  ENOSPC: "there is no room left on the disk. Make some, and try again",
};

/**
 * A sentence in the place of what SQLite or the file system reports. Anything else is a bug, and stays as it is.
 *
 * @param doing a write that the disk failed in the middle of may be kept all the same
 */
export function explained(file: string, error: unknown, doing: "read" | "write" = "read"): unknown {
  const { code = "", message } = error as { code?: string; message?: string };
  const reported = Object.keys(SENTENCES).find((begin) => code.startsWith(begin));
  if (!reported) return error;
  const kept = doing === "write" && reported === "SQLITE_IOERR" ? "unknown" : "no";
  return new StoreError(`${file}: ${SENTENCES[reported]} (${message})`, { cause: error, kept });
}

/** @param found what is wrong, in SQLite's words */
export function damaged(file: string, found: string): unknown {
  return explained(file, new Database.SqliteError(found, "SQLITE_CORRUPT"));
}
