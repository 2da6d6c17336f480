import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { DatasetError } from "./dataset-error.ts";

export interface ReadProgress {
  /** Name within the folder. */
  readonly file: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** The folder a data set lies in, as readers see it: file names in, bytes or text out. */
export interface SourceFolder {
  readonly path: string;
  readonly name: string;
  readonly files: readonly string[];
  pathOf(file: string): string;
  /** The whole file as it streams by. */
  bytes(file: string): AsyncIterable<Uint8Array>;
  /** A small file whole; UTF-8, or latin-1 where it is not valid UTF-8 (MovieLens 100K and 1M). */
  text(file: string): Promise<string>;
  /** The first line, without its end and without a byte order mark. */
  firstLine(file: string): Promise<string>;
}

const CHUNK_BYTES = 1 << 20;
const FIRST_LINE_BYTES = 4096;

/** @throws DatasetError when there is no such folder */
export async function openFolder(
  path: string,
  onProgress?: (progress: ReadProgress) => void,
): Promise<SourceFolder> {
  const files = await readdir(path).catch((cause: NodeJS.ErrnoException) => {
    const found = cause.code === "ENOTDIR" ? "a file, expected a folder" : "no such folder";
    throw new DatasetError(
      { file: path },
      found,
      "Give the folder that holds the data set's files, or fetch one with `npm run data -- ml-latest-small`.",
      { cause },
    );
  });
  const pathOf = (file: string) => join(path, file);

  return {
    path,
    name: basename(resolve(path)),
    files,
    pathOf,

    async *bytes(file) {
      const bytesTotal = (await stat(pathOf(file))).size;
      let bytesRead = 0;
      for await (const chunk of createReadStream(pathOf(file), { highWaterMark: CHUNK_BYTES })) {
        yield chunk as Uint8Array;
        bytesRead += (chunk as Uint8Array).length;
        onProgress?.({ file, bytesRead, bytesTotal });
      }
    },

    async text(file) {
      const bytes = await readFile(pathOf(file));
      try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      } catch {
        return bytes.toString("latin1");
      }
    },

    async firstLine(file) {
      const handle = await open(pathOf(file));
      try {
        const { buffer, bytesRead } = await handle.read(
          Buffer.alloc(FIRST_LINE_BYTES),
          0,
          FIRST_LINE_BYTES,
          0,
        );
        const head = new TextDecoder().decode(buffer.subarray(0, bytesRead)); // drops the mark
        return head.split(/\r?\n/, 1)[0] ?? "";
      } finally {
        await handle.close();
      }
    },
  };
}
