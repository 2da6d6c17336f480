import Database from "better-sqlite3";
import { type AnswerCache, memoryAnswerCache } from "../intent/llm/cache.ts";
import { forgivingCache } from "../intent/llm/forgiving-cache.ts";
import { sqliteAnswerCache } from "../intent/llm/sqlite-cache.ts";
import { patience } from "../store/patience.ts";

export interface OpenedCache {
  readonly cache: AnswerCache;
  close(): void;
}

/** An answer that waits for a lock on the file longer than this is not kept. */
const WITHIN_MS = 1_000;
/** How often answers that are too old are deleted. */
const PRUNED_EVERY_MS = 86_400_000;

/**
 * The answers of language models in a database, or in memory where it cannot be opened once more. Those that are too old
 * are deleted at once and daily, whether or not there is a model now.
 *
 * @param file migrated already
 * @param onTrouble told once of what cannot be looked up, kept or deleted
 */
export async function openAnswerCache(
  file: string,
  onTrouble: (error: unknown) => void,
): Promise<OpenedCache> {
  const opened = await open(file, onTrouble);
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

async function open(file: string, onTrouble: (error: unknown) => void): Promise<OpenedCache> {
  let database: Database.Database | undefined;
  try {
    const opened = new Database(file, { fileMustExist: true, timeout: 0 });
    database = opened;
    opened.pragma("secure_delete = ON");
    const { read, write } = patience(file, WITHIN_MS);
    const answers = await read(() => sqliteAnswerCache(opened));
    const patient: AnswerCache = {
      get: (...asked) => read(() => answers.get(...asked)),
      put: (...given) => write(() => answers.put(...given)),
      prune: (nowMs) => write(() => answers.prune(nowMs)),
    };
    return { cache: forgivingCache(patient, onTrouble), close: () => opened.close() };
  } catch (error) {
    database?.close();
    onTrouble(error);
    return { cache: memoryAnswerCache(), close: () => {} };
  }
}
