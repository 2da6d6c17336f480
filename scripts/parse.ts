/**
 * Shows what is understood: a request per line on standard input, a JSON object per line on standard output.
 * Usage: echo "a comedy from the 90s" | npm run --silent parse
 *        echo "a comedy from the 90s" | npm run --silent parse -- --llm
 */
import { createInterface } from "node:readline";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { readKnowledge } from "../src/artifacts/read-knowledge.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { memoryAnswerCache } from "../src/intent/llm/cache.ts";
import { createLlmParser } from "../src/intent/llm/llm-parser.ts";
import { requireLlmSettings } from "../src/intent/llm/settings.ts";
import { createRuleParser } from "../src/intent/rules/rule-parser.ts";
import { readWords } from "../src/intent/words.ts";
import { run } from "./command-line.ts";

/** Longer than any parser takes. */
const WITHIN_MS = 10_000;

async function main(args: readonly string[]): Promise<void> {
  const config = readConfig();
  const { llm } = command("parse", 'echo "a comedy from the 90s" | matinee parse')
    .description("Reads a request per line on standard input, prints a JSON object per line.")
    .option("--llm", "by the language model that OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL name")
    .parse(args, { from: "user" })
    .opts<{ llm?: true }>();
  const [model, knowledge, words] = await Promise.all([
    readArtifacts(config.MATINEE_ARTIFACTS),
    readKnowledge(config.MATINEE_ARTIFACTS),
    readWords(config.MATINEE_WORDS),
  ]);
  const catalog = createCatalog(model.movies, knowledge);
  const rules = createRuleParser({ words, catalog, thisYear: new Date().getFullYear() });
  const first = llm
    ? createLlmParser({
        settings: requireLlmSettings(process.env),
        cache: memoryAnswerCache(),
        lastYear: catalog.movies.reduce((last, { year = 0 }) => Math.max(last, year), 0),
        now: Date.now,
      })
    : rules;
  for await (const text of createInterface({ input: process.stdin })) {
    const parsed = await first.parse(text, AbortSignal.timeout(WITHIN_MS));
    if (parsed.ok) {
      console.log(JSON.stringify({ text, ...parsed.request }));
      continue;
    }
    const byRules = rules.read(text);
    if (llm) console.error(`The language model gave no reading (${parsed.why}), so the rules did: ${text}`);
    console.log(JSON.stringify({ text, ...byRules }));
  }
}

await run(main);
