import type { Database } from "better-sqlite3";
import type { LastingEntry } from "../../conversation/lasting-log.ts";
import { type RefusalRow, refusalOf, refusalRowOf } from "../refusal-row.ts";

/** What people want none of, by the number of their row. To be run within transactions. */
export function refusalsIn(database: Database) {
  const add = database.prepare<[RefusalRow & { readonly user: number }]>(
    "INSERT INTO refusals (user, id, kind, at_ms, what) VALUES (@user, @id, @kind, @at_ms, @what)",
  );
  const of = database.prepare<[number], RefusalRow & { readonly seq: number }>(
    "SELECT seq, id, kind, at_ms, what FROM refusals WHERE user = ? ORDER BY seq",
  );
  return {
    add(user: number, entries: readonly LastingEntry[]): void {
      for (const entry of entries) add.run({ user, ...refusalRowOf(entry) });
    },
    of: (users: readonly number[]): LastingEntry[] =>
      users
        .flatMap((user) => of.all(user))
        .sort((a, b) => a.seq - b.seq)
        .map((row) => refusalOf(row, database.name)),
  };
}
