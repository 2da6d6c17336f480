/** What the operator may want to know of the database as a file. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isPostgres } from "../store/address.ts";

export interface DatabaseFacts {
  /** With what waits beside it to be folded in. */
  readonly bytes: number;
  /** The newest file of the folder of copies; null where there is none. */
  readonly backup: { readonly atMs: number; readonly bytes: number } | null;
}

/** @param backups the folder in which copies are kept */
export async function databaseFacts(file: string, backups: string): Promise<DatabaseFacts> {
  const bytes = await bytesOf(file);
  const copies = await filesIn(backups);
  const newest = copies.reduce<DatabaseFacts["backup"]>(
    (last, copy) => (last && last.atMs >= copy.atMs ? last : copy),
    null,
  );
  return { bytes, backup: newest };
}

async function bytesOf(database: string): Promise<number> {
  if (isPostgres(database)) return (await import("../store/postgres/facts.ts")).bytesOn(database);
  const parts = await Promise.all([database, `${database}-wal`].map(sizeOf));
  return parts.reduce((sum, bytes) => sum + bytes, 0);
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

async function filesIn(folder: string): Promise<{ atMs: number; bytes: number }[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)));
  return found.flatMap((one) => (one?.isFile() ? [{ atMs: one.mtimeMs, bytes: one.size }] : []));
}
