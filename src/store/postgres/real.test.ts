import { describe, expect, test } from "vitest";
import { limitersOn } from "../../host/limiters.ts";
import { eveningsContract } from "../evenings.contract.ts";
import { figuresContract } from "../figures.contract.ts";
import { linksContract } from "../links.contract.ts";
import { sharedPagesContract } from "../shared-pages.contract.ts";
import { storeContract } from "../store.contract.ts";
import type { Change, Store } from "../store.ts";
import { StoreError } from "../store-error.ts";
import { keptChange } from "../testing/kept-change.ts";
import { topListsContract } from "../top-lists.contract.ts";
import { LIMITS } from "./connection.ts";
import { versionOf } from "./migrate.ts";
import { openPostgresStore } from "./open.ts";
import { openPool } from "./pool.ts";
import { openSignals } from "./signals.ts";
import { createPostgresStore } from "./store.ts";
import { emptied } from "./testing/emptied.ts";
import { missing, newDatabase, realName } from "./testing/shared-server.ts";
import { openTurn } from "./turn.ts";

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
  sharedPagesContract("a", open);
  topListsContract("a", open);

  test("eight that open a new database at once all find it ready", async () => {
    const fresh = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 8 }, () => openPostgresStore(fresh)));
    expect(await Promise.all(stores.map((store) => store.revision(keptChange.user)))).toEqual(
      Array(8).fill(null),
    );
    await Promise.all(stores.map((store) => store.close()));
  });

  test("one that waits while another makes a new database sees what that one made", async () => {
    const fresh = await newDatabase();
    const [waiting, other] = await Promise.all([openPool(fresh), openPool(fresh)]);
    await waiting.write(async (sql) => {
      expect(await versionOf(sql)).toBe(0);
      await other.write((made) =>
        made.script(
          "CREATE TABLE matinee_migrations (number integer); INSERT INTO matinee_migrations VALUES (1)",
        ),
      );
      expect(await versionOf(sql)).toBe(1);
    });
    await Promise.all([waiting.close(), other.close()]);
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

  describe("shared by two processes", () => {
    const showing = (id: string, event = "kept") => ({
      id,
      event,
      conversation: "fake:talk",
      atMs: 1,
      private: false,
      what: { kind: "say", card: { lines: [id] } } as const,
    });

    test("what waits is shown by one of them, in its order, and by the other where that lets go of it or is gone", async () => {
      const [one, other] = [await open(), await openPostgresStore(await address!)];
      const { user } = keptChange;
      await one.commit({ ...keptChange, showings: [showing("a"), showing("b")] });
      const taken = await Promise.all([one.take(user), other.take(user)]);
      expect(taken.map(({ length }) => length).sort()).toEqual([0, 2]);
      const [holder, waiter] = taken[0]!.length > 0 ? [one, other] : [other, one];
      expect(await waiter.waitedFor("fake")).toEqual([]);
      await holder.shown("a");
      await waiter.commit({
        ...keptChange,
        event: "next",
        revision: "kept",
        showings: [showing("c", "next")],
      });
      expect(await waiter.take(user)).toEqual([]); // c comes after b
      expect((await holder.take(user)).map(({ id }) => id)).toEqual(["b", "c"]);
      await holder.letGo(user);
      expect(await waiter.waitedFor("fake")).toEqual([user]);
      expect((await waiter.take(user)).map(({ id }) => id)).toEqual(["b", "c"]);
      const database = await openPool(await address!);
      await database.write((sql) => sql.run("UPDATE outbox SET held_until = now() - interval '1 second'"));
      await database.close();
      expect((await holder.take(user)).map(({ id }) => id)).toEqual(["b", "c"]); // as after a minute of silence
      await one.close();
      await other.close();
    });

    test("a link code is used once, whoever tries it where and when", async () => {
      const [one, other] = [await open(), await openPostgresStore(await address!)];
      const users = ["ada", "bob", "cyd"].map((id) => ({ platform: "fake", id }));
      for (const user of users) await one.commit({ ...keptChange, user });
      await one.offerLink(users[0]!, "BCDFGH", 1);
      const linked = await Promise.all([
        one.link(users[1]!, "BCDFGH", 2),
        other.link(users[2]!, "BCDFGH", 2),
      ]);
      expect(linked.sort()).toEqual(["linked", "unknown"]);
      await one.close();
      await other.close();
    });

    test("of two who are told to do something once one does, and the other when that ends", async () => {
      const fresh = await newDatabase();
      const [one, other] = [await openTurn(fresh, "train"), await openTurn(fresh, "train")];
      expect([await one.isOurs(), await other.isOurs(), await one.isOurs()]).toEqual([true, false, true]);
      const elsewhere = await openTurn(fresh, "another thing");
      expect(await elsewhere.isOurs()).toBe(true);
      await one.close();
      await expect.poll(() => other.isOurs()).toBe(true);
      await other.close();
      await elsewhere.close();
    });

    test("what one tells the others hear, however long, and it does not", async () => {
      await (await open()).close();
      const trouble = (error: unknown) => {
        throw error;
      };
      const [one, other] = [
        await openSignals(await address!, trouble),
        await openSignals(await address!, trouble),
      ];
      const heard: unknown[] = [];
      one.on("page", (data) => heard.push(["one", data]));
      other.on("page", (data) => heard.push(["other", data]));
      other.on("another topic", (data) => heard.push(["another", data]));
      const long = "é".repeat(20_000);
      one.tell("page", { nth: 1 });
      await expect.poll(() => heard).toEqual([["other", { nth: 1 }]]);
      one.tell("page", { long });
      await expect.poll(() => heard.at(-1)).toEqual(["other", { long }]);
      expect(heard).toHaveLength(2);
      await one.close();
      await other.close();
    });

    test("how much somebody may do is counted for both, and by each alone while the database is away", async () => {
      const fresh = await newDatabase();
      await (await openPostgresStore(fresh)).close();
      const [one, other] = [await limitersOn(fresh), await limitersOn(fresh)];
      const [here, there] = [one, other].map(({ limiters }) => limiters("said", { points: 2, duration: 60 }));
      await here!.consume("ada");
      await there!.consume("ada");
      await expect(here!.consume("ada")).rejects.toMatchObject({ consumedPoints: 3 });
      await there!.consume("bob");
      one.close();
      other.close();
    });
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
