import { z } from "zod";
import { type LogEntry, SOURCES } from "../conversation/person.ts";
import { VERDICTS } from "../recommender/feedback.ts";
import { StoreError } from "./store-error.ts";

/** A row of the table `log`. */
export interface LogRow {
  /** Counts on over all users. */
  readonly seq?: number;
  readonly id: string;
  readonly kind: "feedback" | "retraction";
  readonly at_ms: number;
  readonly movie: string | null;
  readonly verdict: string | null;
  readonly source: string | null;
  readonly suggestion: string | null;
  readonly retracts: string | null;
}

const rowSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("feedback"),
    id: z.string(),
    at_ms: z.number(),
    movie: z.string(),
    verdict: z.enum(VERDICTS),
    source: z.enum(SOURCES),
    suggestion: z.string().nullable(),
  }),
  z.object({ kind: z.literal("retraction"), id: z.string(), at_ms: z.number(), retracts: z.string() }),
]);

export function logRowOf(entry: LogEntry): LogRow {
  const { id, kind, atMs: at_ms } = entry;
  if (entry.kind === "retraction") {
    return {
      id,
      kind,
      at_ms,
      movie: null,
      verdict: null,
      source: null,
      suggestion: null,
      retracts: entry.retracts,
    };
  }
  const { movie, verdict, source, suggestion = null } = entry;
  return { id, kind, at_ms, movie, verdict, source, suggestion, retracts: null };
}

/** @throws StoreError where the row is none that this program wrote */
export function logEntryOf(row: LogRow, file: string): LogEntry {
  const checked = rowSchema.safeParse(row);
  if (!checked.success) {
    throw new StoreError(
      `${file}: entry ${row.id} of the log is damaged. Restore the file from a backup\n${z.prettifyError(checked.error)}`,
    );
  }
  const entry = checked.data;
  if (entry.kind === "retraction") {
    return { kind: "retraction", id: entry.id, retracts: entry.retracts, atMs: entry.at_ms };
  }
  const { id, movie, verdict, source, suggestion, at_ms: atMs } = entry;
  return { kind: "feedback", id, movie, verdict, atMs, source, ...(suggestion !== null && { suggestion }) };
}
