/** Files that somebody at the terminal names by their path. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename } from "node:path";
import type { Card } from "../../src/conversation/card.ts";
import type { Did } from "../../src/host/adapter.ts";
import type { ExportFormat } from "../../src/intent/reading/command.ts";

const IMPORT = /^import\s+(\S.*)$/i;
const EXPORT = /^export\s+(\S.*)$/i;
const FORMAT = /^(json|letterboxd|imdb)\s+(\S.*)$/i;
const IS_PATH = /[\\/]|^~|\.(?:csv|tsv|txt|json|zip)$/i;

const typed = (line: string): string => line.trim().replace(/^\//, "");

/** The file that somebody names who types "import ratings.csv". */
export const importIn = (line: string): string | undefined => pathIn(IMPORT.exec(typed(line))?.[1]);

/** What they do by it. Readers of files are loaded here: most people at a terminal bring none. */
export async function broughtFrom(path: string): Promise<Did> {
  const [{ bringing }, { BOUNDS }] = await Promise.all([
    import("../../src/host/bring.ts"),
    import("../../src/history/files-in.ts"),
  ]);
  const found = statSync(path, { throwIfNoEntry: false });
  const refuse = (unusable: string): Did => ({ kind: "brought", history: { unusable } });
  if (!found) return refuse(`There is no file ${path} here. Give its whole path.`);
  if (!found.isFile()) return refuse(`${path} is a folder. Name the file in it.`);
  if (found.size > BOUNDS.bytes) return refuse(`${path} is too large for a history of films.`);
  try {
    return bringing({ name: basename(path), bytes: readFileSync(path) });
  } catch (error) {
    return refuse(`${path} cannot be read: ${(error as Error).message}.`);
  }
}

export interface ExportTo {
  readonly path: string;
  readonly format: ExportFormat;
}

/** "export ada.json", "export letterboxd to ada.csv"; undefined where no file is named. */
export function exportIn(line: string): ExportTo | undefined {
  const rest = EXPORT.exec(typed(line))?.[1];
  const [, format = "json", behind = rest] = FORMAT.exec(rest ?? "") ?? [];
  const path = pathIn(behind?.replace(/^(?:to\s|>)\s*/i, ""));
  return path === undefined ? undefined : { path, format: format.toLowerCase() as ExportFormat };
}

function pathIn(text: string | undefined): string | undefined {
  const path = text?.replace(/^(["'])(.*)\1$/, "$2").replace(/^~(?=[\\/])/, homedir());
  return path !== undefined && IS_PATH.test(path) ? path : undefined;
}

/** The card with its file written there in its place; where it cannot be, it says why. */
export function fileWritten({ file, ...card }: Card, path: string): Card {
  if (!file) return card;
  return { ...card, lines: [...card.lines, writtenTo(path, file.text)] };
}

/** What was left out of an import lies beside the file that it came from. */
export const leftOverOf = (path: string): string => `${path.replace(/\.[^.\\/]*$/, "")}-left-out.csv`;

function writtenTo(path: string, text: string): string {
  try {
    writeFileSync(path, text, { flag: "wx", mode: 0o600 });
    return `Written to ${path}.`;
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST";
    return isThere
      ? `${path} is there already, and was left as it is.`
      : `${path} could not be written: ${(error as Error).message}.`;
  }
}
