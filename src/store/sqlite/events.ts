import type { Database } from "better-sqlite3";

/** What came in of whom. To be run within transactions. */
export function eventsIn(database: Database) {
  const statements = prepare(database);
  return {
    knows: (user: number, event: string): boolean => statements.event.get(user, event) !== undefined,
    add: (user: number, event: string, atMs: number) => statements.add.run(user, event, atMs),
    of: (users: readonly number[]) =>
      users.flatMap((user) => statements.events.all(user)).map(({ id, at_ms: atMs }) => ({ id, atMs })),
    /** When the first of them came in. */
    firstMs(users: readonly number[]): number | undefined {
      const first = users.flatMap((user) => statements.first.get(user)?.at_ms ?? []);
      return first.length > 0 ? Math.min(...first) : undefined;
    },
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[], Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  return {
    event: statement<[number, string]>("SELECT 1 FROM events WHERE user = ? AND id = ?"),
    events: statement<[number], { id: string; at_ms: number }>(
      "SELECT id, at_ms FROM events WHERE user = ? ORDER BY at_ms, id",
    ),
    first: statement<[number], { at_ms: number | null }>(
      "SELECT min(at_ms) AS at_ms FROM events WHERE user = ?",
    ),
    add: statement<[number, string, number]>("INSERT INTO events (user, id, at_ms) VALUES (?, ?, ?)"),
  };
}
