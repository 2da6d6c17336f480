import { isTitle, titlesIn } from "../conversation/titles.ts";
import type { World } from "../conversation/world.ts";
import type { LlmCall } from "../intent/llm/ask.ts";
import { type AnswerCache, memoryAnswerCache } from "../intent/llm/cache.ts";
import type { LlmSettings } from "../intent/llm/settings.ts";
import { firstOf, type IntentParser } from "../intent/parser.ts";
import { createRuleParser } from "../intent/rules/rule-parser.ts";
import { readWords } from "../intent/words.ts";

export interface ParserOptions {
  /** Folder of the word lists that the rules read by. */
  readonly wordsFolder: string;
  /** Absent: rules alone. Else the language model comes first, and the rules where it fails. */
  readonly llm?: LlmSettings;
  /** Keeps the model's answers. Default: in memory */
  readonly cache?: AnswerCache;
  /** What the model may take for a text, all attempts together. Default: 4000 */
  readonly modelTimeoutMs?: number;
  /** Told of every request to the model, for the log. */
  readonly onCall?: (call: LlmCall) => void;
}

/** Longer texts are no lists of titles. In UTF-16 units. */
const LONGEST_TITLES = 250;

/** What reads people's words. @throws with what is wrong in which file */
export async function openParser(
  world: World,
  { wordsFolder, llm, cache = memoryAnswerCache(), modelTimeoutMs, onCall }: ParserOptions,
): Promise<IntentParser> {
  const { catalog } = world;
  const rules = createRuleParser({
    words: await readWords(wordsFolder),
    catalog,
    thisYear: new Date().getFullYear(),
  });
  /** At once, and so even where the time is over: whoever was kept waiting is not left without a reading as well. */
  const byRules: IntentParser = { parse: async (text) => ({ ok: true, request: rules.read(text) }) };
  if (!llm) return byRules;

  // read only here: a client that most people have no use for costs the start a fifth of its time
  const { createLlmParser } = await import("../intent/llm/llm-parser.ts");
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
  return {
    async parse(text, ...more) {
      if (isForRules(text)) return byRules.parse(text, ...more);
      const parsed = await both.parse(text, ...more);
      const isRefused = parsed.ok && parsed.request.kind === "unsafe";
      return isRefused ? byRules.parse(text, ...more) : parsed; // models see harm in what is none
    },
  };
}

/** Numbers and titles, which pick or name a movie: no model is waited for, and nothing is sent anywhere. */
function isPlain(world: World, text: string): boolean {
  if (/^[\s\d#.,()-]*$/.test(text)) return true;
  return text.length <= LONGEST_TITLES && titlesIn(world, text).every((title) => isTitle(world, title));
}
