import { unzipSync } from "fflate";
import { HistoryError } from "./row.ts";

export interface NamedFile {
  /** With the folders that it lies in: "likes/films.csv". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Somebody's whole history stays far below, and what does not was made to fill a machine. */
export const BOUNDS = { bytes: 20 * 2 ** 20, unpackedBytes: 60 * 2 ** 20, entries: 5_000 } as const;

const READ = /\.(csv|json|tsv|txt)$/i;
/** What Letterboxd keeps of what was deleted, lists that mean something else, and what macOS adds. */
const PASSED_OVER = /(?:^|\/)(?:deleted|orphaned|lists|__MACOSX)\/|(?:^|\/)\./;
/** Of what Excel, LibreOffice and Numbers write, which are archives as well. */
const WORKBOOK = /^(?:xl\/|content\.xml$|Index\/Tables\/)/;
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The files that were sent: the one, or those of an archive that may be read. @throws HistoryError */
export function filesIn(sent: NamedFile): NamedFile[] {
  if (sent.bytes.length === 0) throw new HistoryError("The file is empty. Export it again, and send that.");
  if (sent.bytes.length > BOUNDS.bytes)
    throw new HistoryError(
      `The file is larger than ${megabytes(BOUNDS.bytes)}. Send the CSV files one by one.`,
    );
  return isZip(sent.bytes) ? unpacked(sent.bytes) : [sent];
}

function unpacked(bytes: Uint8Array): NamedFile[] {
  let entries = 0;
  let sum = 0;
  let isWorkbook = false;
  const found = unzipped(bytes, ({ name, originalSize }) => {
    entries++;
    if (entries > BOUNDS.entries)
      throw new HistoryError("The archive holds thousands of files. Send the CSV files in it one by one.");
    isWorkbook ||= WORKBOOK.test(name);
    if (!READ.test(name) || PASSED_OVER.test(name)) return false;
    sum += originalSize; // nothing becomes larger than it says: what does is cut off there
    if (sum > BOUNDS.unpackedBytes)
      throw new HistoryError(
        `The archive unpacks to more than ${megabytes(BOUNDS.unpackedBytes)}. Send the CSV files in it one by one.`,
      );
    return true;
  });
  const files = Object.entries(found).map(([name, unpackedBytes]) => ({ name, bytes: unpackedBytes }));
  if (files.length === 0 && isWorkbook)
    throw new HistoryError(
      "This is a workbook of a spreadsheet. Save the table in it as CSV, and send that.",
    );
  if (files.length === 0)
    throw new HistoryError("There is no CSV or JSON file in the archive. Send the export as you got it.");
  return files;
}

function unzipped(
  bytes: Uint8Array,
  filter: (file: { readonly name: string; readonly originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof HistoryError) throw cause;
    throw new HistoryError(
      "The archive is damaged. Export it again, or send the CSV files in it one by one.",
      {
        cause,
      },
    );
  }
}

const megabytes = (bytes: number): string => `${bytes / 2 ** 20} MB`;
