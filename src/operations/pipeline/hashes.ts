/** Hashes of what steps go by and of what they wrote: SHA-256 of names and contents, whatever the times. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

export const hashOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** Of a file, or of all files below a folder with their names in it; "absent" where there is nothing. */
export async function contentHash(path: string): Promise<string> {
  if (!existsSync(path)) return "absent";
  if (statSync(path).isFile()) return fileHash(path);
  const hash = createHash("sha256");
  for (const name of await filesBelow(path)) hash.update(`${name}\0${await fileHash(join(path, name))}\0`);
  return hash.digest("hex");
}

/** Seen from the folder, in the same order everywhere. */
export async function filesBelow(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => statSync(join(folder, name)).isFile()).sort();
}

async function fileHash(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
