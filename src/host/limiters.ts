/** Counts what somebody does in a while, for this process or for all that share a PostgreSQL. */
import { createRequire } from "node:module";
import type * as limiters from "rate-limiter-flexible";
import { RateLimiterMemory } from "./rate-limiter.ts";

export type Limiter = Pick<
  limiters.RateLimiterAbstract,
  "consume" | "get" | "penalty" | "points" | "duration"
>;

export interface Allowed {
  readonly points: number;
  /** In seconds. */
  readonly duration: number;
}

/** @param name tells what is counted from everything else */
export type Limiters = (name: string, allowed: Allowed) => Limiter;

export const inMemory: Limiters = (_name, allowed) => new RateLimiterMemory(allowed);

const require = createRequire(import.meta.url);

/** While the database is away each process counts by itself. The database is migrated already. */
export async function limitersOn(address: string): Promise<{ readonly limiters: Limiters; close(): void }> {
  const { sharedPool } = await import("../store/postgres/open.ts");
  const RateLimiterPostgres: typeof limiters.RateLimiterPostgres = require("rate-limiter-flexible/lib/RateLimiterPostgres.js");
  const database = await sharedPool(address);
  const storeClient = {
    query: ({ text, values }: { text: string; values: readonly unknown[] }) =>
      database.read(async (sql) => ({ rows: await sql.all(text, ...values) }), 0),
  };
  return {
    limiters: (name, allowed) =>
      new RateLimiterPostgres({
        storeClient,
        storeType: "client",
        tableName: "limits",
        tableCreated: true,
        keyPrefix: name,
        insuranceLimiter: new RateLimiterMemory(allowed),
        ...allowed,
      }),
    close: () => void database.close(),
  };
}
