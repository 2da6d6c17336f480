import { describe, expect, test } from "vitest";
import { eveningsContract } from "../evenings.contract.ts";
import { figuresContract } from "../figures.contract.ts";
import { linksContract } from "../links.contract.ts";
import { storeContract } from "../store.contract.ts";
import type { Change, Store } from "../store.ts";
import { StoreError } from "../store-error.ts";
import { keptChange } from "../testing/kept-change.ts";
import { LIMITS } from "./connection.ts";
import { openPostgresStore } from "./open.ts";
import { openPool } from "./pool.ts";
import { createPostgresStore } from "./store.ts";
import { emptied } from "./testing/emptied.ts";
import { missing, newDatabase, realName } from "./testing/shared-server.ts";

const name = missing === undefined ? realName : `${realName}, skipped for ${missing}:`;

describe.skipIf(missing !== undefined)(name, () => {
  let address: Promise<string> | undefined;
  async function open(): Promise<Store> {
    address ??= newDatabase();
    const database = await openPool(await address);
    await emptied(database);
    return createPostgresStore(database);
  }

  storeContract("a", open);
  eveningsContract("a", open);
  figuresContract("a", open);
  linksContract("a", open);

  test("eight that open a new database at once all find it ready", async () => {
    const fresh = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 8 }, () => openPostgresStore(fresh)));
    expect(await Promise.all(stores.map((store) => store.revision(keptChange.user)))).toEqual(
      Array(8).fill(null),
    );
    await Promise.all(stores.map((store) => store.close()));
  });

  test("takes all of a change or nothing", async () => {
    const store = await open();
    const entry = {
      kind: "feedback",
      id: "a",
      movie: "tt1",
      verdict: "like",
      atMs: 1,
      source: "title",
    } as const;
    const broken: Change = { ...keptChange, entries: [entry, entry] };
    await expect(store.commit(broken)).rejects.toThrow(/duplicate key/);
    expect(await store.knows(keptChange.user, keptChange.event)).toBe(false);
    expect(await store.commit({ ...keptChange, entries: [entry] })).toBe("committed");
    await store.close();
  });

  test("a commit that conflicts leaves nothing of somebody new", async () => {
    const store = await open();
    expect(await store.commit({ ...keptChange, revision: "of one forgotten meanwhile" })).toBe("conflict");
    const database = await openPool(await address!);
    expect(await database.read((sql) => sql.all("SELECT * FROM users"))).toEqual([]);
    await database.close();
    await store.close();
  });

  test("a database of a later Matinee is refused, and so is one whose tables are another program's", async () => {
    const later = await openPool(await newDatabase());
    await createPostgresStore(later);
    await later.write((sql) => sql.run("INSERT INTO matinee_migrations (number) VALUES (9999)"));
    await expect(createPostgresStore(later)).rejects.toThrow(/version 9999.*Update Matinee/);
    await later.close();
    const other = await openPool(await newDatabase());
    await other.write((sql) => sql.script("CREATE TABLE users (dish text)"));
    await expect(createPostgresStore(other)).rejects.toThrow(/tables of another program/);
    expect(await other.read((sql) => sql.all("SELECT * FROM users"))).toEqual([]);
    await other.close();
  });

  test("one sentence says what is wrong with an address, and none tells the password", async () => {
    const good = await newDatabase();
    const limits = { ...LIMITS, withinMs: 100 };
    const wrong: readonly (readonly [string, RegExp])[] = [
      [good.replace(/\/test_.*/, "/nowhere"), /no such database.*createdb/],
      [good.replace(/:\d+\//, ":1/").replace("postgres@", "postgres:secret@"), /nobody answers there/],
      [good.replace("127.0.0.1", "no-such-host.invalid"), /no machine has this name|cannot be looked up/],
      [`${good}?sslmode=verify-full`, /it has no TLS/],
      ["postgres://user:pa/ss@host/db", /is no address/],
    ];
    for (const [address, sentence] of wrong) {
      const opening = openPostgresStore(address, { limits });
      await expect(opening).rejects.toThrow(StoreError);
      await expect(opening).rejects.toThrow(sentence);
      await expect(opening).rejects.not.toThrow(/secret/);
    }
  });
});
