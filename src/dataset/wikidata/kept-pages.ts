/** Answers kept as files, one a question, so that whoever was stopped goes on where they were. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { makeFolder } from "../../files/make-folder.ts";
import { writeWhole } from "../../files/write-whole.ts";
import type { Ask, Row } from "./query-service.ts";

const rowsSchema = z.array(z.record(z.string(), z.string()));

/**
 * As `ask`, but what was asked before is read from the folder. A page is there whole or not at all; one that cannot be
 * read is asked for again.
 */
export function keptIn(folder: string, ask: Ask): Ask {
  makeFolder(folder);
  return async (query) => {
    const file = join(folder, `${createHash("sha256").update(query).digest("hex").slice(0, 32)}.json.gz`);
    const kept = await readPage(file);
    if (kept) return kept;
    const rows = await ask(query);
    await writeWhole(file, gzipSync(JSON.stringify(rows)));
    return rows;
  };
}

async function readPage(file: string): Promise<Row[] | undefined> {
  try {
    return rowsSchema.parse(JSON.parse(gunzipSync(await readFile(file)).toString("utf8")));
  } catch {
    return undefined;
  }
}
