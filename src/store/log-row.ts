import { z } from "zod";
import { type LogEntry, SOURCES } from "../conversation/person.ts";
import { VERDICTS } from "../recommender/feedback.ts";
import { StoreError } from "./store-error.ts";

/** A row of the table `log`. */
export interface LogRow {
  /** Counts on over all users. */
  readonly seq?: number;
  readonly id: string;
  readonly kind: LogEntry["kind"];
  readonly at_ms: number;
  readonly movie: string | null;
  readonly verdict: string | null;
  readonly is_on: number | null;
  readonly stars: number | null;
  readonly points: string | null;
  readonly source: string | null;
  readonly suggestion: string | null;
  readonly retracts: string | null;
}

const said = {
  id: z.string(),
  at_ms: z.number(),
  movie: z.string(),
  source: z.enum(SOURCES),
  suggestion: z.string().nullable(),
};
const rowSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("feedback"),
    ...said,
    verdict: z.enum(VERDICTS),
    stars: z.number().nullable(),
    points: z.string().nullable(),
  }),
  z.object({ kind: z.literal("listing"), ...said, is_on: z.literal([0, 1]) }),
  z.object({ kind: z.literal("retraction"), id: z.string(), at_ms: z.number(), retracts: z.string() }),
]);

const NOTHING = {
  movie: null,
  verdict: null,
  is_on: null,
  stars: null,
  points: null,
  source: null,
  suggestion: null,
  retracts: null,
} as const;

export function logRowOf(entry: LogEntry): LogRow {
  const row = { ...NOTHING, id: entry.id, kind: entry.kind, at_ms: entry.atMs };
  if (entry.kind === "retraction") return { ...row, retracts: entry.retracts };
  const { movie, source, suggestion = null } = entry;
  const about = { ...row, movie, source, suggestion };
  return entry.kind === "feedback"
    ? {
        ...about,
        verdict: entry.verdict,
        stars: entry.rating?.stars ?? null,
        points: entry.rating?.points ?? null,
      }
    : { ...about, is_on: Number(entry.isOn) };
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
  if (entry.kind === "retraction")
    return { kind: "retraction", id: entry.id, retracts: entry.retracts, atMs: entry.at_ms };
  const { id, movie, source, suggestion, at_ms: atMs } = entry;
  const about = { id, movie, atMs, source, ...(suggestion !== null && { suggestion }) };
  return entry.kind === "feedback"
    ? { kind: "feedback", verdict: entry.verdict, ...about, ...ratingOf(entry) }
    : { kind: "listing", isOn: entry.is_on === 1, ...about };
}

const ratingOf = ({ stars, points }: Pick<LogRow, "stars" | "points">) =>
  stars === null ? {} : { rating: { stars, ...(points !== null && { points }) } };
