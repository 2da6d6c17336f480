/** What is told of a PostgreSQL as a whole. */
import type { PersonsTally } from "../persons-tally.ts";
import { newestMigration, versionOf } from "./migrate.ts";
import { sharedPool } from "./open.ts";
import type { Sql } from "./sql.ts";

async function asked<T>(address: string, ask: (sql: Sql) => Promise<T>): Promise<T> {
  const database = await sharedPool(address);
  try {
    return await database.alone(ask);
  } finally {
    await database.close();
  }
}

/** Of suggestions since then, by person and model. What was taken back does not count. */
export const talliesByModelOn = (address: string, sinceMs: number): Promise<PersonsTally[]> =>
  asked(address, (sql) =>
    sql.all<PersonsTally>(
      `SELECT suggestions.model AS model, count(*) AS answered,
         count(*) FILTER (WHERE said.verdict IN ('favourite', 'like')) AS liked
       FROM suggestions
       JOIN users ON users.id = suggestions.user_id
       JOIN users AS same ON same.person = users.person
       JOIN log AS said ON said.user_id = same.id AND said.suggestion = suggestions.id
       WHERE suggestions.at_ms >= $1 AND suggestions.model IS NOT NULL
         AND said.kind = 'feedback' AND said.verdict IN ('favourite', 'like', 'dislike', 'skip', 'never')
         AND NOT EXISTS (SELECT 1 FROM log AS taking
           WHERE taking.user_id = said.user_id AND taking.kind = 'retraction' AND taking.retracts = said.id)
       GROUP BY users.person, suggestions.model`,
      sinceMs,
    ),
  );

/** How many answers there are since then, taken back or not. */
export const answersSinceOn = (address: string, sinceMs: number): Promise<number> =>
  asked(address, async (sql) => {
    const row = await sql.get<{ answers: number }>(
      "SELECT count(*) AS answers FROM log WHERE kind = 'feedback' AND at_ms > $1",
      sinceMs,
    );
    return row!.answers;
  });

export const bytesOn = (address: string): Promise<number> =>
  asked(
    address,
    async (sql) =>
      (await sql.get<{ bytes: number }>("SELECT pg_database_size(current_database()) AS bytes"))!.bytes,
  );

export interface PostgresFacts {
  /** Of the server: "15.18". */
  readonly server: string;
  readonly people: number;
  readonly answers: number;
  readonly bytes: number;
  readonly schema: number;
  readonly newestSchema: number;
  /** Settings by which a power cut loses what was acknowledged. */
  readonly unsafe: readonly string[];
  /** Whether what goes over the network is encrypted. */
  readonly tls: boolean;
}

export const factsOf = (address: string): Promise<PostgresFacts> =>
  asked(address, async (sql) => {
    const schema = await versionOf(sql);
    const { people, answers } = schema === 0 ? { people: 0, answers: 0 } : (await sql.get<Counts>(COUNTS))!;
    const { server, bytes, tls } = (await sql.get<{ server: string; bytes: number; tls: boolean }>(
      `SELECT current_setting('server_version') AS server, pg_database_size(current_database()) AS bytes,
         coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS tls`,
    ))!;
    const unsafe = await sql.all<{ name: string }>(
      "SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'",
    );
    return {
      server,
      people,
      answers,
      bytes,
      tls,
      schema,
      newestSchema: newestMigration(),
      unsafe: unsafe.map(({ name }) => name),
    };
  });

interface Counts {
  readonly people: number;
  readonly answers: number;
}
const COUNTS = "SELECT (SELECT count(*) FROM users) AS people, (SELECT count(*) FROM log) AS answers";
