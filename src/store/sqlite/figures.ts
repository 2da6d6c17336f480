import type { Database } from "better-sqlite3";
import { type Count, type Counting, countedIn, type Day, dayOf } from "../figures.ts";
import { sessionOf } from "../session.ts";
import type { Change, Coverage, UnreadWord } from "../store.ts";
import { MOST_RUNS, MOST_UNREAD, UNREAD_FOR_DAYS } from "../unread.ts";

const DAY_MS = 86_400_000;

/** How it goes, in sums: counted with each turn, in its transaction, and told. */
export function figuresIn(database: Database) {
  const statements = prepare(database);
  const add = (counts: readonly Count[]): void => {
    for (const { day, platform, what, count } of counts) statements.add.run(day, platform, what, count);
  };

  return {
    add,
    /** @param said what an entry of the person said */
    count(user: number, change: Change, said: Parameters<typeof countedIn>[1]["said"]): Counting {
      const { atMs, heard } = change;
      const day = dayOf(atMs);
      const { last_day, session } = statements.counted.get(user) ?? { last_day: null, session: null };
      const counting = countedIn(change, {
        lastDay: last_day ?? undefined,
        session: sessionOf(session),
        said,
        turnOf: (suggestion) => statements.turnOf.get(suggestion)?.turn ?? undefined,
      });
      const { platform } = change.user;
      add(counting.counted.map(({ day: of, what, by }) => ({ day: of, platform, what, count: by })));
      statements.putCounted.run(day, JSON.stringify(counting.session), user);
      if (last_day !== day) statements.dropUnread.run(dayOf(atMs - UNREAD_FOR_DAYS * DAY_MS));
      for (const word of heard?.unread ?? []) statements.unread.run({ user, word, day, most: MOST_UNREAD });
      return counting;
    },
    between: (from: Day, to: Day): Count[] => statements.between.all(from, to),
    coverage: (from: Day): Coverage => statements.coverage.get({ from })!,
    unreadWords: (from: Day, people: number): UnreadWord[] => statements.unreadWords.all(from, people),
    keepRun(atMs: number, run: string): void {
      statements.addRun.run(atMs, run);
      statements.dropRuns.run(MOST_RUNS);
    },
    runs: (limit: number): string[] => statements.runs.all(limit).map(({ run }) => run),
    unreadBy: (user: number): string[] => statements.unreadBy.all(user).map(({ word }) => word),
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[] | object, Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  return {
    add: statement<[Day, string, string, number]>(
      `INSERT INTO figures (day, platform, what, count) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET count = count + excluded.count`,
    ),
    between: statement<[Day, Day], Count>(
      "SELECT day, platform, what, count FROM figures WHERE day BETWEEN ? AND ? ORDER BY day, platform, what",
    ),
    counted: statement<[number], { last_day: Day | null; session: string | null }>(
      "SELECT last_day, session FROM users WHERE id = ?",
    ),
    putCounted: statement<[Day, string, number]>("UPDATE users SET last_day = ?, session = ? WHERE id = ?"),
    turnOf: statement<[string], { turn: number | null }>("SELECT turn FROM suggestions WHERE id = ?"),
    coverage: statement<{ from: Day }, Coverage>(
      `WITH lately AS (SELECT count FROM suggested_movies WHERE last_day >= @from ORDER BY count DESC)
       SELECT (SELECT count(*) FROM lately) AS movies,
         (SELECT coalesce(sum(count), 0) FROM lately) AS suggestions,
         (SELECT coalesce(sum(count), 0) FROM (SELECT count FROM lately LIMIT 100)) AS ofTheFirstHundred`,
    ),
    unread: statement<{ user: number; word: string; day: Day; most: number }>(
      `INSERT INTO unread_words (user, word, day)
       SELECT @user, @word, @day WHERE (SELECT count(*) FROM unread_words WHERE user = @user) < @most
       ON CONFLICT DO UPDATE SET day = max(day, excluded.day)`,
    ),
    dropUnread: statement<[Day]>("DELETE FROM unread_words WHERE day < ?"),
    unreadWords: statement<[Day, number], UnreadWord>(
      `SELECT word, count(DISTINCT person) AS people FROM unread_words JOIN users ON users.id = user
       WHERE day >= ? GROUP BY word HAVING people >= ? ORDER BY people DESC, word`,
    ),
    addRun: statement<[number, string]>("INSERT INTO understanding_runs (at_ms, run) VALUES (?, ?)"),
    dropRuns: statement<[number]>(
      "DELETE FROM understanding_runs WHERE seq <= (SELECT max(seq) FROM understanding_runs) - ?",
    ),
    runs: statement<[number], { run: string }>(
      "SELECT run FROM understanding_runs ORDER BY seq DESC LIMIT ?",
    ),
    unreadBy: statement<[number], { word: string }>(
      "SELECT word FROM unread_words WHERE user = ? ORDER BY word",
    ),
  };
}
