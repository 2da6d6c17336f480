import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { explained } from "./explained.ts";
import { StoreError } from "./store-error.ts";

/** How long a statement is tried again while another process holds the file. */
const WITHIN_MS = 10_000;
/** Between tries: short at first, for most locks are. */
const PAUSES_MS = [1, 2, 5, 10, 15, 20, 25];

/**
 * Runs a statement or a whole transaction, again after a pause as long as another process holds the file. SQLite's
 * own wait would hold up everybody whom this process serves; here nobody waits who does not need the lock.
 *
 * @param untilMs by performance.now()
 * @throws what the last attempt threw
 */
export async function patiently<T>(
  attempt: () => T | Promise<T>,
  untilMs = performance.now() + WITHIN_MS,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= untilMs) throw error;
    }
    await sleep(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]);
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");

/** How the statements of one connection are run: patiently, and with a sentence where that does not help. */
export interface Patience {
  read<T>(statement: () => T | Promise<T>): Promise<T>;
  /** Writes happen in the order they were asked for. One that fails does not stop those behind it. */
  write<T>(statement: () => T | Promise<T>): Promise<T>;
  /** What still waits is not done any more. */
  end(): void;
}

/** @param file named in what is thrown */
export function patience(file: string, withinMs = WITHIN_MS): Patience {
  let last: Promise<unknown> = Promise.resolve();
  let isEnded = false;
  const run = async <T>(
    doing: "read" | "write",
    statement: () => T | Promise<T>,
    untilMs: number,
  ): Promise<T> => {
    const attempt = (): T | Promise<T> => {
      if (isEnded) throw new StoreError(`${file}: closed before this was done. Start Matinee, and try again`);
      return statement();
    };
    try {
      return await patiently(attempt, untilMs);
    } catch (error) {
      throw explained(file, error, doing);
    }
  };
  return {
    read: (statement) => run("read", statement, performance.now() + withinMs),
    write(statement) {
      const untilMs = performance.now() + withinMs;
      const done = last.then(() => run("write", statement, untilMs));
      // After a lock many wait in a row: between any two of them it is heard what else came in.
      last = done.catch(() => {}).then(() => setImmediate());
      return done;
    },
    end() {
      isEnded = true;
    },
  };
}
