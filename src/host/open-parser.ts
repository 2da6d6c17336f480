import Database from "better-sqlite3";
import { isTitle, titlesIn } from "../conversation/titles.ts";
import type { World } from "../conversation/world.ts";
import type { LlmCall } from "../intent/llm/ask.ts";
import { type AnswerCache, memoryAnswerCache } from "../intent/llm/cache.ts";
import { forgivingCache } from "../intent/llm/forgiving-cache.ts";
import type { LlmSettings } from "../intent/llm/settings.ts";
import { sqliteAnswerCache } from "../intent/llm/sqlite-cache.ts";
import { firstOf, type IntentParser } from "../intent/parser.ts";
import { createRuleParser } from "../intent/rules/rule-parser.ts";
import { readWords } from "../intent/words.ts";
import { patience } from "../store/patience.ts";

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
const CACHE_WITHIN_MS = 1_000;
/** Longer texts are no lists of titles. In UTF-16 units. */
const LONGEST_TITLES = 250;

/** What reads people's words. @throws with what is wrong in which file */
export async function openParser(
  world: World,
  { wordsFolder, llm, databaseFile, modelTimeoutMs, onCall, onCacheTrouble = () => {} }: ParserOptions,
): Promise<OpenedParser> {
  const { catalog } = world;
  const rules = createRuleParser({
    words: await readWords(wordsFolder),
    catalog,
    thisYear: new Date().getFullYear(),
  });
  /** At once, and so even where the time is over: whoever was kept waiting is not left without a reading as well. */
  const byRules: IntentParser = { parse: async (text) => ({ ok: true, request: rules.read(text) }) };
  if (!llm) return { parser: byRules, close: () => {} };

  // read only here: a client that most people have no use for costs the start a fifth of its time
  const { createLlmParser } = await import("../intent/llm/llm-parser.ts");
  const { cache, close } = await openCache(databaseFile, onCacheTrouble);
  const model = createLlmParser({
    settings: llm,
    cache,
    lastYear: catalog.movies.reduce((last, { year = 0 }) => Math.max(last, year), 0),
    now: Date.now,
    ...(modelTimeoutMs !== undefined && { timeoutMs: modelTimeoutMs }),
    ...(onCall && { onCall }),
  });
  const both = firstOf(model, byRules);
  /** What is unsafe by the rules reaches no model, so that none can be talked into obeying it. */
  const isForRules = (text: string) => isPlain(world, text) || rules.read(text).kind === "unsafe";
  const parser: IntentParser = {
    parse: (text, ...more) => (isForRules(text) ? byRules : both).parse(text, ...more),
  };
  return { parser, close };
}

/** Numbers and titles, which pick or name a movie: no model is waited for, and nothing is sent anywhere. */
function isPlain(world: World, text: string): boolean {
  if (/^[\s\d#.,()-]*$/.test(text)) return true;
  return text.length <= LONGEST_TITLES && titlesIn(world, text).every((title) => isTitle(world, title));
}

interface OpenedCache {
  readonly cache: AnswerCache;
  close(): void;
}

/** Answers in the file, or in memory where the file cannot be opened once more. */
async function openCache(file: string, onTrouble: (error: unknown) => void): Promise<OpenedCache> {
  let database: Database.Database | undefined;
  try {
    const opened = new Database(file, { fileMustExist: true, timeout: 0 });
    database = opened;
    opened.pragma("secure_delete = ON");
    const { read, write } = patience(file, CACHE_WITHIN_MS);
    const answers = await read(() => sqliteAnswerCache(opened));
    const patient: AnswerCache = {
      get: (...asked) => read(() => answers.get(...asked)),
      put: (...given) => write(() => answers.put(...given)),
    };
    return { cache: forgivingCache(patient, onTrouble), close: () => opened.close() };
  } catch (error) {
    database?.close();
    onTrouble(error);
    return { cache: memoryAnswerCache(), close: () => {} };
  }
}
