import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openPromise } from "yauzl";
import { DatasetError } from "../dataset-error.ts";

/**
 * Unpacks a zip, streaming, whatever its size. The one folder that publishers put around everything is left
 * out. An entry that would land outside the folder ("../x", "/x", "C:x") fails the whole zip: yauzl refuses such
 * names.
 *
 * @throws DatasetError on anything that is not a sound zip
 */
export async function unzip(zip: string, folder: string, signal?: AbortSignal): Promise<void> {
  try {
    const prefix = await commonFolder(zip);
    const archive = await openPromise(zip);
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith("/") || basename(entry.fileName).startsWith("._")) continue;
      const path = join(folder, entry.fileName.slice(prefix.length));
      await mkdir(dirname(path), { recursive: true });
      await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(path), {
        ...(signal && { signal }),
      });
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw new DatasetError(
      { file: zip },
      `not a sound zip (${(cause as Error).message})`,
      "Fetch it again from its publisher.",
      { cause },
    );
  }
}

/** "ml-latest-small/" where every entry lies in it, else "". */
async function commonFolder(zip: string): Promise<string> {
  const tops = new Set<string>();
  const archive = await openPromise(zip);
  for await (const { fileName } of archive.eachEntry()) {
    if (fileName.startsWith("__MACOSX/")) continue;
    tops.add(fileName.includes("/") ? fileName.slice(0, fileName.indexOf("/") + 1) : "");
  }
  const [only = ""] = tops;
  return tops.size === 1 ? only : "";
}
