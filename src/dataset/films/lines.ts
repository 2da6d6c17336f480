/** The files of films' facts as they stream by: JSON a line, or tables; unpacked where their names end in ".gz". */

import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { createGunzip, type Gunzip } from "node:zlib";
import { parse } from "csv-parse";
import { z } from "zod";
import { DatasetError } from "../dataset-error.ts";
import type { SourceFolder } from "../source-folder.ts";
import { outOfBounds } from "../unpacking-bounds.ts";

const AGAIN = "Fetch the file again.";

function unpacked(folder: SourceFolder, file: string): Readable {
  if (!folder.files.includes(file))
    throw new DatasetError(
      { file: folder.pathOf(file) },
      "no such file",
      "`npx matinee films fetch` fetches it from its publisher; data/README.md tells of all the files.",
    );
  const source = Readable.from(folder.bytes(file));
  if (!file.endsWith(".gz")) return source;
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  return Readable.from(withinBounds(source.pipe(gunzip), folder.pathOf(file)));
}

/** @throws DatasetError where more comes out of a file than anything that is published holds */
async function* withinBounds(gunzip: Gunzip, file: string): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    const excess = outOfBounds({ entries: 1, packedBytes: gunzip.bytesWritten, bytes });
    if (excess !== undefined) throw new DatasetError({ file }, excess, AGAIN);
    yield chunk;
  }
}

/** @throws DatasetError at the first line that is not of the form */
export async function* jsonLines<T>(
  folder: SourceFolder,
  file: string,
  schema: z.ZodType<T>,
): AsyncGenerator<T> {
  let number = 0;
  for await (const line of createInterface({
    input: unpacked(folder, file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++;
    if (line.trim() === "") continue;
    const at = { file: folder.pathOf(file), line: number };
    const checked = schema.safeParse(parsed(line, at));
    if (!checked.success) throw new DatasetError(at, z.prettifyError(checked.error), AGAIN);
    yield checked.data;
  }
}

function parsed(line: string, at: { readonly file: string; readonly line: number }): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new DatasetError(at, "not JSON", AGAIN, { cause });
  }
}

export type Cells = Readonly<Record<string, string | undefined>>;

export interface TableForm {
  /** Default: "," */
  readonly delimiter?: string;
  /** Names of the columns, where the file has no header. */
  readonly columns?: readonly string[];
  /** Quotes are letters like any other. */
  readonly unquoted?: boolean;
}

/** The rows of a table by column. @throws DatasetError where quotes do not close, or a named column is missing */
export async function* tableRows(
  folder: SourceFolder,
  file: string,
  needs: readonly string[],
  { delimiter = ",", columns, unquoted = false }: TableForm = {},
): AsyncGenerator<Cells> {
  const source = unpacked(folder, file);
  const parser = parse({
    bom: true,
    delimiter,
    columns: columns ? [...columns] : true,
    relax_column_count: true,
    skip_empty_lines: true,
    ...(unquoted && { quote: null }),
  });
  source.on("error", (error) => parser.destroy(error));
  let first = true;
  try {
    for await (const row of source.pipe(parser) as AsyncIterable<Cells>) {
      const missing = first ? needs.filter((column) => row[column] === undefined) : [];
      if (missing.length > 0) {
        throw new DatasetError({ file: folder.pathOf(file) }, `no column ${missing.join(", ")}`, AGAIN);
      }
      first = false;
      yield row;
    }
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    throw new DatasetError({ file: folder.pathOf(file) }, (cause as Error).message, AGAIN, { cause });
  }
}
