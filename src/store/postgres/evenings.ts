import type { EveningEvent, Happened } from "../../together/evening.ts";
import { type EveningLogRow, happenedOf, memberOf } from "../evening-row.ts";
import { type EveningChange, type KeptEvening, userOf } from "../evenings.ts";
import type { CommitOutcome } from "../keys.ts";
import { addShowing } from "./showings.ts";
import type { Sql, Undo } from "./sql.ts";
import { someUserId, userId } from "./users.ts";

const LOG = `SELECT seq, evening, at_ms, what, platform, platform_id
  FROM evening_log LEFT JOIN users ON users.id = evening_log.user_id`;

export async function evening(sql: Sql, id: string): Promise<KeptEvening | undefined> {
  const [found, rows] = await Promise.all([
    sql.get<{ conversation: string; message: string | null }>(
      "SELECT conversation, message FROM evenings WHERE id = $1",
      id,
    ),
    sql.all<EveningLogRow>(`${LOG} WHERE evening = $1 ORDER BY seq`, id),
  ]);
  if (!found) return undefined;
  const people = new Set(rows.flatMap((row) => (row.platform === null ? [] : [memberOf(row)])));
  return {
    id,
    conversation: found.conversation,
    revision: rows.at(-1)?.seq ?? 0,
    happened: rows.flatMap(happenedOf),
    people: [...people].map(userOf),
    ...(found.message !== null && { message: found.message }),
  };
}

export async function latestEveningIn(sql: Sql, conversation: string): Promise<string | undefined> {
  const row = await sql.get<{ id: string }>(
    "SELECT id FROM evenings WHERE conversation = $1 ORDER BY opened_ms DESC, id DESC LIMIT 1",
    conversation,
  );
  return row?.id;
}

export const eveningsDue = (sql: Sql, platform: string) =>
  sql.all<{ readonly id: string; readonly endsMs: number }>(
    `SELECT id, ends_ms AS "endsMs" FROM evenings WHERE platform = $1 AND ends_ms IS NOT NULL ORDER BY ends_ms, id`,
    platform,
  );

export async function sharedEvenings(
  sql: Sql,
  users: readonly number[],
  limit: number,
): Promise<KeptEvening[]> {
  const rows = await sql.all<{ evening: string }>(
    `SELECT evening FROM evening_log JOIN evenings ON evenings.id = evening WHERE user_id = ANY($1::bigint[])
     GROUP BY evening, opened_ms HAVING count(DISTINCT user_id) >= 2 ORDER BY opened_ms DESC, evening DESC LIMIT $2`,
    users,
    limit,
  );
  const found = await Promise.all(rows.reverse().map((row) => evening(sql, row.evening)));
  return found.flatMap((one) => one ?? []);
}

/** What is kept of some users' evenings, by user and in order. */
export async function eveningsOf(
  sql: Sql,
  users: readonly number[],
): Promise<{ evening: string; happened: Happened[] }[]> {
  const rows = await sql.all<EveningLogRow>(
    `${LOG} WHERE user_id = ANY($1::bigint[]) ORDER BY user_id, seq`,
    users,
  );
  return [...new Set(rows.map((row) => row.evening))].map((id) => ({
    evening: id,
    happened: rows.filter((row) => row.evening === id).flatMap(happenedOf),
  }));
}

export async function commitEvening(sql: Sql, undo: Undo, change: EveningChange): Promise<CommitOutcome> {
  const { evening: id, conversation, user, event, atMs, endsMs, showing } = change;
  const [platform = ""] = conversation.split(":");
  await sql.run(
    "INSERT INTO evenings (id, platform, conversation, opened_ms) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    id,
    platform,
    conversation,
    atMs,
  );
  const locked = await sql.get("SELECT 1 FROM evenings WHERE id = $1 FOR UPDATE", id);
  const [known, latest] = await Promise.all([
    sql.get("SELECT 1 FROM evening_log WHERE evening = $1 AND event = $2", id, event),
    sql.get<{ seq: number }>("SELECT coalesce(max(seq), 0) AS seq FROM evening_log WHERE evening = $1", id),
  ]);
  if (known) return undo("duplicate");
  if (!locked || latest!.seq !== change.revision) return undo("conflict");
  if (user) await someUserId(sql, user);
  for (const { member, atMs: at_ms, event: what } of change.happened) {
    const of = member === undefined ? null : await someUserId(sql, userOf(member));
    await addHappened(sql, { id, of, event, atMs: at_ms, what });
  }
  await sql.run("UPDATE evenings SET ends_ms = $1 WHERE id = $2", endsMs ?? null, id);
  const to = showing && (await userId(sql, showing.to));
  if (to !== undefined) await addShowing(sql, to, showing!.what);
  return "committed";
}

interface Adding {
  readonly id: string;
  readonly of: number | null;
  readonly event: string;
  readonly atMs: number;
  readonly what: EveningEvent;
}

const addHappened = (sql: Sql, { id, of, event, atMs, what }: Adding): Promise<number> =>
  sql.run(
    "INSERT INTO evening_log (evening, user_id, event, at_ms, what) VALUES ($1, $2, $3, $4, $5)",
    id,
    of,
    event,
    atMs,
    JSON.stringify(what),
  );
