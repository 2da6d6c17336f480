import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { Aside, Done } from "./aside.ts";

/** Only this thread waits. */
const BUSY_TIMEOUT_MS = 10_000;

const { file, statement } = workerData as Aside;

function run(): Done {
  const database = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    const prepared = database.prepare(statement);
    if (prepared.reader) return { rows: prepared.all() };
    prepared.run();
    return { rows: [] };
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return { code: error.code, message: error.message };
  } finally {
    database.close();
  }
}

parentPort?.postMessage(run());
