import { once } from "node:events";
import { Worker } from "node:worker_threads";
import Database from "better-sqlite3";

/** What a thread is to do, and what it answers. */
export interface Aside {
  readonly file: string;
  readonly statements: readonly string[];
}
export type Done = { readonly rows: unknown[] } | { readonly code: string; readonly message: string };

/**
 * Runs statements in a thread and on a connection of their own, for what takes long on a large file. They wait a while
 * for other processes, holding nobody up here. The program does not end before they have.
 *
 * @returns the rows of the last one
 * @throws SqliteError
 */
export async function aside(file: string, ...statements: readonly string[]): Promise<unknown[]> {
  const task: Aside = { file, statements };
  // the flags of the program are its own: --input-type, for one, would keep a thread from starting
  const worker = new Worker(new URL("./aside-worker.js", import.meta.url), {
    execArgv: [],
    workerData: task,
  });
  const [done] = (await once(worker, "message")) as [Done];
  if ("code" in done) throw new Database.SqliteError(done.message, done.code);
  return done.rows;
}
