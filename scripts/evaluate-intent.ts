/**
 * Measures how well requests are understood, field by field, on labelled texts: by the rules, and with --llm by a
 * language model too.
 * Usage: npm run evaluate:intent -- --data mit-movie.jsonl
 *        npm run evaluate:intent -- --llm
 *        npm run evaluate:intent -- --loopback
 * Writes artifacts/intent-evaluation.json and .html with every failure.
 */
import { writeFile } from "node:fs/promises";
import { SingleBar } from "cli-progress";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { readKnowledge } from "../src/artifacts/read-knowledge.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { type LabelledText, readLabelled, readMitQueries } from "../src/intent/evaluation/labelled.ts";
import { type Measured, page } from "../src/intent/evaluation/page.ts";
import { f1, precision, recall } from "../src/intent/evaluation/score.ts";
import { memoryAnswerCache } from "../src/intent/llm/cache.ts";
import { createLlmParser } from "../src/intent/llm/llm-parser.ts";
import { requireLlmSettings } from "../src/intent/llm/settings.ts";
import { createRuleParser, type RuleParser } from "../src/intent/rules/rule-parser.ts";
import { readWords } from "../src/intent/words.ts";
import { mustBeFile, run } from "./command-line.ts";
import { CASES, measureLoopback } from "./evaluate-intent/loopback.ts";
import { measure } from "./evaluate-intent/measure.ts";
import { JSON_FIGURES, type Telling, telling } from "./telling.ts";

/** The labels of relative years ("the last five years") count from here, whatever year it is. */
const LABELLED_IN = 2026;

const share = (value: number | undefined): string => value?.toFixed(3) ?? "not labelled";

function print({ line, table }: Telling, { name, scores, medianMs, slowestMs }: Measured): void {
  const { texts, kindAccuracy, moodAccuracy, entirelyRight } = scores;
  line(
    `\n${name}: ${texts} texts, kind ${share(kindAccuracy)}, moods ${share(moodAccuracy)}, ` +
      `entirely right ${entirelyRight.toFixed(3)}, ${medianMs.toFixed(2)} ms median, ${slowestMs.toFixed(1)} ms slowest`,
  );
  const rows = scores.fields
    .filter(({ right, wrong, missed }) => right + wrong + missed > 0)
    .map((field) => ({
      field: field.field,
      precision: precision(field).toFixed(3),
      recall: recall(field).toFixed(3),
      F1: f1(field).toFixed(3),
      values: field.right + field.missed,
    }));
  table(rows);
}

/** Texts sent to a language model side by side. */
const AT_ONCE = 4;

const SETS = {
  "test set": "data/requests/test.jsonl",
  "blind set": "data/requests/blind.jsonl",
  "second blind set": "data/requests/blind-2.jsonl",
  "third blind set": "data/requests/blind-3.jsonl",
  "fourth blind set": "data/requests/blind-4.jsonl",
  "fifth blind set": "data/requests/blind-5.jsonl",
  "sixth blind set": "data/requests/blind-6.jsonl",
  "seventh blind set": "data/requests/blind-7.jsonl",
  "eighth blind set": "data/requests/blind-8.jsonl",
  "Italian set": "data/requests/italian.jsonl",
  "Italian set held back": "data/requests/italian-held.jsonl",
  "Korean set": "data/requests/korean.jsonl",
  "Korean set held back": "data/requests/korean-held.jsonl",
  "development set": "data/requests/dev.jsonl",
};

async function main(args: readonly string[]): Promise<void> {
  const options = command("evaluate intent", "matinee evaluate intent --failures")
    .description("Measures how well requests are understood, field by field.")
    .option("--data <file>", "queries of the MIT movie corpus with derived labels, one JSON object a line")
    .option("--failures", "list the failures on the console as well")
    .option("--llm", "by the language model of OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL too")
    .option(
      "--loopback",
      "what the path to a model costs when the endpoint is right, slow or broken; writes nothing",
    )
    .option(...JSON_FIGURES)
    .parse([...args], { from: "user" })
    .opts<{ data?: string; failures?: true; llm?: true; loopback?: true; json?: true }>();
  const tell = telling(options.json);
  if (options.data) mustBeFile(options.data, "a file of the MIT movie corpus with derived labels");
  const { MATINEE_ARTIFACTS } = readConfig();
  const [{ movies }, knowledge] = await Promise.all([
    readArtifacts(MATINEE_ARTIFACTS),
    readKnowledge(MATINEE_ARTIFACTS),
  ]);
  const rules = createRuleParser({
    words: await readWords("data/words"),
    catalog: createCatalog(movies, knowledge),
    thisYear: LABELLED_IN,
  });
  const lastYear = movies.reduce((last, { year = 0 }) => Math.max(last, year), 0);
  if (options.loopback) return loopback(tell, rules, lastYear);

  const sets = await Promise.all(
    Object.entries(SETS).map(async ([name, file]) => ({ name, texts: await readLabelled(file) })),
  );
  const byRules = {
    parse: (text: string) => rules.parse(text, new AbortController().signal),
    fallback: rules.read,
  };
  const measured: Measured[] = [];
  for (const { name, texts } of sets) measured.push(await measure(`${name}, by rules`, texts, byRules));
  if (options.llm) measured.push(...(await byModel(sets, rules, lastYear)));
  const shown = [...measured];
  if (options.data)
    shown.push(await measure("MIT movie queries, by rules", await readMitQueries(options.data), byRules));
  for (const each of shown) print(tell, each);
  if (options.failures) for (const each of shown) printFailures(tell, each);
  await writeFile("artifacts/intent-evaluation.json", `${JSON.stringify(measured, null, 1)}\n`);
  await writeFile("artifacts/intent-evaluation.html", page(measured));
  tell.result(shown);
}

/** The sets as the language model reads them, and the rules where it gives no reading. */
async function byModel(
  sets: readonly { readonly name: string; readonly texts: readonly LabelledText[] }[],
  rules: RuleParser,
  lastYear: number,
): Promise<Measured[]> {
  const settings = requireLlmSettings(process.env);
  const total = sets.reduce((sum, { texts }) => sum + texts.length, 0);
  const startMs = Date.now();
  const parser = createLlmParser({
    settings: { ...settings, dailyPerPerson: total, dailyInAll: total },
    cache: memoryAnswerCache(),
    lastYear,
    now: () => Date.UTC(LABELLED_IN, 5) + Date.now() - startMs,
  });
  const reader = {
    parse: (text: string) => parser.parse(text, new AbortController().signal),
    fallback: rules.read,
  };
  const bar = new SingleBar({
    format: `${settings.model} {bar} {value} of {total} texts, {eta_formatted} left`,
  });
  bar.start(total, 0);
  const measured: Measured[] = [];
  try {
    for (const { name, texts } of sets) {
      const read = await measure(`${name}, by ${settings.model}`, texts, reader, {
        atOnce: AT_ONCE,
        onText: () => bar.increment(),
      });
      const note = read.fellBack === 0 ? "" : `, ${read.fellBack} of them by rules`;
      measured.push({ ...read, name: read.name + note });
    }
  } finally {
    bar.stop();
  }
  return measured;
}

async function loopback({ table, result }: Telling, rules: RuleParser, lastYear: number): Promise<void> {
  const texts = (await readLabelled(SETS["second blind set"])).slice(0, 40);
  const bar = new SingleBar({ format: "Loopback {bar} {value} of {total} texts" });
  bar.start(Object.keys(CASES).length * texts.length, 0);
  const byEndpoint = await measureLoopback(texts, rules, lastYear, CASES, () => bar.increment()).finally(() =>
    bar.stop(),
  );
  const byRules = await measure("no endpoint: rules alone", texts, {
    parse: (text) => rules.parse(text, new AbortController().signal),
    fallback: rules.read,
  });
  const rows = [{ ...byRules, fellBack: texts.length, requests: 0 }, ...byEndpoint];
  table(
    Object.fromEntries(
      rows.map((row) => [
        row.name,
        {
          "entirely right": row.scores.entirelyRight.toFixed(3),
          "read by rules": `${row.fellBack} of ${row.scores.texts}`,
          "requests sent": row.requests,
          "median ms": Math.round(row.medianMs),
          "slowest ms": Math.round(row.slowestMs),
        },
      ]),
    ),
  );
  result(rows);
}

function printFailures({ line }: Telling, { name, scores }: Measured): void {
  line(`\n${name}`);
  for (const { text, differences } of scores.failures) {
    const said = differences.map(
      ({ field, expected, got }) => `${field}: ${expected || "-"} / ${got || "-"}`,
    );
    line(`  ${text}\n      ${said.join("; ")}`);
  }
}

await run(main);
