import { createWriteStream } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openPromise } from "yauzl";
import { DatasetError } from "../dataset-error.ts";
import { outOfBounds, UNPACKING_BOUNDS, type UnpackingBounds } from "../unpacking-bounds.ts";

export interface UnzipOptions {
  readonly signal?: AbortSignal | undefined;
  readonly bounds?: UnpackingBounds;
}

/**
 * Unpacks a zip, streaming, whatever its size within the bounds; one beyond them is refused before anything is written.
 * The one folder that publishers put around everything is left out. An entry that would land outside the folder
 * ("../x", "/x", "C:x"), or that is longer than the zip says it is, fails the whole zip: yauzl refuses such.
 *
 * @throws DatasetError on anything that is not a sound zip; the system's own error where a file cannot be read or written
 */
export async function unzip(
  zip: string,
  folder: string,
  { signal, bounds = UNPACKING_BOUNDS }: UnzipOptions = {},
): Promise<void> {
  try {
    const { excess, commonFolder } = await survey(zip, bounds);
    if (excess !== undefined) throw refused(zip, excess);
    const archive = await openPromise(zip);
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith("/") || basename(entry.fileName).startsWith("._")) continue;
      const path = join(folder, entry.fileName.slice(commonFolder.length));
      await mkdir(dirname(path), { recursive: true });
      await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(path), {
        ...(signal && { signal }),
      });
    }
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof DatasetError || isOfTheSystem(cause)) throw cause;
    throw refused(zip, `not a sound zip (${(cause as Error).message})`, cause);
  }
}

const refused = (zip: string, found: string, cause?: unknown): DatasetError =>
  new DatasetError({ file: zip }, found, "Fetch it again from its publisher.", { cause });

/** A full disk, a folder that may not be written to: no fault of the zip's. */
const isOfTheSystem = (error: unknown): boolean => error instanceof Error && "syscall" in error;

interface Survey {
  /** What of it is out of bounds. */
  readonly excess: string | undefined;
  /** "ml-latest-small/" where every entry lies in it, else "". */
  readonly commonFolder: string;
}

/** By what the zip says of itself, which yauzl holds it to as it unpacks. */
async function survey(zip: string, bounds: UnpackingBounds): Promise<Survey> {
  const archive = await openPromise(zip);
  const entries = archive.entryCount;
  const tops = new Set<string>();
  let bytes = 0;
  let packedBytes = 0;
  for await (const { fileName, uncompressedSize, compressedSize } of archive.eachEntry()) {
    bytes += uncompressedSize;
    packedBytes += compressedSize;
    if (entries > bounds.entries) break;
    if (!fileName.startsWith("__MACOSX/"))
      tops.add(fileName.includes("/") ? fileName.slice(0, fileName.indexOf("/") + 1) : "");
  }
  const { size } = await stat(zip); // entries that lie over each other are packed once
  const excess = outOfBounds({ entries, bytes, packedBytes: Math.min(packedBytes, size) }, bounds);
  const [only = ""] = tops;
  return { excess, commonFolder: tops.size === 1 ? only : "" };
}
