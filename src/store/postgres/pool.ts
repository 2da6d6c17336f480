import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient, QueryConfig } from "pg";
import { StoreError } from "../store-error.ts";
import { clientConfig, driver, LIMITS, type Limits, nameOf, poolConfig, sqlOf } from "./connection.ts";
import { cuts, explained, passes } from "./explained.ts";
import type { PostgresDatabase, Sql, Undo, WriteOptions } from "./sql.ts";

/** Between tries; the last one holds for all that follow. */
const PAUSES_MS = [5, 20, 50, 100, 200, 400];

/** A connection was lost while a transaction was being committed: it may have been, and may not. */
class FateUnknown extends Error {
  override name = "FateUnknown";
}

/**
 * A pool of connections. What passes by itself is tried again for a while: a server that is restarted or has no connection left,
 * and transactions that were in each other's way. A transaction whose connection was lost in its commit is run again as well, and finds
 * what it has done: the number of a transaction would not tell, for a server that breaks down gives numbers twice.
 *
 * @throws StoreError where the address is none
 */
export async function openPool(address: string, limits: Limits = LIMITS): Promise<PostgresDatabase> {
  const name = nameOf(address);
  const pg = await driver();
  const pool: Pool = new pg.Pool(poolConfig(address, limits));
  pool.on("error", () => {}); // an idle connection was lost: the next that is asked for is a new one
  pool.on("connect", (client) => void client.on("error", () => {})); // whoever uses it hears of it by its statement
  let ended: Promise<void> | undefined;

  async function onClient<T>(use: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let isSound = true;
    try {
      return await use(client);
    } catch (error) {
      isSound = !cuts(error) && !(error instanceof FateUnknown) && !isReadOnly(error);
      throw error;
    } finally {
      client.release(!isSound);
    }
  }

  async function patiently<T>(attempt: () => Promise<T>, withinMs = limits.withinMs): Promise<T> {
    const untilMs = performance.now() + withinMs;
    let unknown: FateUnknown | undefined;
    for (let tries = 0; ; tries++) {
      try {
        if (ended) throw new StoreError(`${name}: closed before this was done. Start Matinee, and try again`);
        return await attempt();
      } catch (error) {
        unknown = error instanceof FateUnknown ? error : unknown;
        const isOver = performance.now() >= untilMs || ended !== undefined;
        if (isOver || !(error instanceof FateUnknown || passes(error))) {
          const cause = error instanceof FateUnknown ? error.cause : error;
          throw explained(name, cause, unknown ? "unknown" : "no");
        }
      }
      await sleep(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]! * (0.5 + Math.random()));
    }
  }

  async function transaction<T>(begin: string, work: (sql: Sql, undo: Undo) => Promise<T>): Promise<T> {
    return onClient(async (client) => {
      let isUndone = false;
      const undo: Undo = (outcome) => {
        isUndone = true;
        return outcome;
      };
      /** What comes after it fails as well, and says less of why. */
      let firstFailure: { readonly error: unknown } | undefined;
      let isOver = false;
      const query = async (asked: QueryConfig | string) => {
        if (isOver) throw new Error(`${name}: a statement came after its transaction`);
        try {
          return await client.query(asked);
        } catch (error) {
          firstFailure ??= { error };
          throw error;
        }
      };
      let isCommitting = false;
      try {
        const begun = query(begin);
        begun.catch(() => {}); // awaited below
        const outcome = await work(sqlOf({ query }), undo);
        await begun;
        isOver = true;
        isCommitting = !isUndone;
        const { command } = await client.query(isUndone ? "ROLLBACK" : "COMMIT");
        if (!isUndone && command !== "COMMIT") throw new Error(`${name}: a transaction failed unnoticed`);
        return outcome;
      } catch (last) {
        isOver = true;
        if (isCommitting && cuts(last)) throw new FateUnknown("not known", { cause: last });
        const { error } = firstFailure ?? { error: last };
        if (!cuts(error)) await client.query("ROLLBACK").catch(() => {}); // the connection goes with the error then
        throw error;
      }
    });
  }

  return {
    name,
    read: (look, withinMs) => patiently(() => onClient((client) => look(sqlOf(client))), withinMs),
    moment: (look) => patiently(() => transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", look)),
    async write<T>(
      work: (sql: Sql, undo: Undo) => Promise<T>,
      { unflushed = false, once = false }: WriteOptions = {},
    ) {
      const begin = `BEGIN${unflushed ? "; SET LOCAL synchronous_commit = off" : ""}`;
      const id = randomUUID();
      let last: T;
      return patiently(() =>
        transaction(begin, async (sql, undo) => {
          if (once && !(await isFirst(sql, id))) return undo(last);
          last = await work(sql, undo);
          return last;
        }),
      );
    },
    async alone(work) {
      const {
        statement_timeout: _,
        query_timeout: __,
        idle_in_transaction_session_timeout: ___,
        ...config
      } = clientConfig(address, limits);
      const client = new pg.Client(config);
      client.on("error", () => {}); // the statement hears of it
      try {
        await client.connect();
        return await work(sqlOf(client));
      } catch (error) {
        throw explained(name, error);
      } finally {
        await client.end().catch(() => {});
      }
    },
    close() {
      ended ??= pool.end();
      return ended;
    },
  };
}

/** Waits for an attempt that is still being committed. */
async function isFirst(sql: Sql, id: string): Promise<boolean> {
  const [added] = await Promise.all([
    sql.run("INSERT INTO writes (id) VALUES ($1) ON CONFLICT DO NOTHING", id),
    sql.run("DELETE FROM writes WHERE at < now() - interval '1 day'"),
  ]);
  return added > 0;
}

const isReadOnly = (error: unknown): boolean => (error as { code?: string }).code === "25006";
