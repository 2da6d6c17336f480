import { readdir, rename, unlink } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { flush } from "../files/flush.ts";
import { makeFolder } from "../files/make-folder.ts";
import { makePrivateFile } from "../files/private-file.ts";
import { aside } from "./aside.ts";
import { damaged, explained } from "./explained.ts";
import { StoreError } from "./store-error.ts";

const FOLDER_OF_OWNER_ALONE = 0o700;
/** Every page of it, also what an index leaves out, and all that refers to something. */
const CHECKS = ["PRAGMA foreign_key_check", "PRAGMA integrity_check(1)"] as const;
const COUNTS = "SELECT (SELECT count(*) FROM users) AS people, (SELECT count(*) FROM log) AS answers";
interface Counts {
  readonly people: number;
  readonly answers: number;
}
/** How many pages are copied between two looks at what else is to be done. */
const PAGES_AT_ONCE = 500;

/** What a copy was found to hold when it was read back. */
export interface Copy extends Counts {
  readonly file: string;
}

export interface BackupOptions {
  /** When the copy is made: its name tells. */
  readonly nowMs: number;
  /** How many copies of this database stay in the folder, this one included. */
  readonly keep: number;
  /** @param share of the database, from 0 to 1 */
  readonly onProgress?: (share: number) => void;
}

/**
 * Copies a database to a folder, made where it is missing, while programs go on writing to it: as it was at one moment. The copy
 * is read back, and only then given its name; then the oldest beyond those to be kept are deleted.
 *
 * @returns the copy, and the files that were deleted
 * @throws StoreError naming the file and what is wrong with it
 */
export async function backUp(
  database: string,
  folder: string,
  { nowMs, keep, onProgress = () => {} }: BackupOptions,
): Promise<Copy & { readonly deleted: readonly string[] }> {
  const source = openToRead(resolve(database));
  const file = join(resolve(folder), nameOf(source.name, nowMs));
  const partial = `${file}.partial`;
  try {
    makeFolder(dirname(file), FOLDER_OF_OWNER_ALONE);
    makePrivateFile(partial);
    source.exec("BEGIN"); // to the end one moment is read, and no writer makes it begin anew
    const there = source.prepare<[], Counts>(COUNTS).get()!;
    await source.backup(partial, {
      progress({ totalPages, remainingPages }) {
        onProgress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
        return PAGES_AT_ONCE;
      },
    });
    const { people, answers } = await readBack(partial);
    if (people !== there.people || answers !== there.answers)
      throw damaged(
        partial,
        `${people} people and ${answers} answers of ${there.people} and ${there.answers}`,
      );
    await flush(partial);
    await rename(partial, file);
    await flush(dirname(file));
    return { file, people, answers, deleted: await deleteBeyond(keep, source.name, dirname(file)) };
  } catch (error) {
    await unlink(partial).catch(() => {}); // may never have been made
    throw explained(file, error);
  } finally {
    source.close();
  }
}

/** Checks every page of a copy, and counts what it holds. @throws StoreError where it is damaged or of another program */
export async function readBack(file: string): Promise<Copy> {
  const copy = openToRead(resolve(file));
  copy.close();
  try {
    const [dangling] = await aside(file, CHECKS[0]);
    const [{ integrity_check: found }] = (await aside(file, CHECKS[1])) as [{ integrity_check: string }];
    if (dangling) throw damaged(file, `rows refer to what is not there: ${JSON.stringify(dangling)}`);
    if (found !== "ok") throw damaged(file, found.replaceAll("\n", " "));
    const [counted] = (await aside(file, COUNTS)) as [Counts];
    return { file: resolve(file), ...counted };
  } catch (error) {
    throw explained(file, error);
  }
}

function openToRead(file: string): Database.Database {
  try {
    const database = new Database(file, { fileMustExist: true });
    try {
      const isOurs = database
        .prepare("SELECT 1 FROM sqlite_master WHERE name = 'log' AND type = 'table'")
        .get();
      if (!isOurs) throw new StoreError(`${file}: no database of Matinee. Name another file`);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    throw explained(file, error);
  }
}

/** matinee.db at a moment: matinee-2026-11-29T18-20-00-000Z.db, so that names stand in the order of time. */
const nameOf = (database: string, atMs: number): string =>
  `${stemOf(database)}-${new Date(atMs).toISOString().replaceAll(/[:.]/g, "-")}.db`;
const stemOf = (database: string): string => basename(database).replace(/\.db$/, "");

async function deleteBeyond(keep: number, database: string, folder: string): Promise<string[]> {
  const begin = `${stemOf(database)}-`;
  const copies = (await readdir(folder))
    .filter(
      (name) => name.startsWith(begin) && /^\d{4}-\d\d-\d\dT[\d-]+Z\.db$/.test(name.slice(begin.length)),
    )
    .sort();
  const old = copies.slice(0, Math.max(0, copies.length - keep)).map((name) => join(folder, name));
  for (const file of old) await unlink(file);
  return old;
}
