import { openPool } from "../../src/store/postgres/pool.ts";
import type { Sql } from "../../src/store/postgres/sql.ts";

/** What is kept of one: as many answers as somebody gives in some evenings. */
export const ANSWERS_EACH = 40;
/** People of one transaction. */
const AT_ONCE = 5_000;

export interface Filled {
  readonly answers: number;
  readonly bytes: number;
}

/** Makes people up, "fill-1" and on, each with answers, suggestions, events, a taste and a dialogue, beside those that there are. */
export async function fill(
  address: string,
  people: number,
  onProgress: (done: number) => void,
): Promise<Filled> {
  const database = await openPool(address);
  try {
    return await database.alone(async (sql) => {
      const known = await sql.get<{ people: number }>(
        "SELECT count(*) AS people FROM users WHERE platform_id LIKE 'fill-%'",
      );
      for (let from = known!.people + 1; from <= people; from += AT_ONCE) {
        await batch(sql, from, Math.min(from + AT_ONCE - 1, people));
        onProgress(Math.min(from + AT_ONCE - 1, people));
      }
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
