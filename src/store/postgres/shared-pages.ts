import type { Shareable } from "../../intent/acts.ts";
import type { UserKey } from "../keys.ts";
import type { SharedPage } from "../shared-pages.ts";
import type { Sql } from "./sql.ts";

/** The same again changes nothing. */
export async function addSharedPage(
  sql: Sql,
  { platform, id: platformId }: UserKey,
  { id, what, atMs }: SharedPage,
  hash: Buffer,
): Promise<void> {
  await sql.run(
    `INSERT INTO shared_pages (hash, id, what, at_ms, user_id)
     SELECT $1, $2, $3, $4, id FROM users WHERE platform = $5 AND platform_id = $6 FOR KEY SHARE
     ON CONFLICT (hash) DO NOTHING`,
    hash,
    id,
    what,
    atMs,
    platform,
    platformId,
  );
}

export async function sharedPage(sql: Sql, hash: Buffer) {
  const row = await sql.get<{ platform: string; platform_id: string; what: Shareable }>(
    "SELECT platform, platform_id, what FROM shared_pages JOIN users ON users.id = user_id WHERE hash = $1",
    hash,
  );
  return row && { user: { platform: row.platform, id: row.platform_id }, what: row.what };
}

export const sharedPagesOf = (sql: Sql, users: readonly number[]): Promise<SharedPage[]> =>
  sql.all<SharedPage>(
    `SELECT id, what, at_ms AS "atMs" FROM shared_pages WHERE user_id = ANY($1::bigint[]) ORDER BY at_ms, id`,
    users,
  );

export async function withdrawPages(
  sql: Sql,
  users: readonly number[],
  ids: readonly string[],
): Promise<void> {
  await sql.run(
    "DELETE FROM shared_pages WHERE user_id = ANY($1::bigint[]) AND id = ANY($2::text[])",
    users,
    ids,
  );
}
