import type { Due, Recommended, TopList } from "../top-lists.ts";
import type { Sql } from "./sql.ts";

const DUE = `FROM users LEFT JOIN top_lists ON top_lists.user_id = users.id
  WHERE users.id = users.person AND users.id > $1 AND NOT coalesce(
    made_by = $2 AND top_lists.revision IS NOT DISTINCT FROM users.revision AND made_ms >= $3, false
  )`;

export async function listsDue(sql: Sql, { madeBy, sinceMs }: Due, limit: number, after = 0) {
  const rows = await sql.all<{ id: number; platform: string; platform_id: string }>(
    `SELECT users.id, platform, platform_id ${DUE} ORDER BY users.id LIMIT $4`,
    after,
    madeBy,
    sinceMs,
    limit,
  );
  return rows.map(({ id: place, platform, platform_id: id }) => ({ user: { platform, id }, place }));
}

export async function countListsDue(sql: Sql, { madeBy, sinceMs }: Due): Promise<number> {
  const row = await sql.get<{ people: number }>(`SELECT count(*) AS people ${DUE}`, 0, madeBy, sinceMs);
  return row!.people;
}

/** Within a transaction. Those who are forgotten meanwhile are locked by nobody, and passed over. */
export async function putLists(sql: Sql, lists: readonly TopList[]): Promise<void> {
  const known = await sql.all<{ nth: number; id: number; person: number }>(
    `SELECT nth, users.id, users.person FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS given (platform, id, nth)
     JOIN users ON users.platform = given.platform AND platform_id = given.id
     ORDER BY users.id FOR KEY SHARE OF users`,
    lists.map(({ user }) => user.platform),
    lists.map(({ user }) => user.id),
  );
  await sql.run(
    `DELETE FROM recommended USING recommendations AS listed
     WHERE listed.person = ANY($1::bigint[]) AND listed.outcome IS NULL AND recommended.user_id = listed.user_id
       AND recommended.made_ms = listed.made_ms AND recommended.rank = listed.rank`,
    known.map(({ person }) => person),
  );
  const kept = known.map(({ nth, id }) => ({ id, list: lists[nth - 1]! }));
  const films = kept.flatMap(({ id, list: { atMs, model, films } }) =>
    films.map(({ movie, reason }, nth) => ({
      user_id: id,
      made_ms: atMs,
      rank: nth + 1,
      movie,
      reason,
      model,
    })),
  );
  await sql.run(
    `INSERT INTO recommended (user_id, made_ms, rank, movie, reason, model)
     SELECT user_id, made_ms, rank, movie, reason, model FROM json_to_recordset($1::json)
       AS (user_id bigint, made_ms bigint, rank integer, movie text, reason text, model text)
     ON CONFLICT (user_id, made_ms, rank)
       DO UPDATE SET movie = excluded.movie, reason = excluded.reason, model = excluded.model`,
    JSON.stringify(films),
  );
  await sql.run(
    `INSERT INTO top_lists (user_id, made_by, revision, made_ms)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[])
     ON CONFLICT (user_id) DO UPDATE
       SET made_by = excluded.made_by, revision = excluded.revision, made_ms = excluded.made_ms`,
    kept.map(({ id }) => id),
    kept.map(({ list }) => list.madeBy),
    kept.map(({ list }) => list.revision),
    kept.map(({ list }) => list.atMs),
  );
}

export const recommendedTo = (sql: Sql, users: readonly number[]): Promise<Recommended[]> =>
  sql.all<Recommended>(
    `SELECT movie, rank, reason, model, made_ms AS "atMs", outcome FROM recommendations
     WHERE user_id = ANY($1::bigint[]) ORDER BY made_ms, rank, user_id`,
    users,
  );
