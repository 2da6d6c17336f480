import Database from "better-sqlite3";
import type { World } from "../conversation/world.ts";
import type { LlmCall } from "../intent/llm/ask.ts";
import { forgivingCache } from "../intent/llm/forgiving-cache.ts";
import { createLlmParser } from "../intent/llm/llm-parser.ts";
import type { LlmSettings } from "../intent/llm/settings.ts";
import { sqliteAnswerCache } from "../intent/llm/sqlite-cache.ts";
import { firstOf, type IntentParser } from "../intent/parser.ts";
import { createRuleParser } from "../intent/rules/rule-parser.ts";
import { readWords } from "../intent/words.ts";

export interface ParserOptions {
  /** Folder of the word lists that the rules read by. */
  readonly wordsFolder: string;
  /** Absent: rules alone. Else the language model comes first, and the rules where it fails. */
  readonly llm?: LlmSettings;
  /** SQLite file that keeps the model's answers; migrated already. */
  readonly databaseFile: string;
  /** What the model may take for a text, all attempts together. Default: 4000 */
  readonly modelTimeoutMs?: number;
  /** Told of every request to the model, for the log. */
  readonly onCall?: (call: LlmCall) => void;
  /** Told once, where answers cannot be kept; they are still given. */
  readonly onCacheTrouble?: (error: unknown) => void;
}

export interface OpenedParser {
  readonly parser: IntentParser;
  close(): void;
}

/** An answer that waits for a lock on the file longer than this is not kept. */
const CACHE_WITHIN_MS = 100;

/** What reads people's words. @throws with what is wrong in which file */
export async function openParser(
  { catalog }: World,
  { wordsFolder, llm, databaseFile, modelTimeoutMs, onCall, onCacheTrouble = () => {} }: ParserOptions,
): Promise<OpenedParser> {
  const rules = createRuleParser({
    words: await readWords(wordsFolder),
    catalog,
    thisYear: new Date().getFullYear(),
  });
  if (!llm) return { parser: rules, close: () => {} };

  const database = new Database(databaseFile, { fileMustExist: true, timeout: CACHE_WITHIN_MS });
  const model = createLlmParser({
    settings: llm,
    cache: forgivingCache(sqliteAnswerCache(database), onCacheTrouble),
    lastYear: catalog.movies.reduce((last, { year = 0 }) => Math.max(last, year), 0),
    now: Date.now,
    ...(modelTimeoutMs !== undefined && { timeoutMs: modelTimeoutMs }),
    ...(onCall && { onCall }),
  });
  return { parser: firstOf(model, rules), close: () => database.close() };
}
