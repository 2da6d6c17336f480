import { migrate } from "../postgres/migrate.ts";
import type { PostgresDatabase, Sql } from "../postgres/sql.ts";
import type { Side } from "./side.ts";
import { type ColumnType, type Row, TABLES, type Table } from "./tables.ts";

const ARRAYS: Readonly<Record<ColumnType, string>> = {
  whole: "bigint[]",
  text: "text[]",
  real: "double precision[]",
  bytes: "text[]", // as hexadecimal digits
};

/**
 * @param reading from one moment, and nothing is written
 * @param database closed with the side
 */
export async function postgresSide(database: PostgresDatabase, reading: boolean): Promise<Side> {
  await migrate(database);
  const connection = await connected(database);
  const { sql } = connection;
  if (reading) await sql.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1");

  const select = (table: Table): string =>
    table.name === "figures"
      ? "SELECT day, platform, what, sum(count)::bigint AS count FROM figures"
      : `SELECT ${Object.keys(table.columns).join(", ")} FROM ${table.name}`;
  const grouped = ({ name }: Table): string => (name === "figures" ? "GROUP BY day, platform, what" : "");

  return {
    name: database.name,
    async count(table) {
      const row = await sql.get<{ rows: number }>(
        `SELECT count(*) AS rows FROM (${select(table)} ${grouped(table)}) AS all_of_it`,
      );
      return row!.rows;
    },
    rows(table, after, limit) {
      const { key } = table;
      const behind = after
        ? `WHERE (${key.join(", ")}) > (${key.map((_, nth) => `$${nth + 2}`).join(", ")})`
        : "";
      return sql.all<Row>(
        `${select(table)} ${behind} ${grouped(table)} ORDER BY ${key.join(", ")} LIMIT $1`,
        limit,
        ...(after ? key.map((column) => after[column]) : []),
      );
    },
    last: (table) =>
      sql.get<Row>(
        `${select(table)} ${grouped(table)} ORDER BY ${table.key.map((column) => `${column} DESC`).join(", ")} LIMIT 1`,
      ),
    async put(table, rows) {
      const columns = Object.entries(table.columns);
      const isInParts = table.name === "figures";
      const names = [...columns.map(([name]) => name), ...(isInParts ? ["part"] : [])];
      const key = [...table.key, ...(isInParts ? ["part"] : [])];
      const values = columns.map(([name, type]) => (type === "bytes" ? `decode(${name}, 'hex')` : name));
      const others = names.filter((name) => !key.includes(name));
      const replaced =
        others.length === 0
          ? "NOTHING"
          : `UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(", ")}`;
      await sql.run(
        `INSERT INTO ${table.name} (${names.join(", ")})
         SELECT ${[...values, ...(isInParts ? ["0"] : [])].join(", ")}
         FROM unnest(${columns.map(([, type], nth) => `$${nth + 1}::${ARRAYS[type]}`).join(", ")})
           AS given (${columns.map(([name]) => name).join(", ")})
         ON CONFLICT (${key.join(", ")}) DO ${replaced}`,
        ...columns.map(([name, type]) =>
          rows.map((row) => (type === "bytes" ? digitsOf(row[name]) : row[name])),
        ),
      );
    },
    async finish() {
      for (const { name, columns } of TABLES) {
        const numbered = "seq" in columns ? "seq" : name === "users" ? "id" : undefined;
        if (numbered)
          await sql.all(
            `SELECT setval(pg_get_serial_sequence('${name}', '${numbered}'), (SELECT max(${numbered}) FROM ${name}))
             WHERE EXISTS (SELECT 1 FROM ${name})`,
          );
      }
    },
    async close() {
      if (reading) await sql.script("COMMIT; SELECT 1");
      await connection.end();
      await database.close();
    },
  };
}

const digitsOf = (bytes: Row[string] | undefined): string | null =>
  bytes instanceof Uint8Array ? Buffer.from(bytes).toString("hex") : null;

/** One connection for as long as the side is open. */
async function connected(database: PostgresDatabase): Promise<{ readonly sql: Sql; end(): Promise<void> }> {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let closed: Promise<void> = Promise.resolve();
  const sql = await new Promise<Sql>((resolve, reject) => {
    closed = database.alone(async (connection) => {
      resolve(connection);
      await ended;
    });
    closed.catch(reject);
  });
  return {
    sql,
    async end() {
      end();
      await closed;
    },
  };
}
