/** From a file that somebody sent to what it says that they did. */
import { filesIn, type NamedFile } from "./files-in.ts";
import { type ReadJson, readJson } from "./json.ts";
import { type History, HistoryError, type HistoryRow, type ReadRow } from "./row.ts";
import { tableIn } from "./table.ts";
import { isHeader, readerOf } from "./tables.ts";
import { textOf } from "./text-of.ts";

/** What of Letterboxd's archive says nothing of films, and would be refused alone. */
const NO_HISTORY = /(?:^|\/)(?:profile|comments|friends|user-?settings)[^/]*$/i;
const WEB_PAGE = /^\ufeff?\s*<(?:!doctype|html|head|body|\?xml)/i;
/** Lines of a file are told one by one up to so many. */
const MOST_TOLD = 1_000;

/**
 * @param sent with the name that it has where it came from: a list of films may say by its name alone what it is of
 * @param most what the best rating is, where that is known; else it is told by the ratings
 * @throws HistoryError with a sentence for the person where it cannot be used
 */
export function readHistory(sent: NamedFile, { most }: { readonly most?: number } = {}): History {
  const files = filesIn(sent);
  const several = files.length > 1;
  const read: ReadJson[] = [];
  let refused: HistoryError | undefined;
  for (const { name, bytes } of files) {
    if (several && NO_HISTORY.test(name)) continue;
    try {
      read.push(readFile(name, textOf(bytes), most));
    } catch (error) {
      if (!several || !(error instanceof HistoryError)) throw error;
      refused = error; // one of many that is something else is no reason to refuse the rest
    }
  }
  if (read.length === 0) throw refused ?? new HistoryError("There is nothing of films in the archive.");
  const lines = read.flatMap((one) => one.lines);
  const [forGood] = read.flatMap((one) => one.forGood ?? []);
  const rows = [...read.flatMap((one) => one.rows ?? []), ...lines.flatMap(rowIn)];
  return {
    services: [...new Set(read.map(({ service }) => service))],
    rows,
    ...(forGood && { forGood }),
    notFilms: lines.filter(({ read: one }) => one.kind === "notFilm").length,
    unreadable: lines
      .flatMap(({ at, read: one }) => (one.kind === "unreadable" ? [`${at}: ${one.why}`] : []))
      .slice(0, MOST_TOLD),
  };
}

function readFile(file: string, text: string, most: number | undefined): ReadJson {
  if (/^\s*[[{]/.test(text.replace(/^\ufeff/, ""))) return readJson(text, file);
  if (WEB_PAGE.test(text))
    throw new HistoryError(
      "This is a web page, and no export: it comes where one is not logged in. Export it again, and send that.",
    );
  const table = tableIn(text, isHeader);
  const { service, read } = readerOf(table, { file, ...(most !== undefined && { most }) });
  return { service, lines: table.rows.map((row) => ({ at: `line ${row.line}`, read: read(row) })) };
}

function rowIn({ at, read }: { readonly at: string; readonly read: ReadRow }): HistoryRow[] {
  if (read.kind !== "row") return [];
  const { kind: _, ...row } = read;
  return [{ ...row, at }];
}
