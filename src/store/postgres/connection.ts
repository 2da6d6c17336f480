/** How a PostgreSQL is reached. */
import { createHash } from "node:crypto";
import type { ClientConfig, CustomTypesConfig, PoolConfig, QueryConfig, QueryResult } from "pg";
import { z } from "zod";
import { StoreError } from "../store-error.ts";
import type { Sql } from "./sql.ts";

export interface Limits {
  /** Until a connection stands, or one of the pool is free. */
  readonly connectMs: number;
  /** Until a statement is answered, on either side of the network. */
  readonly statementMs: number;
  /** A turn is tried again for so long. */
  readonly withinMs: number;
}
export const LIMITS: Limits = { connectMs: 5_000, statementMs: 5_000, withinMs: 10_000 };

const connectionsSchema = z.coerce.number().int().min(1).max(1_000).catch(8);
const INT8 = 20;
/** A migration takes as long as it takes. */
const SCRIPT_MS = 86_400_000;

/** Whole numbers up to 2^53 are all that is kept. */
const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === INT8 ? Number : (parserOf?.(oid, format) ?? String),
};
let parserOf: ((oid: number, format?: "text" | "binary") => (value: string) => unknown) | undefined;

/** The driver, which nobody loads who needs no PostgreSQL. */
export async function driver() {
  const { default: pg } = await import("pg");
  parserOf = pg.types.getTypeParser as typeof parserOf;
  return pg;
}

/** @throws StoreError where the address is none */
export function clientConfig(address: string, limits: Limits): ClientConfig {
  nameOf(address);
  return {
    connectionString: address.trim(),
    application_name: "matinee",
    connectionTimeoutMillis: limits.connectMs,
    keepAlive: true,
    // the client gives up behind the server, and only where nothing is heard from it
    statement_timeout: limits.statementMs,
    query_timeout: limits.statementMs + 1_000,
    idle_in_transaction_session_timeout: 2 * limits.statementMs, // what a process that is gone has locked
    types,
  };
}

export const poolConfig = (address: string, limits: Limits): PoolConfig => ({
  ...clientConfig(address, limits),
  pipeline: true, // what does not wait for an answer is sent at once
  max: connectionsSchema.parse(process.env.DATABASE_CONNECTIONS || undefined),
});

/** Where it is, as it is named to people: without the password. @throws StoreError where it is no address */
export function nameOf(address: string): string {
  try {
    const { protocol, username, host, pathname, search } = new URL(address.trim());
    return `${protocol}//${username === "" ? "" : `${username}@`}${host}${pathname}${search.replace(/([?&]password=)[^&]*/gi, "$1...")}`;
  } catch (cause) {
    throw new StoreError(
      "DATABASE_URL is no address of a PostgreSQL. Write it as postgres://user:password@host:5432/database, with % codes for letters such as / or @ in the password",
      { cause },
    );
  }
}

/** Of a client, or anything else that runs a query. */
interface Queries {
  query(query: QueryConfig & { query_timeout?: number }): Promise<QueryResult>;
}

export function sqlOf(client: Queries): Sql {
  const query = (text: string, values: readonly unknown[]) =>
    client.query({ name: statementName(text), text, values: [...values] });
  return {
    all: async <Row>(text: string, ...values: readonly unknown[]) =>
      (await query(text, values)).rows as Row[],
    get: async <Row>(text: string, ...values: readonly unknown[]) =>
      (await query(text, values)).rows[0] as Row | undefined,
    run: async (text, ...values) => (await query(text, values)).rowCount ?? 0,
    async script(text) {
      await client.query({ text, query_timeout: SCRIPT_MS });
    },
  };
}

/** Every statement is prepared once a connection, under a name that a statement of another version does not have. */
const names = new Map<string, string>();
function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `matinee_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
  names.set(text, name);
  return name;
}
