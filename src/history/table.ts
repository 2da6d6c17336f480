/** Tables as people have them: any of the usual delimiters, a header or none. */
import { CsvError, parse } from "csv-parse/sync";
import { looksLikeRating } from "./cells.ts";
import { HistoryError } from "./row.ts";

export interface TableRow {
  readonly cells: Readonly<Record<string, string>>;
  /** 1-based. */
  readonly line: number;
}

export interface Table {
  /** In lower case. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A film has a line, and nobody has seen as many. */
const MOST_ROWS = 100_000;
/** In characters: a review is long, and nothing is as long as this. */
const LONGEST_ROW = 200_000;
const DELIMITERS = [",", ";", "\t", "|"];

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** @throws HistoryError where it is no table */
export function tableIn(text: string): Table {
  const lines = parsed(text);
  const [header, ...rest] = lines;
  if (!header) throw new HistoryError("There is nothing in the file. Export it again, and send that.");
  if (rest.length > MOST_ROWS)
    throw new HistoryError(
      `The file has more than ${MOST_ROWS.toLocaleString("en")} rows. Send a part of it.`,
    );
  const columns = header.record.map((name) => name.trim().toLowerCase());
  const isHeader = columns.some((name) => /^\p{L}/u.test(name)) && !looksLikeFilm(columns);
  return isHeader ? { columns, rows: rest.map((one) => rowOf(one, columns)) } : withoutHeader(lines);
}

function parsed(text: string): Parsed[] {
  const first = text.slice(0, LONGEST_ROW).split(/\r\n|\r|\n/, 1)[0]!;
  const count = (delimiter: string) => first.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, other) => (count(other) > count(best) ? other : best));
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      max_record_size: LONGEST_ROW,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: MOST_ROWS + 2,
      trim: true,
    }) as unknown as Parsed[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new HistoryError(
      `The file cannot be read as a table: ${cause.message}. Export it again, and send that.`,
      {
        cause,
      },
    );
  }
}

const rowOf = ({ record, info }: Parsed, columns: readonly string[]): TableRow => ({
  cells: Object.fromEntries(columns.map((name, at) => [name, record[at] ?? ""])),
  line: info.lines,
});

const YEAR = /^(?:18|19|20)\d\d$/;

/** "Heat", "1995", "4,5": a line of a table that says nothing of its columns. */
const looksLikeFilm = (cells: readonly string[]): boolean =>
  cells.length >= 2 &&
  cells.length <= 4 &&
  cells.slice(1).every((cell) => cell === "" || YEAR.test(cell) || looksLikeRating(cell)) &&
  cells.slice(1).some((cell) => cell !== "");

/** A title, and among the rest a year and stars. */
function withoutHeader(lines: readonly Parsed[]): Table {
  const of = (record: readonly string[]): TableRow["cells"] => {
    const [title = "", ...rest] = record;
    const year = rest.find((cell) => YEAR.test(cell)) ?? "";
    return { title, year, rating: rest.find((cell) => cell !== year && looksLikeRating(cell)) ?? "" };
  };
  return {
    columns: ["title", "year", "rating"],
    rows: lines.map(({ record, info }) => ({ cells: of(record), line: info.lines })),
  };
}
