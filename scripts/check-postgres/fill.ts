import { openPool } from "../../src/store/postgres/pool.ts";
import type { Sql } from "../../src/store/postgres/sql.ts";

/** What is kept of one: as many answers as somebody gives in some evenings. */
export const ANSWERS_EACH = 40;
/** People of one transaction. */
const AT_ONCE = 20_000;

export interface Filled {
  readonly answers: number;
  readonly bytes: number;
}

/**
 * Makes people up, "fill-1" and on, each with answers, suggestions, events, a taste and a dialogue, beside those that there are. What
 * watches over rows one by one is put aside meanwhile, and made again of all of them: for a server of one's own.
 */
export async function fill(
  address: string,
  people: number,
  onProgress: (done: number) => void,
): Promise<Filled> {
  const database = await openPool(address);
  try {
    return await database.alone(async (sql) => {
      await sql.script("SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SELECT 1");
      const known = await sql.get<{ people: number }>(
        "SELECT count(*) AS people FROM users WHERE platform_id LIKE 'fill-%'",
      );
      const watching = await putAside(sql);
      for (let from = known!.people + 1; from <= people; from += AT_ONCE) {
        await batch(sql, from, Math.min(from + AT_ONCE - 1, people));
        onProgress(Math.min(from + AT_ONCE - 1, people));
      }
      for (const again of watching) await sql.script(again);
      await sql.script(SUGGESTED_MOVIES);
      await sql.script("VACUUM (ANALYZE)");
      const row = await sql.get<Filled>(
        "SELECT (SELECT count(*) FROM log) AS answers, pg_database_size(current_database()) AS bytes",
      );
      return row!;
    });
  } finally {
    await database.close();
  }
}

/** As the trigger would have counted them. */
const SUGGESTED_MOVIES = `TRUNCATE suggested_movies;
  INSERT INTO suggested_movies (movie, part, count, last_day)
    SELECT movie, user_id % 16, count(*), to_char(to_timestamp(max(at_ms) / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD')
    FROM suggestions GROUP BY 1, 2`;

/** Indexes and constraints of the large tables. @returns the statements that make them again, in their order */
async function putAside(sql: Sql): Promise<string[]> {
  const large = "'{log,suggestions,events}'::regclass[]";
  const constraints = await sql.all<{ owner: string; name: string; says: string; kind: string }>(
    `SELECT conrelid::regclass::text AS owner, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS says, contype AS kind
     FROM pg_constraint WHERE contype IN ('p', 'u', 'f') AND (conrelid = ANY(${large}) OR confrelid = ANY(${large}))
     ORDER BY contype = 'f', conname`,
  );
  const indexes = await sql.all<{ name: string; says: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS says FROM pg_index
     WHERE indrelid = ANY(${large}) AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)`,
  );
  for (const { owner, name } of constraints.toReversed())
    await sql.script(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await sql.script(`DROP INDEX ${name}`);
  return [
    ...constraints.map(
      ({ owner, name, says, kind }) =>
        `ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${says}${kind === "f" ? " NOT VALID" : ""}`,
    ),
    ...indexes.map(({ says }) => says),
  ];
}

async function batch(sql: Sql, from: number, to: number): Promise<void> {
  await sql.script(`
    BEGIN;
    CREATE TEMPORARY TABLE made ON COMMIT DROP AS
      SELECT nth, nextval(pg_get_serial_sequence('users', 'id')) AS id FROM generate_series(${from}, ${to}) AS nth;
    CREATE TEMPORARY TABLE answered ON COMMIT DROP AS
      SELECT id, nth, answer, 'fake:fill-' || nth || ':' || answer AS event, 'tt' || (1000000 + (random() * 40000)::int) AS movie,
        1700000000000 + answer * 60000 AS at_ms
      FROM made CROSS JOIN generate_series(1, ${ANSWERS_EACH}) AS answer;
    INSERT INTO users (id, person, platform, platform_id, revision, last_day)
      SELECT id, id, 'fake', 'fill-' || nth, 'fake:fill-' || nth || ':${ANSWERS_EACH}', '2023-11-14' FROM made;
    INSERT INTO events (user_id, id, at_ms) SELECT id, event, at_ms FROM answered;
    INSERT INTO suggestions (id, user_id, movie, at_ms, turn, model)
      SELECT substr(md5(event), 1, 16), id, movie, at_ms, answer, 'made up' FROM answered ORDER BY movie;
    INSERT INTO log (user_id, id, kind, at_ms, movie, verdict, source, suggestion)
      SELECT id, event || '#0', 'feedback', at_ms, movie, (ARRAY['like', 'dislike', 'skip'])[1 + answer % 3], 'suggestion',
        substr(md5(event), 1, 16) FROM answered;
    INSERT INTO embeddings (user_id, model_version, embedding)
      SELECT id, 'made up', decode(repeat(md5(nth::text), 64), 'hex') FROM made;
    INSERT INTO dialogues (user_id, conversation, dialogue)
      SELECT id, 'fake:fill-' || nth, '{"phase":{"kind":"new"},"confirmingForget":false}' FROM made;
    COMMIT;`);
}
