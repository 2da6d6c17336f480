/** Which models people are served by, for all processes on a database. */
import type { PostgresDatabase } from "./sql.ts";

/** Heard by processes that listen to signals; others look by themselves. */
export const SERVING_CHANGED = "serving";

export interface SharedServing {
  /** Counts what was decided: another, another decision. */
  readonly revision: number;
  /** As models-folder.ts has it. */
  readonly record: string;
  /** Where its models lie. */
  readonly machine: string;
  readonly folder: string;
}

/** Undefined where nothing was decided yet. */
export const sharedServing = (database: PostgresDatabase): Promise<SharedServing | undefined> =>
  database.read((sql) => sql.get<SharedServing>("SELECT revision, record, machine, folder FROM serving"));

/**
 * @param before the revision that the decision goes by; 0 for the first
 * @returns the new one; undefined where another was decided meanwhile: nothing is changed then
 */
export async function decideServing(
  database: PostgresDatabase,
  before: number,
  { record, machine, folder }: Omit<SharedServing, "revision">,
): Promise<number | undefined> {
  return database.write(
    async (sql) => {
      const changed = await sql.run(
        `INSERT INTO serving AS kept (revision, record, machine, folder) SELECT $1::bigint + 1, $2, $3, $4
           WHERE $1::bigint = 0 OR EXISTS (SELECT 1 FROM serving)
         ON CONFLICT (one) DO UPDATE SET revision = excluded.revision, record = excluded.record,
           machine = excluded.machine, folder = excluded.folder, at = now() WHERE kept.revision = $1::bigint`,
        before,
        record,
        machine,
        folder,
      );
      if (changed === 0) return undefined;
      const notice = JSON.stringify({ from: "", topic: SERVING_CHANGED, data: {} });
      await sql.all("SELECT pg_notify('matinee', $1)", notice);
      return before + 1;
    },
    { once: true },
  );
}
