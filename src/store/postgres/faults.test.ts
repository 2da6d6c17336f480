/** What a server does to whoever is connected, besides being killed: scripts/check-postgres does that. */
import pg from "pg";
import { describe, expect, test } from "vitest";
import { StoreError } from "../store-error.ts";
import { keptChange } from "../testing/kept-change.ts";
import { following } from "../testing/opened-stores.ts";
import { openPostgresStore } from "./open.ts";
import { openNetwork } from "./testing/network.ts";
import { missing, newDatabase, realName } from "./testing/shared-server.ts";

const name = missing === undefined ? realName : `${realName}, skipped for ${missing}`;
const LIMITS = { connectMs: 1_000, statementMs: 1_000, withinMs: 1_500 };

async function told(address: string, statement: string): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  await client.query(statement);
  await client.end();
}
const databaseOf = (address: string): string => new URL(address).pathname.slice(1);

describe.skipIf(missing !== undefined)(name, () => {
  test("without a connection left a turn waits for one, and is refused in a sentence where there is none for long", async () => {
    const address = await newDatabase();
    const database = databaseOf(address);
    await told(
      address,
      `CREATE ROLE role_${database} LOGIN; ALTER DATABASE ${database} OWNER TO role_${database}`,
    );
    await told(address, `ALTER DATABASE ${database} CONNECTION LIMIT 1`);
    const own = address.replace("postgres@", `role_${database}@`);
    await told(
      own,
      `CREATE SCHEMA role_${database}; ALTER ROLE role_${database} SET search_path = role_${database}`,
    );
    const first = await openPostgresStore(own, { limits: LIMITS });
    await first.commit(keptChange);
    const refused = openPostgresStore(own, { limits: LIMITS });
    await expect(refused).rejects.toThrow(StoreError);
    await expect(refused).rejects.toThrow(/no connection left\. Raise max_connections/);
    const waiting = openPostgresStore(own, { limits: { ...LIMITS, withinMs: 30_000 } });
    await first.close();
    const second = await waiting;
    expect(await second.knows(keptChange.user, keptChange.event)).toBe(true);
    await second.close();
  });

  test("one that takes no writes is told in a sentence, and is written to again when it does", async () => {
    const address = await newDatabase();
    const store = await openPostgresStore(address, { limits: LIMITS });
    await store.commit(keptChange);
    const database = databaseOf(address);
    const leave = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}' AND pid <> pg_backend_pid()`;
    await told(address, `ALTER DATABASE ${database} SET default_transaction_read_only = on; ${leave}`);
    const next = await following(store, keptChange.user, { event: "next" });
    await expect(store.commit(next)).rejects.toThrow(/takes no writes, as a replica does/);
    expect(await store.knows(keptChange.user, keptChange.event)).toBe(true);
    const patient = await openPostgresStore(address, { limits: { ...LIMITS, withinMs: 60_000 } });
    const trying = patient.commit(next);
    const writing = `${address}?options=-c%20default_transaction_read_only%3Doff`;
    await told(writing, `ALTER DATABASE ${database} SET default_transaction_read_only = off`);
    expect(await trying).toBe("committed");
    expect(await store.commit(await following(store, keptChange.user, { event: "after" }))).toBe("committed");
    await patient.close();
    await store.close();
  });

  test("what was committed when the connection broke off is known to be, and is done once", async () => {
    const direct = await newDatabase();
    const address = new URL(direct);
    const network = await openNetwork(Number(address.port));
    address.port = String(network.port);
    const store = await openPostgresStore(address.href, { limits: { ...LIMITS, withinMs: 30_000 } });
    const [ada, bob] = ["ada", "bob"].map((id) => ({ platform: "fake", id }));
    const cut = async <T>(work: () => Promise<T>): Promise<T> => {
      network.cutAfter("COMMIT");
      return work();
    };
    for (const user of [ada!, bob!])
      expect(await cut(() => store.commit({ ...keptChange, user }))).toBe("committed");
    expect(await store.commit({ ...keptChange, user: ada! })).toBe("duplicate");
    const sum = { day: "1970-01-01", platform: "fake", what: "call/answered", count: 1 };
    await cut(() => store.tally([sum]));
    expect((await store.figures("1970-01-01", "1970-01-01")).filter(({ what }) => what === sum.what)).toEqual(
      [sum],
    );
    expect(await cut(() => store.offerLink(ada!, "BCDFGH", 1))).toBe(true);
    expect(await cut(() => store.link(bob!, "BCDFGH", 1))).toBe("linked");
    expect(await cut(() => store.unlink(bob!, 1))).toBe(true);
    expect(await store.unlink(bob!, 1)).toBe(false);
    network.close();
    await store.close();
  });

  test("transactions that are in each other's way are run again: links, turns and deletions of the same people", async () => {
    const address = await newDatabase();
    const stores = await Promise.all(
      [1, 2].map(() => openPostgresStore(address, { limits: { ...LIMITS, withinMs: 30_000 } })),
    );
    const users = ["ada", "bob", "cyd"].map((id) => ({ platform: "fake", id }));
    let events = 0;
    const turn = async (nth: number): Promise<void> => {
      const [store, user] = [stores[nth % 2]!, users[nth % 3]!];
      const other = users[(nth + 1) % 3]!;
      await store.commit(await following(store, user, { event: `event-${events++}` }));
      if (nth % 4 === 0 && (await store.revision(user)) !== null) {
        const code = `CODE${nth}`;
        await store.offerLink(user, code, 1).catch(refusedForGone);
        await stores[(nth + 1) % 2]!.link(other, code, 1);
      }
      if (nth % 4 === 1) await store.unlink(user, 1);
      if (nth % 9 === 8) await store.forget(user);
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, (_, nth) => turn(nth)));
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    for (const store of stores) await store.close();
  });
});

/** A code cannot be kept for somebody who was forgotten a moment before. */
function refusedForGone(error: Error & { readonly code?: string }): boolean {
  if (error.code !== "23503") throw error;
  return false;
}
