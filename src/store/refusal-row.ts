import { z } from "zod";
import { type LastingEntry, lastingWishesSchema } from "../conversation/lasting-log.ts";
import { StoreError } from "./store-error.ts";

/** A row of the table `refusals`. */
export interface RefusalRow {
  readonly id: string;
  readonly kind: LastingEntry["kind"];
  readonly at_ms: number;
  readonly what: string;
}

export const refusalRowOf = ({ id, kind, atMs: at_ms, what }: LastingEntry): RefusalRow => ({
  id,
  kind,
  at_ms,
  what: JSON.stringify(what),
});

const whatSchema = z
  .string()
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "no JSON" });
      return z.NEVER;
    }
  })
  .pipe(lastingWishesSchema);

/** @throws StoreError where the row is none that this program wrote */
export function refusalOf({ id, kind, at_ms: atMs, what }: RefusalRow, file: string): LastingEntry {
  const checked = whatSchema.safeParse(what);
  if (checked.success) return { kind, id, atMs, what: checked.data };
  throw new StoreError(
    `${file}: refusal ${id} is damaged. Restore the file from a backup\n${z.prettifyError(checked.error)}`,
  );
}
