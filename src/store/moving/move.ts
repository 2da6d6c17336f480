/** Takes all people from one store to another, and goes on where an earlier run was broken off. */
import { StoreError } from "../store-error.ts";
import type { Side } from "./side.ts";
import { type Row, TABLES, type Table } from "./tables.ts";

/** Rows of one transaction. */
const AT_ONCE = 1_000;

export interface Moved {
  readonly table: string;
  /** As many there as here. */
  readonly rows: number;
  /** Of which these were written now; the others were there from an earlier run. */
  readonly written: number;
}

/**
 * @param onProgress told which table it is at, and how many of its rows are done
 * @throws StoreError where there is somebody in the other store whom an earlier run did not take there, or where rows are missing in the end
 */
export async function moveAll(
  from: Side,
  to: Side,
  onProgress: (table: string, done: number, rows: number) => void = () => {},
): Promise<Moved[]> {
  await refuseOthers(from, to);
  const moved: Moved[] = [];
  for (const table of TABLES) {
    const rows = await from.count(table);
    let last = table.isAppended ? await to.last(table) : undefined;
    let done = last ? await to.count(table) : 0;
    const had = done;
    for (;;) {
      const batch = await from.rows(table, last, AT_ONCE);
      if (batch.length === 0) break;
      await to.put(table, batch);
      last = batch.at(-1)!;
      done += batch.length;
      onProgress(table.name, done, rows);
    }
    moved.push({ table: table.name, rows, written: done - had });
  }
  await to.finish();
  for (const table of TABLES) await refuseMissing(from, to, table);
  return moved;
}

/** Everybody who is there already is here, by the same number. */
async function refuseOthers(from: Side, to: Side): Promise<void> {
  const users = TABLES[0]!;
  for (let last: Row | undefined; ; ) {
    const there = await to.rows(users, last, AT_ONCE);
    if (there.length === 0) return;
    const here = new Map(
      (await from.rows(users, last, AT_ONCE)).map((row) => [row.id, `${row.platform}:${row.platform_id}`]),
    );
    for (const row of there)
      if (here.get(row.id!) !== `${row.platform}:${row.platform_id}`)
        throw new StoreError(
          `${to.name}: there are people already who are not those of ${from.name}. Name an empty database`,
        );
    last = there.at(-1)!;
  }
}

async function refuseMissing(from: Side, to: Side, table: Table): Promise<void> {
  const [here, there] = [await from.count(table), await to.count(table)];
  if (here !== there)
    throw new StoreError(
      `${to.name}: ${there} rows of ${table.name}, and ${here} in ${from.name}. Stop Matinee on both, and run the same line again; where that does not help, begin with an empty database`,
    );
}
