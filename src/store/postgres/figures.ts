/** How it goes, in sums: counted with each turn, in its transaction, and told. */
import { type Count, type Counting, countedIn, type Day, dayOf } from "../figures.ts";
import { sessionOf } from "../session.ts";
import type { Change, Coverage, UnreadWord } from "../store.ts";
import { MOST_RUNS, MOST_UNREAD, UNREAD_FOR_DAYS } from "../unread.ts";
import type { Sql } from "./sql.ts";
import type { UserRow } from "./users.ts";

const DAY_MS = 86_400_000;
/** Turns of different people seldom add to the same part of a sum, and so do not wait for each other. */
const PARTS = 16;

/** In one order for all, so that no two wait for each other. */
export async function addCounts(sql: Sql, counts: readonly Count[], by = 0): Promise<void> {
  if (counts.length === 0) return;
  await sql.run(
    `INSERT INTO figures AS kept (day, platform, what, part, count)
     SELECT day, platform, what, $2::smallint, sum(count)
     FROM json_to_recordset($1::json) AS counted (day text, platform text, what text, count bigint)
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
     ON CONFLICT (day, platform, what, part) DO UPDATE SET count = kept.count + excluded.count`,
    JSON.stringify(counts),
    by % PARTS,
  );
}

/** @param said what an entry of the person said */
export function counting(
  change: Change,
  { last_day, session }: Pick<UserRow, "last_day" | "session">,
  said: Parameters<typeof countedIn>[1]["said"],
  turns: ReadonlyMap<string, number | null>,
): Counting {
  return countedIn(change, {
    lastDay: last_day ?? undefined,
    session: sessionOf(session),
    said,
    turnOf: (suggestion) => turns.get(suggestion) ?? undefined,
  });
}

/** The places of earlier suggestions in their sessions. */
export async function turnsOf(
  sql: Sql,
  suggestions: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  if (suggestions.length === 0) return new Map();
  const rows = await sql.all<{ id: string; turn: number | null }>(
    "SELECT id, turn FROM suggestions WHERE id = ANY($1::text[])",
    suggestions,
  );
  return new Map(rows.map(({ id, turn }) => [id, turn]));
}

/** Words that nobody understood; old ones go on the first turn of a day. */
export async function keepUnread(sql: Sql, user: UserRow, { atMs, heard }: Change): Promise<void> {
  const day = dayOf(atMs);
  if (user.last_day !== day)
    await sql.run("DELETE FROM unread_words WHERE day < $1", dayOf(atMs - UNREAD_FOR_DAYS * DAY_MS));
  for (const word of heard?.unread ?? [])
    await sql.run(
      `INSERT INTO unread_words AS kept (user_id, word, day)
       SELECT $1, $2, $3 WHERE (SELECT count(*) FROM unread_words WHERE user_id = $1) < $4
       ON CONFLICT (user_id, word) DO UPDATE SET day = greatest(kept.day, excluded.day)`,
      user.id,
      word,
      day,
      MOST_UNREAD,
    );
}

export const countsBetween = (sql: Sql, from: Day, to: Day): Promise<Count[]> =>
  sql.all<Count>(
    `SELECT day, platform, what, sum(count)::bigint AS count FROM figures WHERE day BETWEEN $1 AND $2
     GROUP BY day, platform, what ORDER BY day, platform, what`,
    from,
    to,
  );

export async function coverage(sql: Sql, from: Day): Promise<Coverage> {
  return (await sql.get<Coverage>(
    `WITH kept AS (SELECT sum(count) AS count, max(last_day) AS last_day FROM suggested_movies GROUP BY movie),
       lately AS (SELECT count FROM kept WHERE last_day >= $1 ORDER BY count DESC)
     SELECT (SELECT count(*) FROM lately) AS movies,
       (SELECT coalesce(sum(count), 0)::bigint FROM lately) AS suggestions,
       (SELECT coalesce(sum(count), 0)::bigint FROM (SELECT count FROM lately LIMIT 100) AS first) AS "ofTheFirstHundred"`,
    from,
  ))!;
}

export const unreadWords = (sql: Sql, from: Day, people: number): Promise<UnreadWord[]> =>
  sql.all<UnreadWord>(
    `SELECT word, count(DISTINCT person) AS people FROM unread_words JOIN users ON users.id = user_id
     WHERE day >= $1 GROUP BY word HAVING count(DISTINCT person) >= $2 ORDER BY people DESC, word`,
    from,
    people,
  );

export async function unreadBy(sql: Sql, users: readonly number[]): Promise<string[]> {
  const rows = await sql.all<{ word: string }>(
    "SELECT DISTINCT word FROM unread_words WHERE user_id = ANY($1::bigint[]) ORDER BY word",
    users,
  );
  return rows.map(({ word }) => word);
}

export async function keepRun(sql: Sql, atMs: number, run: string): Promise<void> {
  await sql.run("INSERT INTO understanding_runs (at_ms, run) VALUES ($1, $2)", atMs, run);
  await sql.run(
    `DELETE FROM understanding_runs WHERE seq <=
       (SELECT seq FROM understanding_runs ORDER BY seq DESC OFFSET $1 LIMIT 1)`,
    MOST_RUNS,
  );
}

export async function runs(sql: Sql, limit: number): Promise<string[]> {
  const rows = await sql.all<{ run: string }>(
    "SELECT run FROM understanding_runs ORDER BY seq DESC LIMIT $1",
    limit,
  );
  return rows.map(({ run }) => run);
}
