/** Who is known, and which users are one person. */
import type { CommitOutcome, UserKey } from "../keys.ts";
import type { Sql } from "./sql.ts";

/** Whom nobody is. */
export const NOBODY = -1;

export interface UserRow {
  readonly id: number;
  readonly platform: string;
  readonly platform_id: string;
  readonly revision: string | null;
  readonly last_day: string | null;
  readonly session: string | null;
}

const MEMBERS = `SELECT id, platform, platform_id, revision, last_day, session FROM users
  WHERE person = (SELECT person FROM users WHERE platform = $1 AND platform_id = $2) ORDER BY id`;

/** All users who are one person with this one, themselves included; none where the user is not known. The first is the same for each. */
export const membersOf = (sql: Sql, { platform, id }: UserKey): Promise<UserRow[]> =>
  sql.all<UserRow>(MEMBERS, platform, id);

/**
 * The same, and nobody else changes anything of them until the transaction ends. Where the person was linked or forgotten while
 * this waited, the user may not be among them.
 */
export const lockedMembersOf = (sql: Sql, { platform, id }: UserKey): Promise<UserRow[]> =>
  sql.all<UserRow>(`${MEMBERS} FOR UPDATE`, platform, id);

/** Somebody else linked or forgot one of them meanwhile: the transaction is to be run again. */
export class Changed extends Error {
  override name = "Changed";
  /** Of a serialisation failure. */
  readonly code = "40001";
}

/** As they are now, for good until the transaction ends. */
export async function settledMembersOf(sql: Sql, user: UserKey): Promise<UserRow[]> {
  const locked = await lockedMembersOf(sql, user);
  const now = await membersOf(sql, user);
  if (now.length !== locked.length || now.some(({ id }, nth) => id !== locked[nth]!.id)) throw new Changed();
  return locked;
}

export const isUser =
  ({ platform, id }: UserKey) =>
  (row: UserRow): boolean =>
    row.platform === platform && row.platform_id === id;

export async function userId(sql: Sql, { platform, id }: UserKey): Promise<number | undefined> {
  const row = await sql.get<{ id: number }>(
    "SELECT id FROM users WHERE platform = $1 AND platform_id = $2",
    platform,
    id,
  );
  return row?.id;
}

/** Undefined where there is one already. */
export async function addUser(sql: Sql, { platform, id }: UserKey): Promise<UserRow | undefined> {
  return sql.get<UserRow>(
    `WITH made AS (SELECT nextval(pg_get_serial_sequence('users', 'id')) AS id)
     INSERT INTO users (id, person, platform, platform_id) SELECT id, id, $1, $2 FROM made
     ON CONFLICT (platform, platform_id) DO NOTHING
     RETURNING id, platform, platform_id, revision, last_day, session`,
    platform,
    id,
  );
}

/** Finds a user, or makes one. */
export async function someUserId(sql: Sql, user: UserKey): Promise<number> {
  return (await userId(sql, user)) ?? (await addUser(sql, user))?.id ?? (await userId(sql, user))!;
}

/** Of somebody whom another process has just made known. */
export async function outcomeOfAnother(sql: Sql, user: UserKey, event: string): Promise<CommitOutcome> {
  const id = (await userId(sql, user)) ?? NOBODY;
  const known = await sql.get("SELECT 1 FROM events WHERE user_id = $1 AND id = $2", id, event);
  return known ? "duplicate" : "conflict";
}
