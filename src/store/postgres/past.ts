/**
 * What people said and were shown, by the number of their row: added to, and read back in parts. The users of a person are read
 * together, in the order in which all of it was kept.
 */
import type { MovieId } from "../../catalog/movie.ts";
import type { LogEntry, SaidEntry, Suggestion } from "../../conversation/person.ts";
import { type LogRow, logEntryOf, logRowOf } from "../log-row.ts";
import { type RefusalRow, refusalRowOf } from "../refusal-row.ts";
import type { Change, Remembered, Snapshot } from "../store.ts";
import type { Sql } from "./sql.ts";

/** By their numbers. */
export type Users = readonly number[];

const COLUMNS =
  "seq, log.id, kind, at_ms, log.movie, verdict, is_on, stars, points, source, suggestion, retracts";

/** What some users said of some movies, and what of it was taken back. */
const entriesOn = (movies: string): string =>
  `WITH wanted AS MATERIALIZED (${movies}),
     said AS MATERIALIZED (SELECT log.* FROM wanted JOIN log
       ON log.user_id = ANY($1::bigint[]) AND log.movie = wanted.movie AND log.kind <> 'retraction')
   SELECT ${COLUMNS} FROM said AS log UNION ALL
   SELECT ${COLUMNS.replaceAll(/\b(seq|kind|at_ms|verdict|is_on|stars|points|source|suggestion|retracts)\b/g, "log.$1")} FROM said JOIN log
     ON log.user_id = said.user_id AND log.retracts = said.id AND log.kind = 'retraction'
   ORDER BY seq`;
const ON_MOVIE = entriesOn("SELECT $2::text AS movie");
const SINCE = entriesOn(
  `SELECT movie FROM log WHERE user_id = ANY($1::bigint[]) AND seq > $2 AND kind <> 'retraction' UNION
   SELECT taken.movie FROM log JOIN log AS taken ON taken.user_id = log.user_id AND taken.id = log.retracts
   WHERE log.user_id = ANY($1::bigint[]) AND log.seq > $2 AND log.kind = 'retraction'`,
);
const ALL = `SELECT ${COLUMNS} FROM log WHERE user_id = ANY($1::bigint[]) ORDER BY seq`;
const LATEST = `SELECT latest.* FROM unnest($1::bigint[]) AS member CROSS JOIN LATERAL (
    SELECT ${COLUMNS} FROM log WHERE user_id = member AND kind <> 'retraction' AND NOT EXISTS (
      SELECT 1 FROM log AS taking WHERE taking.user_id = member AND taking.kind = 'retraction' AND taking.retracts = log.id
    ) ORDER BY seq DESC LIMIT $2
  ) AS latest ORDER BY seq DESC LIMIT $2`;
const SUGGESTIONS = `SELECT id, movie, at_ms AS "atMs" FROM suggestions
  WHERE user_id = ANY($1::bigint[]) AND seq > $2 ORDER BY seq`;
const latestSeq = (table: "log" | "suggestions"): string =>
  `(SELECT coalesce(max(latest.seq), 0) FROM unnest($2::bigint[]) AS member CROSS JOIN LATERAL
     (SELECT seq FROM ${table} WHERE user_id = member ORDER BY seq DESC LIMIT 1) AS latest)`;

/** @param file named where a row is damaged */
export function pastIn(file: string) {
  const entries = (rows: readonly LogRow[]): LogEntry[] => rows.map((row) => logEntryOf(row, file));
  const log = async (sql: Sql, users: Users) => entries(await sql.all<LogRow>(ALL, users));
  const suggestions = (sql: Sql, users: Users, since = 0) => sql.all<Suggestion>(SUGGESTIONS, users, since);

  return {
    log,
    suggestions,
    logOn: async (sql: Sql, users: Users, movie: MovieId) =>
      entries(await sql.all<LogRow>(ON_MOVIE, users, movie)),
    latestSaid: async (sql: Sql, users: Users, count: number) =>
      entries((await sql.all<LogRow>(LATEST, users, count)).reverse()) as SaidEntry[],
    /** @param version of the snapshots that can be gone on from */
    async recalled(
      sql: Sql,
      users: Users,
      version: string | undefined,
    ): Promise<Pick<Remembered, "snapshot" | "log" | "suggestions">> {
      const kept =
        version === undefined
          ? undefined
          : await sql.get<{ known: Uint8Array; log_seq: number; suggestions_seq: number }>(
              "SELECT known, log_seq, suggestions_seq FROM snapshots WHERE user_id = $1 AND version = $2",
              users[0],
              version,
            );
      const [said, made] = await Promise.all([
        kept ? sql.all<LogRow>(SINCE, users, kept.log_seq) : sql.all<LogRow>(ALL, users),
        suggestions(sql, users, kept?.suggestions_seq),
      ]);
      return { ...(kept && { snapshot: kept.known }), log: entries(said), suggestions: made };
    },
    /** What entries said that are to be taken back, and whose they are. */
    async saidBy(sql: Sql, users: Users, ids: readonly string[]) {
      if (ids.length === 0) return new Map<string, { readonly user: number; readonly entry: LogEntry }>();
      const rows = await sql.all<LogRow & { readonly user_id: number }>(
        `SELECT user_id, ${COLUMNS} FROM log WHERE user_id = ANY($1::bigint[]) AND id = ANY($2::text[]) ORDER BY user_id DESC`,
        users,
        ids,
      );
      return new Map(rows.map((row) => [row.id, { user: row.user_id, entry: logEntryOf(row, file) }]));
    },
  };
}

/** @param ownerOf whose entry it is that a retraction takes back */
export async function addEntries(
  sql: Sql,
  user: number,
  entries: readonly LogEntry[],
  ownerOf: (entry: string) => number | undefined,
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    user_id: (entry.kind === "retraction" ? ownerOf(entry.retracts) : undefined) ?? user,
    ...logRowOf(entry),
  }));
  await sql.run(
    `INSERT INTO log (user_id, id, kind, at_ms, movie, verdict, is_on, stars, points, source, suggestion, retracts)
     SELECT user_id, id, kind, at_ms, movie, verdict, is_on, stars, points, source, suggestion, retracts
     FROM ROWS FROM (json_to_recordset($1::json) AS (user_id bigint, id text, kind text, at_ms bigint, movie text, verdict text,
       is_on smallint, stars double precision, points text, source text, suggestion text, retracts text)) WITH ORDINALITY
     ORDER BY ordinality`,
    JSON.stringify(rows),
  );
}

/** @param turns the places of the suggestions in their session */
export async function addSuggestions(
  sql: Sql,
  user: number,
  { suggestions, embedding }: Change,
  turns: readonly number[],
): Promise<void> {
  if (suggestions.length === 0) return;
  await sql.run(
    `INSERT INTO suggestions (id, user_id, movie, at_ms, turn, model)
     SELECT id, $2::bigint, movie, at_ms, turn, $3::text
     FROM ROWS FROM (json_to_recordset($1::json) AS (id text, movie text, at_ms bigint, turn integer)) WITH ORDINALITY
     ORDER BY ordinality`,
    JSON.stringify(
      suggestions.map(({ id, movie, atMs: at_ms }, nth) => ({ id, movie, at_ms, turn: turns[nth] })),
    ),
    user,
    embedding.modelVersion,
  );
}

/** After what was said and made is added: of all of it. @param users the first keeps what is known of all */
export async function putSnapshot(sql: Sql, users: Users, { version, known }: Snapshot): Promise<void> {
  await sql.run(
    `INSERT INTO snapshots (user_id, version, known, log_seq, suggestions_seq)
     VALUES ($1, $3, $4, ${latestSeq("log")}, ${latestSeq("suggestions")})
     ON CONFLICT (user_id) DO UPDATE SET version = excluded.version, known = excluded.known,
       log_seq = excluded.log_seq, suggestions_seq = excluded.suggestions_seq`,
    users[0],
    users,
    version,
    Buffer.from(known),
  );
}

export async function addRefusals(
  sql: Sql,
  user: number,
  refusals: NonNullable<Change["refusals"]>,
): Promise<void> {
  for (const refusal of refusals) {
    const { id, kind, at_ms, what } = refusalRowOf(refusal);
    await sql.run(
      "INSERT INTO refusals (user_id, id, kind, at_ms, what) VALUES ($1, $2, $3, $4, $5)",
      user,
      id,
      kind,
      at_ms,
      what,
    );
  }
}

export const refusalRows = (sql: Sql, users: Users): Promise<RefusalRow[]> =>
  sql.all<RefusalRow>(
    "SELECT id, kind, at_ms, what FROM refusals WHERE user_id = ANY($1::bigint[]) ORDER BY seq",
    users,
  );
