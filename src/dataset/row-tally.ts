import { DatasetError } from "./dataset-error.ts";

const BAD_ROW_REASONS = [
  "missing field",
  "extra field",
  "not a number",
  "unknown rating",
  "unknown movie",
  "duplicate",
] as const;
export type BadRowReason = (typeof BAD_ROW_REASONS)[number];

/** The rows of one file that were left out for one reason. */
export interface BadRows {
  readonly reason: BadRowReason;
  readonly count: number;
  /** 1-based, the first five at most, ascending. */
  readonly firstLines: readonly number[];
}

export interface FileReport {
  readonly file: string;
  /** Good and bad ones; without the header and blank lines. */
  readonly rows: number;
  readonly bad: readonly BadRows[];
}

const BAD_SHARE_TOLERATED = 0.01;
const LINES_KEPT = 5;

/** Counts the rows of one file, and judges it at the end. */
export class RowTally {
  rows = 0;
  readonly #file: string;
  readonly #bad = new Map<BadRowReason, { count: number; firstLines: number[] }>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Call once per bad row, in ascending order of lines within a reason. */
  bad(reason: BadRowReason, line: number): void {
    const entry = this.#bad.get(reason) ?? { count: 0, firstLines: [] };
    this.#bad.set(reason, entry);
    entry.count++;
    if (entry.firstLines.length < LINES_KEPT) entry.firstLines.push(line);
  }

  /** @throws DatasetError when the file holds no row, or more than 1 % bad ones */
  report(): FileReport {
    if (this.rows === 0) throw new DatasetError({ file: this.#file }, "the file holds no rows", REMEDY);
    const bad = [...this.#bad].map(([reason, entry]) => ({ reason, ...entry }));
    const badCount = bad.reduce((sum, { count }) => sum + count, 0);
    if (badCount > this.rows * BAD_SHARE_TOLERATED) {
      const first = bad.reduce((a, b) => (a.firstLines[0]! <= b.firstLines[0]! ? a : b));
      const counts = bad.map(({ reason, count }) => `${count} × ${reason}`).join(", ");
      throw new DatasetError(
        { file: this.#file, line: first.firstLines[0]! },
        `${first.reason}; of ${this.rows} rows ${badCount} are bad (${counts}), at most 1 % may be`,
        REMEDY,
      );
    }
    return { file: this.#file, rows: this.rows, bad };
  }
}

const REMEDY =
  "Compare the file with the publisher's; `npm run data -- --help` lists the data sets it can fetch afresh.";
