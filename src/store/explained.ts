import Database from "better-sqlite3";
import { StoreError } from "./store-error.ts";

/** What SQLite reports and a person can do something about, by the beginning of its code. */
const SENTENCES: readonly (readonly [code: string, sentence: string])[] = [
  [
    "SQLITE_BUSY",
    "another program has held the database for too long. Close what else has it open (a backup, a database browser, a Matinee that hangs), and try again",
  ],
  [
    "SQLITE_CORRUPT",
    "the database is damaged. Stop Matinee, keep a copy of the file and restore it from a backup; without one, sqlite3 saves what can be read: .recover",
  ],
  [
    "SQLITE_NOTADB",
    "not a database, or one whose beginning is damaged. Choose another file, or restore this one from a backup",
  ],
  ["SQLITE_FULL", "there is no room left on the disk. Make some, and try again"],
  ["SQLITE_READONLY", "it cannot be written. Let yourself write it and its folder, or choose another file"],
  [
    "SQLITE_CANTOPEN",
    "it cannot be opened. Let yourself read and write it and its folder, or choose another file",
  ],
  ["SQLITE_IOERR", "the disk does not read or write it. See that the disk is there and sound, and try again"],
];

/** A sentence in the place of what SQLite reports. Anything else is a bug, and stays as it is. */
export function explained(file: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  const sentence = SENTENCES.find(([begin]) => code.startsWith(begin))?.[1];
  if (!sentence) return error;
  const kept = code.startsWith("SQLITE_IOERR") ? "unknown" : "no";
  return new StoreError(`${file}: ${sentence} (${error.message})`, { cause: error, kept });
}
