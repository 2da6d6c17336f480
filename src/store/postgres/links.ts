/** Which users are one person. What each of them said stays theirs, so that to part them again is exact. */
import { randomUUID } from "node:crypto";
import type { UserKey } from "../keys.ts";
import { isOfUse, isUndoable } from "../link.ts";
import type { Linked } from "../store.ts";
import type { Sql } from "./sql.ts";
import { Changed, isUser, membersOf, NOBODY, settledMembersOf, userId } from "./users.ts";

interface Member {
  readonly id: number;
  readonly person: number;
}

/** What was known of them before follows from their logs no more. */
async function begunAnew(sql: Sql, users: readonly number[]): Promise<void> {
  await Promise.all([
    sql.run("UPDATE users SET revision = $1 WHERE id = ANY($2::bigint[])", `link:${randomUUID()}`, users),
    sql.run("DELETE FROM snapshots WHERE user_id = ANY($1::bigint[])", users),
    sql.run("DELETE FROM embeddings WHERE user_id = ANY($1::bigint[])", users),
  ]);
}

/** False where somebody else has the code. */
export async function offerLink(sql: Sql, user: UserKey, code: string, atMs: number): Promise<boolean> {
  const id = (await userId(sql, user)) ?? NOBODY;
  const taken = await sql.get<{ at_ms: number }>("SELECT at_ms FROM link_codes WHERE code = $1", code);
  if (taken && isOfUse(taken.at_ms, atMs)) return false;
  await sql.run("DELETE FROM link_codes WHERE code = $1 OR user_id = $2", code, id);
  const added = await sql.run(
    "INSERT INTO link_codes (code, user_id, at_ms) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    code,
    id,
    atMs,
  );
  return added > 0;
}

export async function link(sql: Sql, user: UserKey, code: string, atMs: number): Promise<Linked> {
  const offered = await sql.get<{ user_id: number; at_ms: number; used: number }>(
    "SELECT user_id, at_ms, used FROM link_codes WHERE code = $1 FOR UPDATE",
    code,
  );
  if (!offered || !isOfUse(offered.at_ms, atMs)) return "unknown";
  const id = await userId(sql, user);
  if (id === undefined) return "unknown"; // was forgotten a moment before
  const all = await sql.all<Member>(
    `SELECT id, person FROM users WHERE person IN (SELECT person FROM users WHERE id IN ($1, $2)) ORDER BY id FOR UPDATE`,
    offered.user_id,
    id,
  );
  const other = all.find((member) => member.id === offered.user_id);
  const own = all.find((member) => member.id === id);
  if (!other || !own) throw new Changed();
  if (own.person === other.person) return "same";
  if (offered.used === 1) return "unknown";
  const joining = all.filter(({ person }) => person === own.person).map((member) => member.id);
  await sql.run(
    `INSERT INTO links (link, user_id, was, person, at_ms) SELECT $1, member, $3, $4, $5 FROM unnest($2::bigint[]) AS member`,
    randomUUID(),
    joining,
    own.person,
    other.person,
    atMs,
  );
  await sql.run("UPDATE users SET person = $1 WHERE person = $2", other.person, own.person);
  await sql.run("UPDATE link_codes SET used = 1 WHERE code = $1", code);
  await begunAnew(
    sql,
    all.map((member) => member.id),
  );
  return "linked";
}

/** Undoes the latest link of the person; false where there is none of late. */
export async function unlink(sql: Sql, user: UserKey, atMs: number): Promise<boolean> {
  const all = await settledMembersOf(sql, user);
  const own = all.find(isUser(user));
  if (!own) return false;
  const { person } = (await sql.get<{ person: number }>("SELECT person FROM users WHERE id = $1", own.id))!;
  const latest = await sql.get<{ link: string; at_ms: number }>(
    "SELECT link, at_ms FROM links WHERE person = $1 ORDER BY seq DESC LIMIT 1",
    person,
  );
  if (!latest || !isUndoable(latest.at_ms, atMs)) return false;
  await sql.run(
    "UPDATE users SET person = was FROM links WHERE links.link = $1 AND users.id = links.user_id AND users.person = $2",
    latest.link,
    person,
  );
  await sql.run("DELETE FROM links WHERE link = $1", latest.link);
  const staying = new Set((await membersOf(sql, user)).map(({ id }) => id));
  await begunAnew(sql, [...staying]);
  await begunAnew(
    sql,
    all.map(({ id }) => id).filter((id) => !staying.has(id)),
  );
  return true;
}
