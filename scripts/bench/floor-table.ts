import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { closeDatabase, openDatabase } from "../../src/store/open-database.ts";

/** A file with one table of one column, for as long as something is measured on it. */
export async function withFloorTable<T>(
  measure: (insert: (value: number) => void, database: Database) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-bench-"));
  const database = await openDatabase(join(folder, "floor.db"));
  try {
    database.exec("create table floor (at integer not null)");
    const insert = database.prepare("insert into floor values (?)");
    return await measure((value) => insert.run(value), database);
  } finally {
    closeDatabase(database);
    await rm(folder, { recursive: true });
  }
}
