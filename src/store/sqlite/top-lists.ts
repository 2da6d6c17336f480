import type { Database } from "better-sqlite3";
import type { Due, Recommended, TopList } from "../top-lists.ts";

/** To be run within transactions. */
export function topListsIn(database: Database) {
  const statements = prepare(database);
  return {
    due: ({ madeBy, sinceMs }: Due, limit: number, after = 0) =>
      statements.due
        .all(after, madeBy, sinceMs, limit)
        .map(({ id: place, platform, platform_id: id }) => ({ user: { platform, id }, place })),
    countDue: ({ madeBy, sinceMs }: Due): number => statements.countDue.get(0, madeBy, sinceMs)!.people,
    put({ user, revision, madeBy, atMs, model, films }: TopList): void {
      const id = statements.user.get(user.platform, user.id)?.id;
      if (id === undefined) return;
      statements.removeUnanswered.run(id);
      for (const [nth, { movie, reason }] of films.entries())
        statements.add.run(id, atMs, nth + 1, movie, reason, model);
      statements.put.run(id, madeBy, revision, atMs);
    },
    of: (users: readonly number[]): Recommended[] =>
      users.flatMap((user) => statements.of.all(user)).sort((a, b) => a.atMs - b.atMs || a.rank - b.rank),
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[], Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  const due = `FROM users LEFT JOIN top_lists ON top_lists.user = users.id WHERE users.id = users.person AND users.id > ?
    AND NOT (made_by IS ? AND top_lists.revision IS users.revision AND made_ms >= ?)`;
  return {
    due: statement<[number, string, number, number], { id: number; platform: string; platform_id: string }>(
      `SELECT users.id, platform, platform_id ${due} ORDER BY users.id LIMIT ?`,
    ),
    countDue: statement<[number, string, number], { people: number }>(`SELECT count(*) AS people ${due}`),
    user: statement<[string, string], { id: number }>(
      "SELECT id FROM users WHERE platform = ? AND platform_id = ?",
    ),
    removeUnanswered: statement<[number]>(
      `DELETE FROM recommended WHERE (user, made_ms, rank) IN (
         SELECT user, made_ms, rank FROM recommendations
         WHERE person = (SELECT person FROM users WHERE id = ?) AND outcome IS NULL
       )`,
    ),
    add: statement<[number, number, number, string, string, string]>(
      "INSERT OR REPLACE INTO recommended (user, made_ms, rank, movie, reason, model) VALUES (?, ?, ?, ?, ?, ?)",
    ),
    put: statement<[number, string, string | null, number]>(
      "INSERT OR REPLACE INTO top_lists (user, made_by, revision, made_ms) VALUES (?, ?, ?, ?)",
    ),
    of: statement<[number], Recommended>(
      "SELECT movie, rank, reason, model, made_ms AS atMs, outcome FROM recommendations WHERE user = ?",
    ),
  };
}
