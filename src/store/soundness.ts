import { statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { aside } from "./aside.ts";
import { damaged, explained } from "./explained.ts";

/** A file up to this size is checked within some 40 ms, and so before it is used. */
const SMALL_BYTES = 16_000_000;
/** The structure of every table and index, and what each column may hold; stops at the first fault. */
const CHECK = "PRAGMA quick_check(1)";

export const isSmall = (file: string): boolean => statSync(file).size <= SMALL_BYTES;

/** @throws StoreError where a small file is damaged; a large one is left to `soundness` */
export function refuseDamaged(database: Database): void {
  if (isSmall(database.name)) refuse(database.name, database.prepare(CHECK).all());
}

/** Checks a file of any size in another thread. @throws StoreError where it is damaged */
export async function soundness(file: string): Promise<void> {
  try {
    refuse(file, await aside(file, CHECK));
  } catch (error) {
    throw explained(file, error);
  }
}

function refuse(file: string, [row]: readonly unknown[]): void {
  const { quick_check: found } = row as { readonly quick_check: string };
  if (found !== "ok") throw damaged(file, found.replaceAll("\n", " "));
}
