import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { aside } from "./aside.ts";
import { explained } from "./explained.ts";
import type { Patience } from "./patience.ts";
import type { Wiped } from "./store.ts";

/**
 * SQLite overwrites what is deleted, but not the copies that it left behind where rows have moved from page to
 * page: only writing the whole file anew leaves nothing of them.
 */
const WRITE_ANEW = "VACUUM";
/** The log holds what was there before. A checkpoint that waits for readers would keep everybody from writing. */
const EMPTY_LOG = ["PRAGMA busy_timeout = 0", "PRAGMA wal_checkpoint(TRUNCATE)"];

/** Between looks whether those who read have let go: doubled each time, up to the longest. */
const LOOK = { firstMs: 50, longestMs: 10_000 };
/** After a failure, for which everything has to be written once more. */
const TRY_AGAIN = { firstMs: 100, longestMs: 3_600_000 };

/** Wipes from the disk what was deleted from the tables. */
export interface Cleaning {
  /**
   * Resolves with "gone" once nothing of it is left in the file nor in its log; with "goingSoon" where others who
   * read keep that up for long. It goes on by itself then, after the next start if need be.
   */
  clean(): Promise<Wiped>;
  /** Goes on with what an earlier process left. */
  resume(): void;
}

export interface CleaningOptions {
  /** How long whoever deletes is kept waiting for it. */
  readonly withinMs: number;
  /** Told of the first failure in a row. */
  readonly onTrouble: (error: unknown) => void;
  /** Once it is aborted, the rest is left to the next start. */
  readonly closing: AbortSignal;
}

export function createCleaning(
  database: Database,
  { read, write }: Patience,
  { withinMs, onTrouble, closing }: CleaningOptions,
): Cleaning {
  const owed = database.prepare<[], string>("SELECT id FROM cleanings").pluck();
  const settle = database.prepare<[string]>(
    "DELETE FROM cleanings WHERE id IN (SELECT value FROM json_each(?))",
  );
  let last: Promise<void> = Promise.resolve();

  /** The debts of this moment, those of other processes among them. */
  async function cleanOnce(): Promise<void> {
    const ids = await read(() => owed.all());
    if (ids.length === 0) return;
    // in the order of writes: what is asked for meanwhile waits its turn, however long this takes
    let [log] = await write(() => aside(database.name, WRITE_ANEW, ...EMPTY_LOG));
    for (let tries = 0; isHeldUp(log); tries++) {
      await rest(tries, LOOK);
      [log] = await aside(database.name, ...EMPTY_LOG);
    }
    await write(() => settle.run(JSON.stringify(ids)));
  }

  async function untilClean(): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        return await cleanOnce();
      } catch (error) {
        closing.throwIfAborted();
        if (tries === 0) onTrouble(explained(database.name, error));
      }
      await rest(tries, TRY_AGAIN);
    }
  }

  /** Longer each time, keeping no process alive. @throws once the store is closing */
  const rest = (tries: number, { firstMs, longestMs }: typeof LOOK): Promise<void> =>
    sleep(Math.min(firstMs * 2 ** tries, longestMs), undefined, {
      ref: false,
      signal: closing,
    });

  const begin = (): Promise<void> => {
    last = last.then(untilClean);
    last.catch(() => {}); // closing
    return last;
  };

  return {
    clean: () => soon(begin(), withinMs),
    resume: () => void begin(),
  };
}

const isHeldUp = (row: unknown): boolean => (row as { readonly busy: number }).busy === 1;

async function soon(cleaned: Promise<void>, withinMs: number): Promise<Wiped> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"goingSoon">((resolve) => {
    timer = setTimeout(resolve, withinMs, "goingSoon");
  });
  const first = await Promise.race([
    cleaned.then(
      () => "gone" as const,
      () => "goingSoon" as const,
    ),
    late,
  ]);
  clearTimeout(timer);
  return first;
}
