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
/** The header is among so many lines. */
const MOST_ABOVE = 10;
const DELIMITERS = [",", ";", "\t", "|"];

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * @param isKnown whether a table with these columns can be read: a title and the like may stand above them
 * @throws HistoryError where it is no table
 */
export function tableIn(text: string, isKnown: (columns: readonly string[]) => boolean): Table {
  const titles = onlyTitles(text);
  if (titles) return titles;
  const [header, ...rest] = withHeaderFirst(parsed(text), isKnown);
  if (!header) throw new HistoryError("There is nothing in the file. Export it again, and send that.");
  if (rest.length > MOST_ROWS)
    throw new HistoryError(
      `The file has more than ${MOST_ROWS.toLocaleString("en")} rows. Send a part of it.`,
    );
  const columns = columnsIn(header);
  const isHeader = columns.some((name) => /^\p{L}/u.test(name)) && !looksLikeFilm(columns);
  return isHeader
    ? { columns, rows: rest.map((one) => rowOf(one, columns)) }
    : withoutHeader([header, ...rest]);
}

const columnsIn = ({ record }: Parsed): string[] => record.map((name) => name.trim().toLowerCase());

/** Lines above the header, in which people say what the table is, are left out. */
function withHeaderFirst(
  lines: readonly Parsed[],
  isKnown: (columns: readonly string[]) => boolean,
): readonly Parsed[] {
  const [first] = lines;
  if (!first || looksLikeFilm(columnsIn(first))) return lines;
  const at = lines.slice(0, MOST_ABOVE).findIndex((line) => isKnown(columnsIn(line)));
  return at < 1 ? lines : lines.slice(at);
}

/** Where the table begins, and what stands between its cells where the file says so: Excel writes "sep=;", Letterboxd what list it is. */
function beginning(text: string): { readonly fromLine: number; readonly delimiter?: string } {
  const delimiter = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (delimiter !== undefined) return { fromLine: 2, delimiter };
  if (!text.startsWith("Letterboxd list export")) return { fromLine: 1 };
  const lines = text.slice(0, LONGEST_ROW).split(/\r\n|\r|\n/);
  return {
    fromLine:
      Math.max(
        0,
        lines.findIndex((line) => line.startsWith("Position,")),
      ) + 1,
  };
}

function parsed(marked: string): Parsed[] {
  const text = marked.replace(/^\ufeff/, "");
  const { fromLine, delimiter = delimiterOf(text) } = beginning(text);
  try {
    return parse(text, {
      delimiter,
      from_line: fromLine,
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

/** That of the first line that has any. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, LONGEST_ROW).split(/\r\n|\r|\n/, MOST_ABOVE);
  const first = lines.find((line) => DELIMITERS.some((delimiter) => line.includes(delimiter))) ?? "";
  const count = (delimiter: string) => first.split(delimiter).length;
  return DELIMITERS.reduce((best, other) => (count(other) > count(best) ? other : best));
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
  const rows = lines.map(({ record, info }) => ({ cells: of(record), line: info.lines }));
  const isRated = rows.some(({ cells }) => cells.rating !== "");
  return { columns: ["title", "year", ...(isRated ? ["rating"] : [])], rows };
}

const WITH_YEAR = /\((?:18|19|20)\d\d\)$/;

/** A film a line, each with its year behind it: no comma in a title parts anything. */
function onlyTitles(text: string): Table | undefined {
  const lines = text.length > LONGEST_ROW ? [] : text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const rows = lines.flatMap((line, at): TableRow[] =>
    line.trim() === "" ? [] : [{ cells: { title: line.trim().replace(/^"|"$/g, "") }, line: at + 1 }],
  );
  const areTitles = rows.length > 0 && rows.every(({ cells }) => WITH_YEAR.test(cells.title ?? ""));
  return areTitles ? { columns: ["title"], rows } : undefined;
}
