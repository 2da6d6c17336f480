import { readFileSync, writeFileSync } from "node:fs";
import { openDatabase } from "../open-database.ts";

const PAGE_BYTES = 4096;

/** A database of ours that is too large to be checked before it is used, and damaged. */
export async function makeLargeDamaged(file: string): Promise<void> {
  const database = await openDatabase(file);
  const put = database.prepare("INSERT INTO model_answers VALUES (?, ?, 0)");
  for (let n = 0; n < 20; n++) put.run(`key ${n}`, "answer".padEnd(1_000_000));
  database.close();
  const content = readFileSync(file);
  content.fill(0xa5, 3 * PAGE_BYTES, 4 * PAGE_BYTES);
  writeFileSync(file, content);
}
