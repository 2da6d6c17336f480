import type { Database } from "better-sqlite3";
import type { ReactionRow } from "../rows.ts";
import type { Change } from "../store.ts";

/** What people have put under messages. To be run within transactions. */
export function reactionsIn(database: Database) {
  const statements = prepare(database);
  return {
    put(user: number, { message, gesture, stands }: NonNullable<Change["reaction"]>, atMs: number): void {
      if (stands) statements.add.run(user, message, gesture, atMs);
      else statements.remove.run(user, message, gesture);
    },
    under: (message: string) =>
      statements.under.all(message).map(({ platform, platform_id: id, gesture, at_ms: atMs }) => ({
        user: { platform, id },
        message,
        gesture,
        atMs,
      })),
    of: (users: readonly number[]) =>
      users
        .flatMap((user) => statements.of.all(user))
        .map(({ message, gesture, at_ms: atMs }) => ({ message, gesture, atMs })),
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[], Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  return {
    add: statement<[number, string, string, number]>(
      "INSERT INTO reactions (user, message, gesture, at_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    remove: statement<[number, string, string]>(
      "DELETE FROM reactions WHERE user = ? AND message = ? AND gesture = ?",
    ),
    under: statement<[string], ReactionRow & { platform: string; platform_id: string }>(
      `SELECT message, gesture, at_ms, platform, platform_id FROM reactions
       JOIN users ON users.id = user WHERE message = ? ORDER BY at_ms`,
    ),
    of: statement<[number], ReactionRow>(
      "SELECT message, gesture, at_ms FROM reactions WHERE user = ? ORDER BY at_ms, message, gesture",
    ),
  };
}
