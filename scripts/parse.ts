/**
 * Shows what is understood: a request per line on standard input, a JSON object per line on standard output.
 * Usage: echo "a comedy from the 90s" | npm run --silent parse
 */
import { createInterface } from "node:readline";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { readConfig } from "../src/host/config.ts";
import { createRuleParser } from "../src/intent/rules/rule-parser.ts";
import { readWords } from "../src/intent/words.ts";

const config = readConfig();
const [model, words] = await Promise.all([readArtifacts(config.MATINEE_ARTIFACTS), readWords("data/words")]);
const parser = createRuleParser({
  words,
  catalog: createCatalog(model.movies),
  thisYear: new Date().getFullYear(),
});
for await (const text of createInterface({ input: process.stdin })) {
  const parsed = await parser.parse(text, AbortSignal.timeout(10_000));
  console.log(JSON.stringify(parsed.ok ? { text, ...parsed.request } : { text, error: parsed.why }));
}
