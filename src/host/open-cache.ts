import Database from "better-sqlite3";
import { KEPT_FOR_MS } from "../intent/llm/cache.ts";
import { type Cache, memoryCache } from "../remote/cache.ts";
import { forgivingCache } from "../remote/forgiving-cache.ts";
import { type CacheTable, sqliteCache } from "../remote/sqlite-cache.ts";
import { isPostgres } from "../store/address.ts";
import { patience } from "../store/patience.ts";

export interface OpenedCache {
  readonly cache: Cache;
  close(): void;
}

/** A text that waits for a lock on the file longer than this is not kept. */
const WITHIN_MS = 1_000;
/** How often texts that are too old are deleted. */
const PRUNED_EVERY_MS = 86_400_000;

const MODEL_ANSWERS: CacheTable = { name: "model_answers", text: "answer", keptForMs: KEPT_FOR_MS };

/** The answers of language models. They are deleted when they are too old, whether or not there is a model now. */
export const openAnswerCache = (file: string, onTrouble: (error: unknown) => void): Promise<OpenedCache> =>
  openCache(file, MODEL_ANSWERS, onTrouble);

/**
 * A cache in a database, or in memory where that cannot be opened once more. What is too old is deleted at once and daily.
 *
 * @param file migrated already; or the address of a PostgreSQL that is
 * @param onTrouble told once of what cannot be looked up, kept or deleted
 */
export async function openCache(
  file: string,
  table: CacheTable,
  onTrouble: (error: unknown) => void,
): Promise<OpenedCache> {
  const opened = await open(file, table, onTrouble);
  const prune = () => opened.cache.prune(Date.now());
  await prune();
  const pruning = setInterval(prune, PRUNED_EVERY_MS).unref();
  return {
    cache: opened.cache,
    close() {
      clearInterval(pruning);
      opened.close();
    },
  };
}

async function open(
  file: string,
  table: CacheTable,
  onTrouble: (error: unknown) => void,
): Promise<OpenedCache> {
  if (isPostgres(file)) {
    const { openPostgresCache } = await import("../store/postgres/cache.ts");
    const { cache, close } = await openPostgresCache(file, table);
    return { cache: forgivingCache(cache, onTrouble), close };
  }
  let database: Database.Database | undefined;
  try {
    const opened = new Database(file, { fileMustExist: true, timeout: 0 });
    database = opened;
    opened.pragma("secure_delete = ON");
    const { read, write } = patience(file, WITHIN_MS);
    const kept = await read(() => sqliteCache(opened, table));
    const patient: Cache = {
      get: (...asked) => read(() => kept.get(...asked)),
      put: (...given) => write(() => kept.put(...given)),
      prune: (nowMs) => write(() => kept.prune(nowMs)),
    };
    return { cache: forgivingCache(patient, onTrouble), close: () => opened.close() };
  } catch (error) {
    database?.close();
    onTrouble(error);
    return { cache: memoryCache(table.keptForMs), close: () => {} };
  }
}
