import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { DatasetError } from "../dataset-error.ts";

export interface FetchProgress {
  readonly url: string;
  readonly bytesRead: number;
  /** Absent where the server does not say. */
  readonly bytesTotal?: number;
}

export interface FetchOptions {
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Ten times the largest that is published. */
const MOST_BYTES = 4 * 2 ** 30;
/** A checksum and a name. */
const MOST_MD5_BYTES = 64 * 2 ** 10;

const REMEDY =
  "Check the connection and try again, or fetch the files by other means: npx matinee data <name> --from <folder or zip> takes them.";

/**
 * Streams an address into a file and compares its checksum.
 *
 * @throws DatasetError when the server cannot be reached, refuses, breaks off, or the bytes are not the expected ones
 */
export async function fetchFile(
  url: string,
  path: string,
  expected: { readonly algorithm: "md5" | "sha256"; readonly hex: string },
  { onProgress, signal }: FetchOptions = {},
): Promise<void> {
  const response = await get(url, signal);
  const length = Number(response.headers.get("content-length"));
  const total = length > 0 ? { bytesTotal: length } : {};
  if (length > MOST_BYTES) throw tooLarge(url, MOST_BYTES);
  const hash = createHash(expected.algorithm);
  let bytesRead = 0;
  try {
    await pipeline(
      response.body!,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytesRead += chunk.length;
          if (bytesRead > MOST_BYTES) throw tooLarge(url, MOST_BYTES);
          onProgress?.({ url, bytesRead, ...total });
          yield chunk;
        }
      },
      createWriteStream(path),
      { ...(signal && { signal }) },
    );
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof DatasetError || (cause as NodeJS.ErrnoException).path === path) throw cause;
    throw new DatasetError({ file: url }, `the download broke off after ${bytesRead} bytes`, REMEDY, {
      cause,
    });
  }
  const found = hash.digest("hex");
  if (found !== expected.hex) {
    throw new DatasetError(
      { file: url },
      `${expected.algorithm} ${found}, expected ${expected.hex}: not the published file`,
      REMEDY,
    );
  }
}

/** Reads the MD5 of an ".md5" file, written as md5sum or as BSD's md5 writes it. */
export async function fetchMd5(url: string, { signal }: FetchOptions = {}): Promise<string> {
  const { body } = await get(url, signal);
  let text = "";
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.length > MOST_MD5_BYTES) throw tooLarge(url, MOST_MD5_BYTES);
  }
  const md5 = /\b[0-9a-f]{32}\b/i.exec(text)?.[0];
  if (md5 === undefined) throw new DatasetError({ file: url }, "no MD5 in it", REMEDY);
  return md5.toLowerCase();
}

const tooLarge = (url: string, most: number): DatasetError =>
  new DatasetError({ file: url }, `more than ${most} bytes: not the published file`, REMEDY);

async function get(url: string, signal: AbortSignal | undefined): Promise<Response> {
  const response = await fetch(url, { ...(signal && { signal }) }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new DatasetError({ file: url }, "the server cannot be reached", REMEDY, { cause });
  });
  if (!response.ok || response.body === null) {
    throw new DatasetError(
      { file: url },
      `the server answered ${response.status} ${response.statusText}`,
      REMEDY,
    );
  }
  return response;
}
