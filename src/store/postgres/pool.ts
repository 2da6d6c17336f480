import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient, QueryConfig } from "pg";
import { StoreError } from "../store-error.ts";
import { clientConfig, driver, LIMITS, type Limits, nameOf, poolConfig, sqlOf } from "./connection.ts";
import { cuts, explained, passes } from "./explained.ts";
import type { PostgresDatabase, Sql, Undo, WriteOptions } from "./sql.ts";

/** Between tries; the last one holds for all that follow. */
const PAUSES_MS = [5, 20, 50, 100, 200, 400];

/** A connection was lost while a transaction was being committed. */
class FateUnknown extends Error {
  override name = "FateUnknown";
  readonly transaction: string;

  constructor(transaction: string, cause: unknown) {
    super(`whether transaction ${transaction} was committed is not known`, { cause });
    this.transaction = transaction;
  }
}

/**
 * A pool of connections. What passes by itself is tried again for a while: a server that is restarted or has no connection left,
 * and transactions that were in each other's way. Where the connection is lost in a commit, the server is asked what became of it.
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
      let committing: string | undefined;
      try {
        const begun = query(begin);
        begun.catch(() => {}); // awaited below
        const outcome = await work(sqlOf({ query }), undo);
        const rows = [await begun].flat().flatMap((result) => result.rows);
        isOver = true;
        committing = isUndone ? undefined : (rows.at(-1)?.transaction as string | undefined);
        const { command } = await client.query(isUndone ? "ROLLBACK" : "COMMIT");
        if (!isUndone && command !== "COMMIT") throw new Error(`${name}: a transaction failed unnoticed`);
        return outcome;
      } catch (last) {
        isOver = true;
        if (committing !== undefined && cuts(last)) throw new FateUnknown(committing, last);
        const { error } = firstFailure ?? { error: last };
        if (!cuts(error)) await client.query("ROLLBACK").catch(() => {}); // the connection goes with the error then
        throw error;
      }
    });
  }

  /** Whether a transaction was committed; undefined as long as it is on its way. */
  async function isCommitted(id: string): Promise<boolean | undefined> {
    const row = await onClient((client) =>
      sqlOf(client).get<{ status: string | null }>("SELECT pg_xact_status($1::text::xid8) AS status", id),
    );
    return row?.status === "in progress" ? undefined : row?.status === "committed";
  }

  return {
    name,
    read: (look, withinMs) => patiently(() => onClient((client) => look(sqlOf(client))), withinMs),
    moment: (look) => patiently(() => transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", look)),
    async write<T>(work: (sql: Sql, undo: Undo) => Promise<T>, { unflushed = false }: WriteOptions = {}) {
      const begin = `BEGIN${unflushed ? "; SET LOCAL synchronous_commit = off" : ""}; SELECT pg_current_xact_id()::text AS transaction`;
      let doubtful: { readonly id: FateUnknown; readonly outcome: T } | undefined;
      return patiently(async () => {
        if (doubtful) {
          const was = await isCommitted(doubtful.id.transaction).catch((error) => {
            throw passes(error) ? new FateUnknown(doubtful!.id.transaction, error) : error;
          });
          if (was === undefined) throw doubtful.id;
          if (was) return doubtful.outcome;
          doubtful = undefined;
        }
        let outcome: { readonly value: T } | undefined;
        try {
          return await transaction(begin, async (sql, undo) => {
            const value = await work(sql, undo);
            outcome = { value };
            return value;
          });
        } catch (error) {
          if (error instanceof FateUnknown && outcome) doubtful = { id: error, outcome: outcome.value };
          throw error;
        }
      });
    },
    async alone(work) {
      const { statement_timeout: _, query_timeout: __, ...config } = clientConfig(address, limits);
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

const isReadOnly = (error: unknown): boolean => (error as { code?: string }).code === "25006";
