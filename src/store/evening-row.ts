import { type EveningEvent, eveningEventSchema, type Happened } from "../together/evening.ts";
import { memberIdOf } from "./evenings.ts";

/** A row of the table `evening_log`, with whose it is. */
export interface EveningLogRow {
  readonly seq: number;
  readonly evening: string;
  readonly at_ms: number;
  readonly what: string;
  readonly platform: string | null;
  readonly platform_id: string | null;
}

export const memberOf = ({ platform, platform_id: id }: EveningLogRow): string =>
  memberIdOf({ platform: platform ?? "", id: id ?? "" });

/** None where this program cannot read what another has written. */
export function happenedOf(row: EveningLogRow): Happened[] {
  const event = eventOf(row.what);
  if (!event) return [];
  return [{ ...(row.platform !== null && { member: memberOf(row) }), atMs: row.at_ms, event }];
}

function eventOf(json: string): EveningEvent | undefined {
  try {
    return eveningEventSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
