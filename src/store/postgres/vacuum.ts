import type { Wiped } from "../store.ts";
import type { PostgresDatabase } from "./sql.ts";

/** Deleted rows stay in their pages until a vacuum. Several deletions in this time share one. */
const GATHER_MS = 10_000;
const TABLES = [
  "users, events, suggestions, log, refusals, embeddings, snapshots, dialogues, messages, reactions, outbox",
  "link_codes, links, evenings, evening_log, unread_words, model_answers, tmdb_films, top_lists, recommended",
].join(", ");

/** Clears what was deleted from the pages of the tables. What archives and replicas hold of it, it does not reach. */
export function createVacuum(database: PostgresDatabase, onTrouble: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const run = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running = running.then(() => database.alone((sql) => sql.script(`VACUUM ${TABLES}`))).catch(onTrouble);
    return running;
  };

  return {
    /** It goes by itself, after a while. */
    soon(): Wiped {
      timer ??= setTimeout(run, GATHER_MS).unref();
      return "goneHere";
    },
    async close(): Promise<void> {
      await (timer ? run() : running);
    },
  };
}
