import type { Database } from "better-sqlite3";
import type { Shareable } from "../../intent/acts.ts";
import type { SharedPage } from "../shared-pages.ts";

/** To be run within transactions. */
export function sharedPagesIn(database: Database) {
  const statement = <Parameters extends unknown[], Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  const add = statement<[Buffer, string, string, number, number]>(
    "INSERT INTO shared_pages (hash, id, what, at_ms, user) SELECT ?, ?, ?, ?, id FROM users WHERE id = ?",
  );
  const find = statement<[Buffer], { platform: string; platform_id: string; what: Shareable }>(
    "SELECT platform, platform_id, what FROM shared_pages JOIN users ON users.id = user WHERE hash = ?",
  );
  const of = statement<[number], SharedPage>(
    "SELECT id, what, at_ms AS atMs FROM shared_pages WHERE user = ?",
  );
  const withdraw = statement<[number, string]>("DELETE FROM shared_pages WHERE user = ? AND id = ?");
  return {
    add(user: number, { id, what, atMs }: SharedPage, hash: Buffer): void {
      add.run(hash, id, what, atMs, user);
    },
    find(hash: Buffer) {
      const row = find.get(hash);
      return row && { user: { platform: row.platform, id: row.platform_id }, what: row.what };
    },
    of: (users: readonly number[]): SharedPage[] =>
      users.flatMap((user) => of.all(user)).sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1)),
    withdraw(users: readonly number[], ids: readonly string[]): void {
      for (const user of users) for (const id of ids) withdraw.run(user, id);
    },
  };
}
