import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../dataset/testing/temporary-folder.ts";
import { openApiKeys } from "../api-keys.ts";
import { openPool } from "../postgres/pool.ts";
import type { PostgresDatabase } from "../postgres/sql.ts";
import { createPostgresStore } from "../postgres/store.ts";
import { emptied } from "../postgres/testing/emptied.ts";
import { openPglite, pgliteDatabase } from "../postgres/testing/pglite.ts";
import { missing, newDatabase, realName } from "../postgres/testing/shared-server.ts";
import { hashOf } from "../shared-pages.ts";
import { openSqliteStore } from "../sqlite.ts";
import type { Store } from "../store.ts";
import { FILLED, fill } from "../testing/filled.ts";
import { following } from "../testing/opened-stores.ts";
import { moveAll } from "./move.ts";
import { postgresSide } from "./postgres-side.ts";
import type { Side } from "./side.ts";
import { sqliteSide } from "./sqlite-side.ts";

let folder: string;
let pglite: PGlite;
beforeAll(async () => {
  pglite = await openPglite();
});
afterAll(() => pglite.close());
beforeEach(async () => {
  folder = await temporaryFolder();
});

/** Everything of everybody, to the letter. */
async function all(store: Store): Promise<string> {
  const exports = await Promise.all(FILLED.map((user) => store.export(user)));
  const sums = [await store.figures("1970-01-01", "1999-01-01"), await store.coverage("1970-01-01")];
  const others = [
    await store.evenings.load("one"),
    await store.sharedPages.find(hashOf("f".repeat(32))!),
    await store.evenings.due("slack"),
    await store.runs(9),
    await store.unreadWords("1970-01-01", 1),
    await Promise.all(FILLED.map((user) => store.load(user, "discord:ada", "v"))),
    await store.prefersPrivate({ platform: "web", id: "nobody" }, "a server"),
  ];
  await store.close();
  return JSON.stringify([exports, sums, others]);
}

async function filledFile(name: string): Promise<string> {
  const file = join(folder, name);
  const store = await openSqliteStore(file);
  await fill(store);
  await store.close();
  const keys = await openApiKeys(file);
  await keys.add({ name: "a program", scopes: ["read"], perMinute: 5, madeMs: 1 });
  keys.close();
  return file;
}

async function move(from: Side, to: Side): Promise<Awaited<ReturnType<typeof moveAll>>> {
  try {
    return await moveAll(from, to);
  } finally {
    await from.close();
    await to.close();
  }
}

const places: readonly (readonly [
  string,
  string | undefined,
  () => Promise<() => Promise<PostgresDatabase>>,
])[] = [
  [
    "PGlite",
    undefined,
    async () => {
      await emptied(await pgliteDatabase(pglite, "ours"));
      return () => pgliteDatabase(pglite, "ours");
    },
  ],
  [
    realName,
    missing,
    async () => {
      const address = await newDatabase();
      return () => openPool(address);
    },
  ],
];

describe.each(places)("between SQLite and %s", (_name, why, make) => {
  test.skipIf(why !== undefined)("the same is kept of the same turns, to the letter", async () => {
    const open = await make();
    const file = await filledFile("a.db");
    const store = await createPostgresStore(await open());
    await fill(store);
    const byChance = /link:[0-9a-f-]{36}/g; // no state has another's revision
    expect((await all(store)).replaceAll(byChance, "link")).toBe(
      (await all(await openSqliteStore(file))).replaceAll(byChance, "link"),
    );
  });

  test.skipIf(why !== undefined)(
    "everybody is taken along and back, and what is said next is kept behind it",
    async () => {
      const open = await make();
      const file = await filledFile("a.db");
      const moved = await move(await sqliteSide(file, true), await postgresSide(await open(), false));
      expect(moved.find(({ table }) => table === "log")).toEqual({ table: "log", rows: 12, written: 12 });
      expect(moved.find(({ table }) => table === "api_keys")).toMatchObject({ rows: 1 });
      const here = await all(await openSqliteStore(file));
      expect(await all(await createPostgresStore(await open()))).toBe(here);
      const back = join(folder, "back.db");
      await move(await postgresSide(await open(), true), await sqliteSide(back, false));
      expect(await all(await openSqliteStore(back))).toBe(here);
      for (const store of [await createPostgresStore(await open()), await openSqliteStore(back)]) {
        const more = await following(store, FILLED[0]!, {
          event: "more",
          suggestions: [{ id: "more", movie: "tt7", atMs: 1 }],
        });
        expect(await store.commit(more)).toBe("committed");
        expect((await store.suggestions(FILLED[0]!)).at(-1)?.id).toBe("more");
        await store.close();
      }
    },
  );

  test.skipIf(why !== undefined)(
    "what was broken off anywhere goes on, and what was said meanwhile comes along",
    async () => {
      const open = await make();
      const file = await filledFile("a.db");
      for (let steps = 1; steps <= 12; steps += 3) {
        const target = await postgresSide(await open(), false);
        let left = steps;
        const breaking: Side = {
          ...target,
          async put(...given) {
            if (left-- === 0) throw new Error("cut");
            await target.put(...given);
          },
        };
        await expect(move(await sqliteSide(file, true), breaking)).rejects.toThrow("cut");
      }
      const store = await openSqliteStore(file);
      await store.commit(await following(store, FILLED[2]!, { event: "meanwhile" }));
      await store.close();
      const moved = await move(await sqliteSide(file, true), await postgresSide(await open(), false));
      expect(moved.find(({ table }) => table === "log")).toEqual({ table: "log", rows: 12, written: 0 });
      expect(await all(await createPostgresStore(await open()))).toBe(await all(await openSqliteStore(file)));
    },
  );

  test.skipIf(why !== undefined)("a database in which others are is left as it is", async () => {
    const open = await make();
    const file = await filledFile("a.db");
    const other = await createPostgresStore(await open());
    const stranger = { platform: "discord", id: "somebody else" };
    await other.commit(await following(other, stranger, { event: "theirs" }));
    await other.close();
    await expect(move(await sqliteSide(file, true), await postgresSide(await open(), false))).rejects.toThrow(
      /people already who are not those of .*a\.db\. Name an empty database/,
    );
    const after = await createPostgresStore(await open());
    expect(await after.knows(stranger, "theirs")).toBe(true);
    expect(await after.revision(FILLED[2]!)).toBeNull();
    await after.close();
  });
});
