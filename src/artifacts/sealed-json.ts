/**
 * JSON, packed, or other bytes, under a line with its format and a hash of all that follows. What it says was checked when it was written; from
 * then on the hash vouches for it, which keeps reading it short.
 */
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { once } from "../catalog/once.ts";

const headSchema = z.object({ format: z.int(), sha256: z.string() });

export const seal = (format: number, body: string): Buffer =>
  sealBytes(format, deflateRawSync(body, { level: 9 }));

export function sealBytes(format: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ format, sha256: hashOf(body) })}\n`), body]);
}

/** As unsealBytes(), of what was packed by seal(). */
export const unseal = <T>(format: number, bytes: Buffer, read: (text: Buffer) => T): (() => T) =>
  unsealBytes(format, bytes, (body) => read(inflateRawSync(body)));

/**
 * What `read` makes of the bytes under the first line, when first it is asked for: a start does not wait for it.
 *
 * @throws Error at once, saying what is wrong with the bytes
 */
export function unsealBytes<T>(format: number, bytes: Buffer, read: (body: Buffer) => T): () => T {
  const end = bytes.indexOf("\n");
  const head = headSchema.safeParse(parsed(bytes.subarray(0, Math.max(0, end)).toString("utf8")));
  if (!head.success) throw new Error("the first line does not tell a format and a hash");
  if (head.data.format !== format)
    throw new Error(`it has format ${head.data.format}, this program reads ${format}: update Matinee`);
  const body = bytes.subarray(end + 1);
  if (hashOf(body) !== head.data.sha256)
    throw new Error("cut short or altered: its SHA-256 is not the one it names");
  return once(() => read(body));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
