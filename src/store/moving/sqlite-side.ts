import { closeDatabase, openDatabase } from "../open-database.ts";
import { patiently } from "../patience.ts";
import type { Side } from "./side.ts";
import type { Row, Table } from "./tables.ts";

const nameOf = (column: string): string => (column === "user_id" ? "user" : column);
/** "key" is a word of SQL's. */
const quoted = (column: string): string => `"${nameOf(column)}"`;
const list = (columns: readonly string[]): string => columns.map(quoted).join(", ");

/** @param reading from one moment, and nothing is written */
export async function sqliteSide(file: string, reading: boolean): Promise<Side> {
  const database = await openDatabase(file);
  if (reading) database.exec("BEGIN");
  const columnsOf = ({ columns }: Table): string[] => Object.keys(columns);
  const selected = (table: Table): string =>
    columnsOf(table)
      .map((column) => `${quoted(column)} AS ${column}`)
      .join(", ");
  const keyOf = ({ key }: Table, row: Row) => key.map((column) => row[column]);

  return {
    name: database.name,
    count: async ({ name }) => database.prepare<[], number>(`SELECT count(*) FROM ${name}`).pluck().get()!,
    async rows(table, after, limit) {
      const { name, key } = table;
      const behind = after ? `WHERE (${list(key)}) > (${key.map(() => "?").join(", ")})` : "";
      return database
        .prepare<unknown[], Row>(
          `SELECT ${selected(table)} FROM ${name} ${behind} ORDER BY ${list(key)} LIMIT ?`,
        )
        .all(...(after ? keyOf(table, after) : []), limit);
    },
    async last(table) {
      const backwards = table.key.map((column) => `${quoted(column)} DESC`).join(", ");
      return database
        .prepare<[], Row>(`SELECT ${selected(table)} FROM ${table.name} ORDER BY ${backwards} LIMIT 1`)
        .get();
    },
    async put(table, rows) {
      const columns = columnsOf(table);
      const others = columns.filter((column) => !table.key.includes(column));
      const replaced =
        others.length === 0
          ? "NOTHING"
          : `UPDATE SET ${others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(", ")}`;
      const insert = database.prepare(
        `INSERT INTO ${table.name} (${list(columns)}) VALUES (${columns.map((column) => `@${column}`).join(", ")})
         ON CONFLICT (${list(table.key)}) DO ${replaced}`,
      );
      const all = database.transaction(() => {
        for (const row of rows) insert.run(row);
      });
      await patiently(() => all.immediate());
    },
    finish: async () => {}, // SQLite numbers behind the highest by itself
    async close() {
      if (database.inTransaction) database.exec("COMMIT");
      closeDatabase(database);
    },
  };
}
