import type { Database } from "better-sqlite3";
import { type MessageRow, postedOf, type ShowingRow, showingOf, showingRowOf } from "../rows.ts";
import type { PostedSuggestion, Showing } from "../store.ts";

/** What waits to be shown, and what was shown where. To be run within transactions. */
export function showingsIn(database: Database) {
  const statements = prepare(database);
  return {
    add: (user: number, showing: Showing) => statements.add.run(showingRowOf(user, showing)),
    waiting: (users: readonly number[]): Showing[] =>
      users.flatMap((user) => statements.waiting.all(user)).flatMap((row) => showingOf(row) ?? []),
    waitedFor: (platform: string, dueMs: number | undefined) =>
      statements.waitedFor.all(platform, dueMs ?? null).map(({ platform_id: id }) => ({ platform, id })),
    shown(id: string, posted: PostedSuggestion | undefined): void {
      statements.remove.run(id);
      if (posted) statements.addMessage.run({ ...posted, shared: Number(posted.shared) });
    },
    postedSince: (platform: string, sinceMs: number, limit: number) =>
      statements.postedSince
        .all(platform, sinceMs, limit)
        .map((row) => ({ ...postedOf(row), owner: { platform, id: row.platform_id }, atMs: row.at_ms })),
    postedIn(message: string): PostedSuggestion | undefined {
      const row = statements.message.get(message);
      return row && postedOf(row);
    },
    postedOf: (suggestion: string): PostedSuggestion[] => statements.messages.all(suggestion).map(postedOf),
    postedTo: (users: readonly number[]): PostedSuggestion[] =>
      users.flatMap((user) => statements.messagesTo.all(user)).map(postedOf),
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[] | object, Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  const posted = "SELECT messages.id AS message, suggestion, conversation, shared FROM messages";
  return {
    add: statement<ShowingRow>(
      `INSERT INTO outbox (id, user, event, conversation, at_ms, private, what)
       VALUES (@id, @user, @event, @conversation, @at_ms, @private, @what)`,
    ),
    remove: statement<[string]>("DELETE FROM outbox WHERE id = ?"),
    waiting: statement<[number], ShowingRow>("SELECT * FROM outbox WHERE user = ? ORDER BY seq"),
    waitedFor: statement<[string, number | null], { platform_id: string }>(
      `SELECT platform_id FROM users WHERE platform = ?
         AND id IN (SELECT user FROM outbox WHERE at_ms <= coalesce(?, at_ms))`,
    ),
    addMessage: statement<MessageRow>(
      `INSERT INTO messages (id, suggestion, conversation, shared)
       SELECT @message, id, @conversation, @shared FROM suggestions WHERE id = @suggestion
       ON CONFLICT DO NOTHING`,
    ),
    postedSince: statement<[string, number, number], MessageRow & { platform_id: string; at_ms: number }>(
      `SELECT messages.id AS message, suggestion, conversation, shared, platform_id, at_ms FROM messages
       JOIN suggestions ON suggestions.id = suggestion JOIN users ON users.id = user
       WHERE platform = ? AND at_ms >= ? ORDER BY messages.seq DESC LIMIT ?`,
    ),
    message: statement<[string], MessageRow>(`${posted} WHERE messages.id = ?`),
    messages: statement<[string], MessageRow>(`${posted} WHERE suggestion = ? ORDER BY seq`),
    messagesTo: statement<[number], MessageRow>(
      `${posted} JOIN suggestions ON suggestions.id = suggestion WHERE user = ? ORDER BY messages.seq`,
    ),
  };
}
