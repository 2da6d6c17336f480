import type { Database } from "better-sqlite3";
import type { MovieId } from "../catalog/movie.ts";
import type { FeedbackEntry, LogEntry, Suggestion } from "../conversation/person.ts";
import { type LogRow, logEntryOf, logRowOf } from "./log-row.ts";
import type { Change, Remembered } from "./store.ts";

interface SnapshotRow {
  readonly known: Buffer;
  readonly log_seq: number;
  readonly suggestions_seq: number;
}

interface SuggestionRow {
  readonly id: string;
  readonly movie: string;
  readonly at_ms: number;
}

/**
 * What people said and were shown, by the number of their row: added to, and read back in parts, for a turn needs little
 * of a long past.
 */
export function pastIn(database: Database) {
  const statements = prepare(database);

  const entries = (rows: readonly LogRow[]): LogEntry[] => rows.map((row) => logEntryOf(row, database.name));
  const made = (rows: readonly SuggestionRow[]): Suggestion[] =>
    rows.map(({ id, movie, at_ms: atMs }) => ({ id, movie, atMs }));

  const log = (user: number): LogEntry[] => entries(statements.log.all(user));
  const suggestions = (user: number): Suggestion[] => made(statements.suggestions.all(user, 0));

  return {
    log,
    suggestions,
    add(user: number, { entries, suggestions, snapshot }: Change): void {
      for (const entry of entries) statements.addEntry.run({ user, ...logRowOf(entry) });
      for (const { id, movie, atMs } of suggestions) statements.addSuggestion.run(id, user, movie, atMs);
      if (snapshot) statements.putSnapshot.run({ user, ...snapshot });
    },
    /** @param version of the snapshots that can be gone on from */
    recalled(
      user: number,
      version: string | undefined,
    ): Pick<Remembered, "snapshot" | "log" | "suggestions"> {
      const kept = version === undefined ? undefined : statements.snapshot.get(user, version);
      if (!kept) return { log: log(user), suggestions: suggestions(user) };
      return {
        snapshot: kept.known,
        log: entries(statements.logSince.all({ user, since: kept.log_seq })),
        suggestions: made(statements.suggestions.all(user, kept.suggestions_seq)),
      };
    },
    logOn: (user: number, movie: MovieId): LogEntry[] => entries(statements.logOn.all({ user, movie })),
    latestFeedback: (user: number, count: number): FeedbackEntry[] =>
      entries(statements.latest.all(user, count).reverse()) as FeedbackEntry[],
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[] | object, Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  /**
   * What was said of some movies and what of it was taken back. The order of the joins and their indexes are given, for
   * what SQLite chooses by itself walks through all that the person ever said.
   */
  const entriesOn = (movies: string) =>
    `WITH wanted (movie) AS MATERIALIZED (${movies}),
       said AS MATERIALIZED (SELECT log.* FROM wanted CROSS JOIN log INDEXED BY feedback_on_movie
         ON log.user = @user AND log.movie = wanted.movie AND log.kind = 'feedback')
     SELECT * FROM said UNION ALL
     SELECT log.* FROM said CROSS JOIN log INDEXED BY retraction_of_entry
       ON log.user = @user AND log.retracts = said.id AND log.kind = 'retraction'
     ORDER BY seq`;
  return {
    log: statement<[number], LogRow>("SELECT * FROM log WHERE user = ? ORDER BY seq"),
    logOn: statement<{ user: number; movie: MovieId }, LogRow>(entriesOn("VALUES (@movie)")),
    logSince: statement<{ user: number; since: number }, LogRow>(
      entriesOn(
        `SELECT movie FROM log INDEXED BY log_of_user WHERE user = @user AND seq > @since AND kind = 'feedback' UNION
         SELECT taken.movie FROM log INDEXED BY log_of_user CROSS JOIN log AS taken
         ON taken.user = @user AND taken.id = log.retracts WHERE log.user = @user AND log.seq > @since`,
      ),
    ),
    latest: statement<[number, number], LogRow>(
      `SELECT * FROM log INDEXED BY log_of_user WHERE user = ? AND kind = 'feedback' AND NOT EXISTS (
         SELECT 1 FROM log AS taking WHERE taking.user = log.user AND taking.kind = 'retraction' AND taking.retracts = log.id
       ) ORDER BY seq DESC LIMIT ?`,
    ),
    addEntry: statement<LogRow & { user: number }>(
      `INSERT INTO log (user, id, kind, at_ms, movie, verdict, source, suggestion, retracts)
       VALUES (@user, @id, @kind, @at_ms, @movie, @verdict, @source, @suggestion, @retracts)`,
    ),
    suggestions: statement<[number, number], SuggestionRow>(
      "SELECT id, movie, at_ms FROM suggestions WHERE user = ? AND seq > ? ORDER BY seq",
    ),
    addSuggestion: statement<[string, number, string, number]>(
      "INSERT INTO suggestions (id, user, movie, at_ms) VALUES (?, ?, ?, ?)",
    ),
    snapshot: statement<[number, string], SnapshotRow>(
      "SELECT known, log_seq, suggestions_seq FROM snapshots WHERE user = ? AND version = ?",
    ),
    putSnapshot: statement<{ user: number; version: string; known: Uint8Array }>(
      `INSERT OR REPLACE INTO snapshots (user, version, log_seq, suggestions_seq, known) VALUES (
         @user, @version,
         (SELECT coalesce(max(seq), 0) FROM log WHERE user = @user),
         (SELECT coalesce(max(seq), 0) FROM suggestions WHERE user = @user),
         @known)`,
    ),
  };
}
