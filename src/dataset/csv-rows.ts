import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { DatasetError } from "./dataset-error.ts";
import type { SourceFolder } from "./source-folder.ts";

export interface CsvRow {
  /** By column; undefined where the row is too short. */
  readonly cells: Readonly<Record<string, string | undefined>>;
  /** The line its last cell ends on, 1-based. */
  readonly line: number;
  /** It has more cells than the header has columns. */
  readonly tooLong: boolean;
}

const DELIMITERS = [",", ";", "\t", "|"];

/** The header's columns; any of the usual delimiters. */
export async function csvColumns(
  folder: SourceFolder,
  file: string,
): Promise<{ columns: string[]; delimiter: string }> {
  const header = await folder.firstLine(file);
  const count = (delimiter: string) => header.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, other) => (count(other) > count(best) ? other : best));
  const columns = header.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
  return { columns, delimiter };
}

/** Streams the rows under the header, one at a time. @throws DatasetError where quotes do not close */
export async function* csvRows(folder: SourceFolder, file: string): AsyncGenerator<CsvRow> {
  const { columns, delimiter } = await csvColumns(folder, file);
  const parser = parse({
    bom: true,
    delimiter,
    from: 2,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const source = Readable.from(folder.bytes(file)).on("error", (error) => parser.destroy(error));
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<ParsedRecord>) {
      const cells: Record<string, string> = {};
      for (let i = 0; i < columns.length && i < record.length; i++) cells[columns[i]!] = record[i]!;
      yield { cells, line: info.lines, tooLong: record.length > columns.length };
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new DatasetError(
      { file: folder.pathOf(file), ...(typeof cause.lines === "number" && { line: cause.lines }) },
      cause.message,
      "Fetch the file again, or correct the quotes on that line.",
      { cause },
    );
  }
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}
