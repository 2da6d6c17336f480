import type { Catalog } from "../catalog/catalog.ts";
import { isTitle } from "../catalog/naming.ts";
import type { World } from "../conversation/world.ts";
import { asRead } from "../intent/as-read.ts";
import type { LlmCall } from "../intent/llm/ask.ts";
import { type AnswerCache, memoryAnswerCache } from "../intent/llm/cache.ts";
import type { LlmParser } from "../intent/llm/llm-parser.ts";
import type { LlmSettings } from "../intent/llm/settings.ts";
import type { IntentParser, Misunderstanding } from "../intent/parser.ts";
import { type Reader, readerBy } from "../intent/reader.ts";
import { readCommand } from "../intent/reading/command.ts";
import { createReading } from "../intent/reading/read.ts";
import { titlesIn } from "../intent/reading/titles.ts";
import { createRuleParser } from "../intent/rules/rule-parser.ts";
import { readWords, type Words } from "../intent/words.ts";

export interface ReaderOptions {
  /** Folder of the word lists that the rules read by. */
  readonly wordsFolder: string;
  /** What stands in them, where they were read before: whatever the model, they are the same. */
  readonly words?: Words;
  /** Absent: rules alone. Else the language model reads requests first, and the rules where it fails. */
  readonly llm?: LlmSettings;
  /** Keeps the model's answers. Default: in memory */
  readonly cache?: AnswerCache;
  /** What the model may take for a text, all attempts together. Default: 4000 */
  readonly modelTimeoutMs?: number;
  /** Told of every request to the model, for the log. */
  readonly onCall?: (call: LlmCall) => void;
  /** Told of every text that the model was asked about in vain, or not at all. */
  readonly onMisunderstood?: (why: Misunderstanding) => void;
}

/** With what it reads by, for whoever runs it. */
export interface OpenedReader extends Reader {
  readonly rules: IntentParser;
  /** Absent: rules alone. */
  readonly model?: {
    readonly name: string;
    readonly circuit: LlmParser["circuit"];
    /** One that knows no answer of before, and counts against nobody's budget. */
    afresh(): IntentParser;
  };
}

/** Longer texts are no lists of titles. In UTF-16 units. */
const LONGEST_TITLES = 250;

/** What hears people. @throws with what is wrong in which file */
export async function openReader(
  world: World,
  {
    wordsFolder,
    words,
    llm,
    cache = memoryAnswerCache(),
    modelTimeoutMs,
    onCall,
    onMisunderstood = () => {},
  }: ReaderOptions,
): Promise<OpenedReader> {
  const { read, rules } = await openReading(world, wordsFolder, words);
  if (!llm) return { ...readerBy(read), rules };

  const { catalog } = world;
  // read only here: a client that most people have no use for costs the start a fifth of its time
  const { createLlmParser } = await import("../intent/llm/llm-parser.ts");
  const parserWith = (kept: AnswerCache) =>
    createLlmParser({
      settings: llm,
      cache: kept,
      lastYear: catalog.movies.reduce((last, { year = 0 }) => Math.max(last, year), 0),
      now: Date.now,
      ...(modelTimeoutMs !== undefined && { timeoutMs: modelTimeoutMs }),
      ...(onCall && { onCall }),
    });
  const model = parserWith(cache);
  /** What is unsafe by the rules reaches no model, so that none can be talked into obeying it. */
  const isForRules = (text: string) =>
    readCommand(text) !== undefined || isPlain(catalog, text) || rules.read(text).kind === "unsafe";
  return {
    rules,
    model: {
      name: llm.model,
      get circuit() {
        return model.circuit;
      },
      afresh: () => parserWith(memoryAnswerCache()),
    },
    async hear(typed, signal, person, setting) {
      const text = asRead(catalog, typed);
      const parsed = isForRules(text) ? undefined : await model.parse(text, signal, person, setting);
      if (parsed && !parsed.ok) onMisunderstood(parsed.why);
      const asked = parsed?.ok && parsed.request.kind !== "unsafe" ? parsed : undefined; // models see harm in what is none
      return (context) => ({ ...read(text, context, asked), ...(asked && { by: "model" }) });
    },
  };
}

/** The reading by rules. @throws with what is wrong in which file */
export async function openReading({ catalog, recommender }: World, wordsFolder: string, known?: Words) {
  const words = known ?? (await readWords(wordsFolder));
  const rules = createRuleParser({ words, catalog, thisYear: new Date().getFullYear() });
  return { rules, read: createReading({ catalog, rules, tags: [...recommender.model.traits.keys()] }) };
}

/** Numbers and titles, which pick or name a movie: no model is waited for, and nothing is sent anywhere. */
function isPlain(catalog: Catalog, text: string): boolean {
  if (/^[\s\d#.,()-]*$/.test(text)) return true;
  return text.length <= LONGEST_TITLES && titlesIn(catalog, text).every((title) => isTitle(catalog, title));
}
