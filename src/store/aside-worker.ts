import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { Aside, Done } from "./aside.ts";

/** Only this thread waits, and a program that is to end with it. */
const BUSY_TIMEOUT_MS = 2_000;

const { file, statements } = workerData as Aside;

function run(): Done {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    let rows: unknown[] = [];
    for (const sql of statements) {
      const statement = database.prepare(sql); // one by one, for that alone has effects with some pragmas
      if (statement.reader) rows = statement.all();
      else statement.run();
    }
    return { rows };
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return { code: error.code, message: error.message };
  } finally {
    database?.close();
  }
}

parentPort?.postMessage(run());
