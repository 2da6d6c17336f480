/** PostgreSQL as the store sees it: statements within transactions. A pool of connections has this shape, and so has a database within the process. */

export interface Sql {
  all<Row>(text: string, ...values: readonly unknown[]): Promise<Row[]>;
  /** The first row. */
  get<Row>(text: string, ...values: readonly unknown[]): Promise<Row | undefined>;
  /** @returns how many rows it changed */
  run(text: string, ...values: readonly unknown[]): Promise<number>;
  /** Several statements, by semicolons. */
  script(text: string): Promise<void>;
}

/** Marks what a transaction did to be undone, and gives back what it has come to all the same. */
export type Undo = <T>(outcome: T) => T;

export interface WriteOptions {
  /** Whether a power cut may take it back. Default: false */
  readonly unflushed?: boolean;
  /** It would do something else when it is run again after it was committed. Default: false, it finds what it has done */
  readonly once?: boolean;
}

export interface PostgresDatabase {
  /** Where it is, without the password. */
  readonly name: string;
  /** Statements that need not be of one moment. @param withinMs is tried again for so long; default: as for a turn */
  read<T>(look: (sql: Sql) => Promise<T>, withinMs?: number): Promise<T>;
  /** All of one moment. */
  moment<T>(look: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * All or nothing, and durable once resolved. Run again where others were in the way, or the connection was lost before it was
   * committed: whatever it does besides must bear that.
   */
  write<T>(work: (sql: Sql, undo: Undo) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** What takes its time, and begins and ends its own transactions: on a connection of its own, and once. */
  alone<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Safe to call twice. */
  close(): Promise<void>;
}
