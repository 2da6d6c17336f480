/** What waits to be shown, and what was shown where. */

import type { UserKey } from "../keys.ts";
import { type MessageRow, type ReactionRow, type ShowingRow, showingOf, showingRowOf } from "../rows.ts";
import type { PostedSuggestion, Showing } from "../store.ts";
import type { Sql } from "./sql.ts";

const POSTED = "SELECT messages.id AS message, suggestion, conversation, shared FROM messages";

export async function addShowing(sql: Sql, user: number, showing: Showing): Promise<void> {
  const { id, event, conversation, at_ms, private: isPrivate, what } = showingRowOf(user, showing);
  await sql.run(
    `INSERT INTO outbox (id, user_id, event, conversation, at_ms, private, what) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    id,
    user,
    event,
    conversation,
    at_ms,
    isPrivate,
    what,
  );
}

export async function waiting(sql: Sql, users: readonly number[]): Promise<Showing[]> {
  const rows = await sql.all<ShowingRow>(
    "SELECT id, event, conversation, at_ms, private, what FROM outbox WHERE user_id = ANY($1::bigint[]) ORDER BY user_id, seq",
    users,
  );
  return rows.flatMap((row) => showingOf(row) ?? []);
}

/** Whoever shows something and has not said so after this is gone, or will be told by the platform that it was shown. */
const HELD_FOR = "interval '60 seconds'";
const IS_ELSEWHERE = "held_until > now() AND holder <> $2";

/** Holds what waits for a user, unless somebody else holds any of it. @param holder a process */
export async function takeWaiting(sql: Sql, user: number, holder: string): Promise<Showing[]> {
  const rows = await sql.all<ShowingRow & { readonly seq: number }>(
    `UPDATE outbox SET holder = $2, held_until = now() + ${HELD_FOR} WHERE seq IN (
       SELECT seq FROM outbox WHERE user_id = $1
         AND NOT EXISTS (SELECT 1 FROM outbox AS held WHERE held.user_id = $1 AND held.${IS_ELSEWHERE.replace("holder", "held.holder")})
       ORDER BY seq FOR UPDATE SKIP LOCKED
     ) RETURNING seq, id, event, conversation, at_ms, private, what`,
    user,
    holder,
  );
  return rows.sort((a, b) => a.seq - b.seq).flatMap((row) => showingOf(row) ?? []);
}

/** The user's number where anything waits for them. */
export async function forWhomSomethingWaits(
  sql: Sql,
  { platform, id }: UserKey,
): Promise<number | undefined> {
  const row = await sql.get<{ user_id: number }>(
    "SELECT user_id FROM outbox JOIN users ON users.id = user_id WHERE platform = $1 AND platform_id = $2 LIMIT 1",
    platform,
    id,
  );
  return row?.user_id;
}

export const letGo = (sql: Sql, user: number, holder: string): Promise<number> =>
  sql.run(
    "UPDATE outbox SET holder = NULL, held_until = NULL WHERE user_id = $1 AND holder = $2",
    user,
    holder,
  );

export async function waitedFor(
  sql: Sql,
  platform: string,
  holder: string,
  dueMs: number | undefined,
): Promise<string[]> {
  const rows = await sql.all<{ platform_id: string }>(
    `SELECT platform_id FROM users WHERE platform = $1
       AND id IN (SELECT user_id FROM outbox WHERE at_ms <= coalesce($3, at_ms))
       AND id NOT IN (SELECT user_id FROM outbox WHERE ${IS_ELSEWHERE})`,
    platform,
    holder,
    dueMs ?? null,
  );
  return rows.map(({ platform_id }) => platform_id);
}

export async function shown(sql: Sql, id: string, posted?: PostedSuggestion): Promise<void> {
  await sql.run("DELETE FROM outbox WHERE id = $1", id);
  if (!posted) return;
  await sql.run(
    `INSERT INTO messages (id, suggestion, conversation, shared)
     SELECT $1, id, $3, $4 FROM suggestions WHERE id = $2 ON CONFLICT DO NOTHING`,
    posted.message,
    posted.suggestion,
    posted.conversation,
    Number(posted.shared),
  );
}

export const postedSince = (sql: Sql, platform: string, sinceMs: number, limit: number) =>
  sql.all<MessageRow & { readonly platform_id: string; readonly at_ms: number }>(
    `SELECT messages.id AS message, suggestion, conversation, shared, platform_id, at_ms FROM messages
     JOIN suggestions ON suggestions.id = suggestion JOIN users ON users.id = user_id
     WHERE platform = $1 AND at_ms >= $2 ORDER BY messages.seq DESC LIMIT $3`,
    platform,
    sinceMs,
    limit,
  );

export const messageRow = (sql: Sql, message: string): Promise<MessageRow | undefined> =>
  sql.get<MessageRow>(`${POSTED} WHERE messages.id = $1`, message);

export const messagesOf = (sql: Sql, suggestion: string): Promise<MessageRow[]> =>
  sql.all<MessageRow>(`${POSTED} WHERE suggestion = $1 ORDER BY seq`, suggestion);

export const messagesTo = (sql: Sql, users: readonly number[]): Promise<MessageRow[]> =>
  sql.all<MessageRow>(
    `${POSTED} JOIN suggestions ON suggestions.id = suggestion
     WHERE user_id = ANY($1::bigint[]) ORDER BY user_id, messages.seq`,
    users,
  );

export const reactionsUnder = (sql: Sql, message: string) =>
  sql.all<ReactionRow & { readonly platform: string; readonly platform_id: string }>(
    `SELECT message, gesture, at_ms, platform, platform_id FROM reactions
     JOIN users ON users.id = user_id WHERE message = $1 ORDER BY at_ms, user_id, gesture`,
    message,
  );

export const reactionsOf = (sql: Sql, users: readonly number[]): Promise<ReactionRow[]> =>
  sql.all<ReactionRow>(
    `SELECT message, gesture, at_ms FROM reactions WHERE user_id = ANY($1::bigint[])
     ORDER BY user_id, at_ms, message, gesture`,
    users,
  );
