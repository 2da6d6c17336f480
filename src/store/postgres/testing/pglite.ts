import { PGlite, types } from "@electric-sql/pglite";
import { sqlOf } from "../connection.ts";
import type { PostgresDatabase, Sql, Undo } from "../sql.ts";

/** A PostgreSQL within the process, which needs no server: for tests. */
export const openPglite = (): Promise<PGlite> =>
  PGlite.create({ parsers: { [types.INT8]: Number, [types.BYTEA]: bytesOf } });

const bytesOf = (hex: string): Buffer => Buffer.from(hex.slice(2), "hex");

/** A schema of its own in it, made where it is missing. */
export async function pgliteDatabase(pglite: PGlite, schema: string): Promise<PostgresDatabase> {
  await pglite.exec(`CREATE SCHEMA IF NOT EXISTS ${schema}`);

  /** There is one connection, which all transactions take in turn. */
  async function transaction<T>(work: (sql: Sql, undo: Undo) => Promise<T>): Promise<T> {
    return pglite.transaction(async (tx) => {
      await tx.exec(`SET LOCAL search_path = ${schema}`);
      const undone = { is: false };
      const undo: Undo = (outcome) => {
        undone.is = true;
        return outcome;
      };
      const query = async ({ text, values = [] }: { text: string; values?: readonly unknown[] }) => {
        if (values.length === 0 && text.includes(";")) return tx.exec(text);
        const { rows, affectedRows } = await tx.query(text, [...values]);
        return { rows, rowCount: affectedRows };
      };
      const outcome = await work(sqlOf({ query } as unknown as Parameters<typeof sqlOf>[0]), undo);
      if (undone.is) await tx.rollback();
      return outcome;
    });
  }

  return {
    name: `pglite:${schema}`,
    read: transaction,
    moment: transaction,
    write: transaction,
    alone: transaction,
    close: async () => {}, // the next test goes on with the same
  };
}
