/**
 * What is known of a person, put away as bytes: going on from it gives what folding the whole log would, to the last bit.
 * Only for a recommender of the same version, which the rows and sums belong to.
 */
import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import { VERDICTS } from "../recommender/feedback.ts";
import type { Recommender } from "../recommender/recommender.ts";
import { isTouched, nothingAway } from "./away.ts";
import type { Person } from "./person.ts";
import { timeAt, withTimes } from "./row-times.ts";

type Known = Pick<Person, "taste" | "away">;

/** Only what is not as with a newcomer: [rows] each, by the place of their row. */
const snapshotSchema = z
  .object({
    sums: z.instanceof(Float64Array),
    judged: z.instanceof(Uint32Array),
    /** Places among VERDICTS. */
    verdicts: z.instanceof(Uint8Array),
    touched: z.instanceof(Uint32Array),
    answered: z.instanceof(Uint8Array),
    skippedMs: z.instanceof(Float64Array),
    shownMs: z.instanceof(Float64Array),
    /** [movies on the list for later] each */
    listed: z.instanceof(Uint32Array),
    listedMs: z.instanceof(Float64Array),
  })
  .refine(({ judged, verdicts }) => judged.length === verdicts.length)
  .refine(({ listed, listedMs }) => listed.length === listedMs.length)
  .refine(({ verdicts }) => verdicts.every((place) => place < VERDICTS.length))
  .refine(({ touched, answered, skippedMs, shownMs }) =>
    [answered, skippedMs, shownMs].every(({ length }) => length === touched.length),
  );
type Snapshot = z.infer<typeof snapshotSchema>;

/** Undefined under a policy by which a taste can only be folded from the log. */
export function packed(recommender: Recommender, { taste, away }: Known): Uint8Array | undefined {
  const sums = recommender.sumsOf(taste);
  if (!sums) return undefined;
  const { evidence } = taste;
  const touched = Uint32Array.from(away.answered.keys()).filter((row) => isTouched(away, row));
  return serialize({
    sums,
    judged: Uint32Array.from(evidence, ({ row }) => row),
    verdicts: Uint8Array.from(evidence, ({ verdict }) => VERDICTS.indexOf(verdict)),
    touched,
    answered: Uint8Array.from(touched, (row) => away.answered[row]!),
    skippedMs: Float64Array.from(touched, (row) => timeAt(away.skipped, row)),
    shownMs: Float64Array.from(touched, (row) => timeAt(away.shown, row)),
    listed: Uint32Array.from(away.listed.keys()),
    listedMs: Float64Array.from(away.listed.values()),
  } satisfies Record<keyof Snapshot, unknown>);
}

/** Undefined where the bytes are damaged or of another model: what is known follows from the log. */
export function unpacked(recommender: Recommender, bytes: Uint8Array): Known | undefined {
  const snapshot = read(bytes);
  const movies = recommender.model.movies.length;
  if (!snapshot || !rowsOf(snapshot).every((row) => row < movies)) return undefined;
  const evidence = Array.from(snapshot.judged, (row, at) => ({
    row,
    verdict: VERDICTS[snapshot.verdicts[at]!]!,
  }));
  const taste = recommender.resume(evidence, snapshot.sums);
  const nothing = nothingAway(movies);
  const { touched, answered, skippedMs, shownMs, listed, listedMs } = snapshot;
  for (const [at, row] of touched.entries()) nothing.answered[row] = answered[at]!;
  const away = {
    answered: nothing.answered,
    skipped: withTimes(nothing.skipped, timesAt(touched, skippedMs)),
    shown: withTimes(nothing.shown, timesAt(touched, shownMs)),
    listed: new Map(timesAt(listed, listedMs)),
  };
  return taste && { taste, away };
}

const timesAt = (rows: Uint32Array, times: Float64Array): (readonly [row: number, atMs: number])[] =>
  Array.from(rows, (row, at) => [row, times[at]!]);

const rowsOf = ({ judged, touched, listed }: Snapshot): number[] => [...judged, ...touched, ...listed];

function read(bytes: Uint8Array): Snapshot | undefined {
  try {
    return snapshotSchema.safeParse(deserialize(bytes)).data;
  } catch {
    return undefined;
  }
}
