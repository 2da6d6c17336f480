/** What is taken along from one store to another, table by table, each behind those that it refers to. */

export type ColumnType = "whole" | "text" | "real" | "bytes";

export interface Table {
  readonly name: string;
  /** By name, as both stores have them; SQLite calls "user_id" "user". */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** By which rows are told apart, and in whose order they are read. */
  readonly key: readonly string[];
  /** Rows are only ever added, with a higher number each: those that are there already need not be read again. */
  readonly isAppended?: true;
}

/** One row; null for what it has not. */
export type Row = Readonly<Record<string, number | string | Uint8Array | null>>;

const whole = "whole";
const text = "text";
const appended = { key: ["seq"], isAppended: true } as const;

/** Without what follows from the rest: which movies were suggested at all. */
export const TABLES: readonly Table[] = [
  {
    name: "users",
    columns: {
      id: whole,
      platform: text,
      platform_id: text,
      person: whole,
      revision: text,
      private: whole,
      teaches: whole,
      last_day: text,
      session: text,
    },
    key: ["id"],
  },
  { name: "events", columns: { user_id: whole, id: text, at_ms: whole }, key: ["user_id", "id"] },
  {
    name: "suggestions",
    columns: { seq: whole, id: text, user_id: whole, movie: text, at_ms: whole, turn: whole, model: text },
    ...appended,
  },
  {
    name: "log",
    columns: {
      seq: whole,
      user_id: whole,
      id: text,
      kind: text,
      at_ms: whole,
      movie: text,
      verdict: text,
      is_on: whole,
      stars: "real",
      points: text,
      source: text,
      suggestion: text,
      retracts: text,
    },
    ...appended,
  },
  {
    name: "refusals",
    columns: { seq: whole, user_id: whole, id: text, kind: text, at_ms: whole, what: text },
    ...appended,
  },
  {
    name: "embeddings",
    columns: { user_id: whole, model_version: text, embedding: "bytes" },
    key: ["user_id"],
  },
  {
    name: "snapshots",
    columns: { user_id: whole, version: text, log_seq: whole, suggestions_seq: whole, known: "bytes" },
    key: ["user_id"],
  },
  {
    name: "dialogues",
    columns: { user_id: whole, conversation: text, dialogue: text },
    key: ["user_id", "conversation"],
  },
  {
    name: "messages",
    columns: { seq: whole, id: text, suggestion: text, conversation: text, shared: whole },
    ...appended,
  },
  {
    name: "reactions",
    columns: { user_id: whole, message: text, gesture: text, at_ms: whole },
    key: ["user_id", "message", "gesture"],
  },
  {
    name: "outbox",
    columns: {
      seq: whole,
      id: text,
      user_id: whole,
      event: text,
      conversation: text,
      at_ms: whole,
      private: whole,
      what: text,
    },
    key: ["seq"],
  },
  { name: "private_places", columns: { platform: text, place: text }, key: ["platform", "place"] },
  {
    name: "link_codes",
    columns: { code: text, user_id: whole, at_ms: whole, used: whole },
    key: ["code"],
  },
  {
    name: "links",
    columns: { seq: whole, link: text, user_id: whole, was: whole, person: whole, at_ms: whole },
    key: ["seq"],
  },
  {
    name: "evenings",
    columns: {
      id: text,
      platform: text,
      conversation: text,
      opened_ms: whole,
      ends_ms: whole,
      message: text,
    },
    key: ["id"],
  },
  {
    name: "evening_log",
    columns: { seq: whole, evening: text, user_id: whole, event: text, at_ms: whole, what: text },
    ...appended,
  },
  {
    name: "figures",
    columns: { day: text, platform: text, what: text, count: whole },
    key: ["day", "platform", "what"],
  },
  {
    name: "unread_words",
    columns: { user_id: whole, word: text, day: text },
    key: ["user_id", "word"],
  },
  {
    name: "top_lists",
    columns: { user_id: whole, made_by: text, revision: text, made_ms: whole },
    key: ["user_id"],
  },
  {
    name: "recommended",
    columns: { user_id: whole, made_ms: whole, rank: whole, movie: text, reason: text, model: text },
    key: ["user_id", "made_ms", "rank"],
  },
  {
    name: "shared_pages",
    columns: { hash: "bytes", user_id: whole, id: text, what: text, at_ms: whole },
    key: ["hash"],
  },
  { name: "understanding_runs", columns: { seq: whole, at_ms: whole, run: text }, key: ["seq"] },
  { name: "model_answers", columns: { key: text, answer: text, at_ms: whole }, key: ["key"] },
  { name: "tmdb_films", columns: { key: text, film: text, at_ms: whole }, key: ["key"] },
  {
    name: "installations",
    columns: { platform: text, id: text, sealed: "bytes", at_ms: whole },
    key: ["platform", "id"],
  },
  {
    name: "api_keys",
    columns: {
      id: text,
      name: text,
      hash: "bytes",
      scopes: text,
      per_minute: whole,
      made_ms: whole,
      expires_ms: whole,
    },
    key: ["id"],
  },
];
