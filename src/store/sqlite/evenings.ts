import type { Database } from "better-sqlite3";
import { type EveningLogRow, happenedOf, memberOf } from "../evening-row.ts";
import { type EveningChange, type KeptEvening, userOf } from "../evenings.ts";
import type { CommitOutcome, UserKey } from "../keys.ts";

interface EveningRow {
  readonly id: string;
  readonly conversation: string;
  readonly message: string | null;
}

/** To be run within transactions. @param userId finds a user, or makes one */
export function eveningsIn(database: Database, userId: (user: UserKey) => number) {
  const statements = prepare(database);

  const load = (id: string): KeptEvening | undefined => {
    const evening = statements.evening.get(id);
    if (!evening) return undefined;
    const rows = statements.log.all(id);
    const people = new Map(rows.flatMap((row) => (row.platform === null ? [] : [[memberOf(row), row]])));
    return {
      id,
      conversation: evening.conversation,
      revision: rows.at(-1)?.seq ?? 0,
      happened: rows.flatMap(happenedOf),
      people: [...people.keys()].map(userOf),
      ...(evening.message !== null && { message: evening.message }),
    };
  };

  return {
    load,
    latestIn: (conversation: string): string | undefined => statements.latestIn.get(conversation)?.id,
    due: (platform: string) =>
      statements.due.all(platform).map(({ id, ends_ms: endsMs }) => ({ id, endsMs })),
    posted: (id: string, message: string) => statements.putMessage.run(message, id),

    commit(change: EveningChange): CommitOutcome {
      const { evening, conversation, user, event, atMs, endsMs } = change;
      if (statements.known.get(evening, event)) return "duplicate";
      if ((statements.revision.get(evening)?.seq ?? 0) !== change.revision) return "conflict";
      const [platform = ""] = conversation.split(":");
      statements.addEvening.run(evening, platform, conversation, atMs);
      if (user) userId(user);
      for (const { member, atMs: at_ms, event: what } of change.happened) {
        const of = member === undefined ? null : userId(userOf(member));
        statements.add.run(evening, of, event, at_ms, JSON.stringify(what));
      }
      statements.putEnd.run(endsMs ?? null, evening);
      return "committed";
    },

    shared(users: readonly number[], limit: number): KeptEvening[] {
      const all = JSON.stringify(users);
      return statements.shared
        .all(all, limit)
        .reverse()
        .flatMap(({ evening }) => load(evening) ?? []);
    },

    of(users: readonly number[]) {
      const rows = users.flatMap((user) => statements.logOf.all(user));
      return [...new Set(rows.map(({ evening }) => evening))].map((evening) => ({
        evening,
        happened: rows.filter((row) => row.evening === evening).flatMap(happenedOf),
      }));
    },
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[], Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  const log = `SELECT seq, evening, at_ms, what, platform, platform_id
    FROM evening_log LEFT JOIN users ON users.id = evening_log.user`;
  return {
    evening: statement<[string], EveningRow>("SELECT id, conversation, message FROM evenings WHERE id = ?"),
    log: statement<[string], EveningLogRow>(`${log} WHERE evening = ? ORDER BY seq`),
    logOf: statement<[number], EveningLogRow>(`${log} WHERE user = ? ORDER BY seq`),
    latestIn: statement<[string], { id: string }>(
      "SELECT id FROM evenings WHERE conversation = ? ORDER BY opened_ms DESC, id DESC LIMIT 1",
    ),
    due: statement<[string], { id: string; ends_ms: number }>(
      "SELECT id, ends_ms FROM evenings WHERE platform = ? AND ends_ms IS NOT NULL ORDER BY ends_ms, id",
    ),
    known: statement<[string, string]>("SELECT 1 FROM evening_log WHERE evening = ? AND event = ?"),
    revision: statement<[string], { seq: number | null }>(
      "SELECT max(seq) AS seq FROM evening_log WHERE evening = ?",
    ),
    addEvening: statement<[string, string, string, number]>(
      "INSERT INTO evenings (id, platform, conversation, opened_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    add: statement<[string, number | null, string, number, string]>(
      "INSERT INTO evening_log (evening, user, event, at_ms, what) VALUES (?, ?, ?, ?, ?)",
    ),
    putEnd: statement<[number | null, string]>("UPDATE evenings SET ends_ms = ? WHERE id = ?"),
    putMessage: statement<[string, string]>("UPDATE evenings SET message = ? WHERE id = ?"),
    shared: statement<[string, number], { evening: string }>(
      `SELECT evening FROM evening_log JOIN evenings ON evenings.id = evening
       WHERE user IN (SELECT value FROM json_each(?))
       GROUP BY evening HAVING count(DISTINCT user) >= 2 ORDER BY opened_ms DESC, evening DESC LIMIT ?`,
    ),
  };
}
