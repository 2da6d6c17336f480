import { isPostgres } from "../address.ts";
import type { UserKey } from "../keys.ts";
import type { Side } from "./side.ts";
import { sqliteSide } from "./sqlite-side.ts";
import { type Row, TABLES } from "./tables.ts";

/** @param reading from one moment, and nothing is written */
export async function openSide(name: string, reading: boolean): Promise<Side> {
  if (!isPostgres(name)) return sqliteSide(name, reading);
  const [{ postgresSide }, { sharedPool }] = await Promise.all([
    import("./postgres-side.ts"),
    import("../postgres/open.ts"),
  ]);
  return postgresSide(await sharedPool(name), reading);
}

const AT_ONCE = 1_000;

/** The first of each so many people. */
export async function everyNthUser(name: string, nth: number): Promise<UserKey[]> {
  const side = await openSide(name, true);
  const users: UserKey[] = [];
  let people = 0;
  try {
    for (let last: Row | undefined; ; ) {
      const rows = await side.rows(TABLES[0]!, last, AT_ONCE);
      if (rows.length === 0) return users;
      for (const { id, person, platform, platform_id } of rows)
        if (id === person && people++ % nth === 0)
          users.push({ platform: String(platform), id: String(platform_id) });
      last = rows.at(-1)!;
    }
  } finally {
    await side.close();
  }
}
