import type { Row, Table } from "./tables.ts";

/** A store as it is taken along, or taken to. */
export interface Side {
  /** Where it is, as it is named to people. */
  readonly name: string;
  count(table: Table): Promise<number>;
  /** Rows behind a row in the order of the key, so many at the most; from the first where there is none. */
  rows(table: Table, after: Row | undefined, limit: number): Promise<Row[]>;
  /** The last in the order of the key. */
  last(table: Table): Promise<Row | undefined>;
  /** All or none of them. What is there under the same key is replaced. */
  put(table: Table, rows: readonly Row[]): Promise<void>;
  /** After the last row: what is added from now on is numbered behind it. */
  finish(): Promise<void>;
  close(): Promise<void>;
}
