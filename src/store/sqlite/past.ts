import type { Database } from "better-sqlite3";
import type { MovieId } from "../../catalog/movie.ts";
import type { LogEntry, SaidEntry, Suggestion } from "../../conversation/person.ts";
import { type LogRow, logEntryOf, logRowOf } from "../log-row.ts";
import type { Change, Remembered, UserKey } from "../store.ts";

interface SnapshotRow {
  readonly known: Buffer;
  readonly log_seq: number;
  readonly suggestions_seq: number;
}

interface SuggestionRow {
  readonly seq: number;
  readonly id: string;
  readonly movie: string;
  readonly at_ms: number;
}

/**
 * What people said and were shown, by the number of their row: added to, and read back in parts, for a turn needs little
 * of a long past. A person is one user or several, whose pasts are read together, in the order in which all of it was
 * kept. What is said and what takes it back stay with one user.
 */
export function pastIn(database: Database) {
  const statements = prepare(database);

  const entries = (rows: readonly LogRow[]): LogEntry[] => rows.map((row) => logEntryOf(row, database.name));
  const made = (rows: readonly SuggestionRow[]): Suggestion[] =>
    rows.map(({ id, movie, at_ms: atMs }) => ({ id, movie, atMs }));

  const log = (users: Users): LogEntry[] => entries(together(users, (user) => statements.log.all(user)));
  const suggestions = (users: Users, since = 0): Suggestion[] =>
    made(together(users, (user) => statements.suggestions.all(user, since)));
  const rowsOn = (users: Users, movie: MovieId): LogRow[] =>
    together(users, (user) => statements.logOn.all({ user, movie }));
  /** Of several users each may have said something before of a movie that another has spoken of since. */
  const logSince = (users: Users, since: number): LogEntry[] => {
    const [only, ...others] = users;
    if (only !== undefined && others.length === 0)
      return entries(statements.logSince.all({ user: only, since }));
    const movies = users.flatMap((user) => statements.moviesSince.all({ user, since }));
    const spokenOf = [...new Set(movies.map(({ movie }) => movie))];
    return entries(spokenOf.flatMap((movie) => rowsOn(users, movie)).sort(inOrder));
  };
  const latestSeq = (users: Users, of: "latestLogSeq" | "latestSuggestionSeq"): number =>
    Math.max(0, ...users.map((user) => statements[of].get(user)?.seq ?? 0));

  return {
    log,
    suggestions,
    /**
     * @param users all that are one person with the user, themselves included; the first keeps what is known of all
     * @param turns the places of the suggestions in their session
     */
    add(
      user: number,
      users: Users,
      { entries, suggestions, snapshot, embedding }: Change,
      turns: readonly number[],
    ): void {
      for (const entry of entries) {
        const owner = entry.kind === "retraction" ? ownerOf(users, entry.retracts) : undefined;
        statements.addEntry.run({ user: owner ?? user, ...logRowOf(entry) });
      }
      for (const [nth, { id, movie, atMs }] of suggestions.entries())
        statements.addSuggestion.run(id, user, movie, atMs, turns[nth]!, embedding.modelVersion);
      if (snapshot)
        statements.putSnapshot.run({
          user: users[0]!,
          ...snapshot,
          logSeq: latestSeq(users, "latestLogSeq"),
          suggestionsSeq: latestSeq(users, "latestSuggestionSeq"),
        });
    },
    /** @param version of the snapshots that can be gone on from */
    recalled(
      users: Users,
      version: string | undefined,
    ): Pick<Remembered, "snapshot" | "log" | "suggestions"> {
      const kept = version === undefined ? undefined : statements.snapshot.get(users[0]!, version);
      if (!kept) return { log: log(users), suggestions: suggestions(users) };
      return {
        snapshot: kept.known,
        log: logSince(users, kept.log_seq),
        suggestions: suggestions(users, kept.suggestions_seq),
      };
    },
    /** What an entry said that is to be taken back. */
    said(users: Users, id: string): SaidEntry | undefined {
      const row = users.map((user) => statements.entry.get(user, id)).find(Boolean);
      const entry = row && logEntryOf(row, database.name);
      return entry?.kind === "retraction" ? undefined : entry;
    },
    logOn: (users: Users, movie: MovieId): LogEntry[] => entries(rowsOn(users, movie)),
    suggestionTo(users: Users, id: string): Suggestion | undefined {
      const row = users.map((user) => statements.suggestionTo.get(id, user)).find(Boolean);
      return row && made([row])[0];
    },
    /** With whom it was made to. */
    suggestion(id: string): { suggestion: Suggestion; user: UserKey } | undefined {
      const row = statements.suggestion.get(id);
      return row && { suggestion: made([row])[0]!, user: { platform: row.platform, id: row.platform_id } };
    },
    latestSaid: (users: Users, count: number): SaidEntry[] =>
      entries(together(users, (user) => statements.latest.all(user, count)).slice(-count)) as SaidEntry[],
  };

  function ownerOf(users: Users, entry: string): number | undefined {
    return users.length === 1 ? undefined : users.find((user) => statements.entry.get(user, entry));
  }
}

/** By their numbers. */
type Users = readonly number[];

const inOrder = (a: { readonly seq?: number }, b: { readonly seq?: number }): number => a.seq! - b.seq!;

const together = <Row extends { readonly seq?: number }>(
  users: Users,
  rowsOf: (user: number) => readonly Row[],
): Row[] => users.flatMap(rowsOf).sort(inOrder);

function prepare(database: Database) {
  const statement = <Parameters extends unknown[] | object, Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  /**
   * What was said of some movies and what of it was taken back. The order of the joins and their indexes are given, for
   * what SQLite chooses by itself walks through all that the person ever said.
   */
  const entriesOn = (movies: string) =>
    `WITH wanted (movie) AS MATERIALIZED (${movies}),
       said AS MATERIALIZED (SELECT log.* FROM wanted CROSS JOIN log INDEXED BY said_of_movie
         ON log.user = @user AND log.movie = wanted.movie AND log.kind <> 'retraction')
     SELECT * FROM said UNION ALL
     SELECT log.* FROM said CROSS JOIN log INDEXED BY retraction_of_entry
       ON log.user = @user AND log.retracts = said.id AND log.kind = 'retraction'
     ORDER BY seq`;
  const touchedSince = `SELECT movie FROM log INDEXED BY log_of_user WHERE user = @user AND seq > @since AND kind <> 'retraction' UNION
     SELECT taken.movie FROM log INDEXED BY log_of_user CROSS JOIN log AS taken
     ON taken.user = @user AND taken.id = log.retracts WHERE log.user = @user AND log.seq > @since`;
  return {
    log: statement<[number], LogRow>("SELECT * FROM log WHERE user = ? ORDER BY seq"),
    logOn: statement<{ user: number; movie: MovieId }, LogRow>(entriesOn("VALUES (@movie)")),
    logSince: statement<{ user: number; since: number }, LogRow>(entriesOn(touchedSince)),
    moviesSince: statement<{ user: number; since: number }, { movie: MovieId }>(touchedSince),
    entry: statement<[number, string], LogRow>("SELECT * FROM log WHERE user = ? AND id = ?"),
    latestLogSeq: statement<[number], { seq: number }>(
      "SELECT seq FROM log WHERE user = ? ORDER BY seq DESC LIMIT 1",
    ),
    latestSuggestionSeq: statement<[number], { seq: number }>(
      "SELECT seq FROM suggestions WHERE user = ? ORDER BY seq DESC LIMIT 1",
    ),
    latest: statement<[number, number], LogRow>(
      `SELECT * FROM log INDEXED BY log_of_user WHERE user = ? AND kind <> 'retraction' AND NOT EXISTS (
         SELECT 1 FROM log AS taking WHERE taking.user = log.user AND taking.kind = 'retraction' AND taking.retracts = log.id
       ) ORDER BY seq DESC LIMIT ?`,
    ),
    addEntry: statement<LogRow & { user: number }>(
      `INSERT INTO log (user, id, kind, at_ms, movie, verdict, is_on, stars, points, source, suggestion, retracts)
       VALUES (@user, @id, @kind, @at_ms, @movie, @verdict, @is_on, @stars, @points, @source, @suggestion, @retracts)`,
    ),
    suggestions: statement<[number, number], SuggestionRow>(
      "SELECT seq, id, movie, at_ms FROM suggestions WHERE user = ? AND seq > ? ORDER BY seq",
    ),
    suggestionTo: statement<[string, number], SuggestionRow>(
      "SELECT seq, id, movie, at_ms FROM suggestions WHERE id = ? AND user = ?",
    ),
    suggestion: statement<
      [string],
      SuggestionRow & { readonly platform: string; readonly platform_id: string }
    >(
      `SELECT suggestions.seq, suggestions.id, movie, at_ms, platform, platform_id
       FROM suggestions JOIN users ON users.id = suggestions.user WHERE suggestions.id = ?`,
    ),
    addSuggestion: statement<[string, number, string, number, number, string]>(
      "INSERT INTO suggestions (id, user, movie, at_ms, turn, model) VALUES (?, ?, ?, ?, ?, ?)",
    ),
    snapshot: statement<[number, string], SnapshotRow>(
      "SELECT known, log_seq, suggestions_seq FROM snapshots WHERE user = ? AND version = ?",
    ),
    putSnapshot: statement<{
      user: number;
      version: string;
      known: Uint8Array;
      logSeq: number;
      suggestionsSeq: number;
    }>(
      `INSERT OR REPLACE INTO snapshots (user, version, log_seq, suggestions_seq, known)
       VALUES (@user, @version, @logSeq, @suggestionsSeq, @known)`,
    ),
  };
}
