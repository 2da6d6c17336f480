import type { Database } from "better-sqlite3";
import type { RefusalRow } from "./refusal-row.ts";
import type { MessageRow, ReactionRow, ShowingRow } from "./rows.ts";
import type { Revision } from "./store.ts";

/** The part of better-sqlite3's statements used here. */
export interface Prepared<Parameters extends unknown[], Row> {
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): Row[];
  run(...parameters: Parameters): { readonly changes: number };
}

/** Every statement once: [parameters], row. */
export function prepareStatements(database: Database) {
  const statement = <Parameters extends unknown[], Row = unknown>(sql: string): Prepared<Parameters, Row> =>
    database.prepare<unknown[], Row>(sql);
  const posted = "SELECT messages.id AS message, suggestion, conversation, shared FROM messages";
  return {
    user: statement<[string, string], { id: number; revision: Revision; private: number }>(
      "SELECT id, revision, private FROM users WHERE platform = ? AND platform_id = ?",
    ),
    addUser: statement<[string, string], { id: number }>(
      "INSERT INTO users (platform, platform_id) VALUES (?, ?) RETURNING id",
    ),
    putRevision: statement<[string, number]>("UPDATE users SET revision = ? WHERE id = ?"),
    putPrivate: statement<[number, number]>("UPDATE users SET private = ? WHERE id = ?"),
    putTeaches: statement<[number, number]>("UPDATE users SET teaches = ? WHERE id = ?"),
    teaches: statement<[number], { teaches: number | null }>("SELECT teaches FROM users WHERE id = ?"),
    privatePlace: statement<[string, string]>(
      "SELECT 1 FROM private_places WHERE platform = ? AND place = ?",
    ),
    addPrivatePlace: statement<[string, string]>(
      "INSERT INTO private_places (platform, place) VALUES (?, ?) ON CONFLICT DO NOTHING",
    ),
    removePrivatePlace: statement<[string, string]>(
      "DELETE FROM private_places WHERE platform = ? AND place = ?",
    ),
    removePerson: statement<[string, string]>(
      "DELETE FROM users WHERE person = (SELECT person FROM users WHERE platform = ? AND platform_id = ?)",
    ),
    userKey: statement<[number], { platform: string; platform_id: string }>(
      "SELECT platform, platform_id FROM users WHERE id = ?",
    ),
    removeModelAnswers: statement<[]>("DELETE FROM model_answers"),
    removeTmdbFilms: statement<[]>("DELETE FROM tmdb_films"),
    addCleaning: statement<[]>("INSERT INTO cleanings VALUES (hex(randomblob(16)))"),
    event: statement<[number, string]>("SELECT 1 FROM events WHERE user = ? AND id = ?"),
    events: statement<[number], { id: string; at_ms: number }>(
      "SELECT id, at_ms FROM events WHERE user = ? ORDER BY at_ms, id",
    ),
    firstEvent: statement<[number], { at_ms: number | null }>(
      "SELECT min(at_ms) AS at_ms FROM events WHERE user = ?",
    ),
    addEvent: statement<[number, string, number]>("INSERT INTO events (user, id, at_ms) VALUES (?, ?, ?)"),
    suggestion: statement<
      [string],
      { id: string; movie: string; at_ms: number; platform: string; platform_id: string }
    >(
      `SELECT suggestions.id, movie, at_ms, platform, platform_id
       FROM suggestions JOIN users ON users.id = suggestions.user WHERE suggestions.id = ?`,
    ),
    suggestionTo: statement<[string, number], { id: string; movie: string; at_ms: number }>(
      "SELECT id, movie, at_ms FROM suggestions WHERE id = ? AND user = ?",
    ),
    embedding: statement<[number], { model_version: string; embedding: Buffer }>(
      "SELECT model_version, embedding FROM embeddings WHERE user = ?",
    ),
    putEmbedding: statement<[number, string, Buffer]>(
      "INSERT OR REPLACE INTO embeddings (user, model_version, embedding) VALUES (?, ?, ?)",
    ),
    refusals: statement<[number], RefusalRow & { readonly seq: number }>(
      "SELECT seq, id, kind, at_ms, what FROM refusals WHERE user = ? ORDER BY seq",
    ),
    addRefusal: statement<[RefusalRow & { readonly user: number }]>(
      "INSERT INTO refusals (user, id, kind, at_ms, what) VALUES (@user, @id, @kind, @at_ms, @what)",
    ),
    dialogue: statement<[number, string], { dialogue: string }>(
      "SELECT dialogue FROM dialogues WHERE user = ? AND conversation = ?",
    ),
    dialogues: statement<[number], { conversation: string; dialogue: string }>(
      "SELECT conversation, dialogue FROM dialogues WHERE user = ? ORDER BY conversation",
    ),
    putDialogue: statement<[number, string, string]>(
      "INSERT OR REPLACE INTO dialogues (user, conversation, dialogue) VALUES (?, ?, ?)",
    ),
    addMessage: statement<[MessageRow]>(
      `INSERT INTO messages (id, suggestion, conversation, shared)
       SELECT @message, id, @conversation, @shared FROM suggestions WHERE id = @suggestion
       ON CONFLICT DO NOTHING`,
    ),
    postedSince: statement<[string, number, number], MessageRow & { platform_id: string; at_ms: number }>(
      `SELECT messages.id AS message, suggestion, conversation, shared, platform_id, at_ms FROM messages
       JOIN suggestions ON suggestions.id = suggestion JOIN users ON users.id = user
       WHERE platform = ? AND at_ms >= ? ORDER BY messages.seq DESC LIMIT ?`,
    ),
    addShowing: statement<[ShowingRow]>(
      `INSERT INTO outbox (id, user, event, conversation, at_ms, private, what)
       VALUES (@id, @user, @event, @conversation, @at_ms, @private, @what)`,
    ),
    removeShowing: statement<[string]>("DELETE FROM outbox WHERE id = ?"),
    showings: statement<[number], ShowingRow>("SELECT * FROM outbox WHERE user = ? ORDER BY seq"),
    waitedFor: statement<[string, number | null], { platform_id: string }>(
      `SELECT platform_id FROM users WHERE platform = ?
         AND id IN (SELECT user FROM outbox WHERE at_ms <= coalesce(?, at_ms))`,
    ),
    addReaction: statement<[number, string, string, number]>(
      "INSERT INTO reactions (user, message, gesture, at_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    removeReaction: statement<[number, string, string]>(
      "DELETE FROM reactions WHERE user = ? AND message = ? AND gesture = ?",
    ),
    reactions: statement<[string], ReactionRow & { platform: string; platform_id: string }>(
      `SELECT message, gesture, at_ms, platform, platform_id FROM reactions
       JOIN users ON users.id = user WHERE message = ? ORDER BY at_ms`,
    ),
    reactionsOf: statement<[number], ReactionRow>(
      "SELECT message, gesture, at_ms FROM reactions WHERE user = ? ORDER BY at_ms, message, gesture",
    ),
    message: statement<[string], MessageRow>(`${posted} WHERE messages.id = ?`),
    messages: statement<[string], MessageRow>(`${posted} WHERE suggestion = ? ORDER BY seq`),
    messagesTo: statement<[number], MessageRow>(
      `${posted} JOIN suggestions ON suggestions.id = suggestion WHERE user = ? ORDER BY messages.seq`,
    ),
  };
}
