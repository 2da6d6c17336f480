/**
 * What the word lists came to when Matinee was built: to parse and check them takes half a second, which no start is to wait for. It is
 * of use to whoever reads the very same texts; with a letter of them edited it is none, and they are read for what they say.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { once } from "../catalog/once.ts";
import { writeWhole } from "../files/write-whole.ts";

/** One list as it is written. */
export interface Text {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Among the compiled files, which a build makes anew: what was kept by other code than this is gone. */
const KEPT = new URL("./words-as-built.json", import.meta.url);

interface Kept {
  readonly sha256: string;
  readonly words: unknown;
}

const kept = once(async () =>
  existsSync(KEPT) ? (JSON.parse(await readFile(KEPT, "utf8")) as Kept) : undefined,
);

/** The very same each time, so that what is made of it need be made once. */
export async function readAsBuilt(texts: readonly Text[]): Promise<unknown> {
  const built = await kept();
  return built?.sha256 === hashOf(texts) ? built.words : undefined;
}

export function keepAsBuilt(texts: readonly Text[], words: unknown): Promise<void> {
  const built: Kept = { sha256: hashOf(texts), words };
  return writeWhole(fileURLToPath(KEPT), JSON.stringify(built));
}

/** Of their names too, wherever they lie. */
const hashOf = (texts: readonly Text[]): string =>
  createHash("sha256")
    .update(JSON.stringify(texts.map(({ name, text }) => [name, text])))
    .digest("hex");
