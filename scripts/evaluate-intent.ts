/**
 * Measures how well requests are understood by the rules, field by field, on labelled texts.
 * Usage: npm run evaluate:intent -- --data mit-movie.jsonl
 *
 * Writes artifacts/intent-evaluation.json and .html with every failure.
 */
import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { readConfig } from "../src/host/config.ts";
import { type LabelledText, readLabelled, readMitQueries } from "../src/intent/evaluation/labelled.ts";
import { type Measured, page } from "../src/intent/evaluation/page.ts";
import { f1, precision, recall, score } from "../src/intent/evaluation/score.ts";
import { createRuleParser, type RuleParser } from "../src/intent/rules/rule-parser.ts";
import { readWords } from "../src/intent/words.ts";

/** The labels of relative years ("the last five years") count from here, whatever year it is. */
const LABELLED_IN = 2026;

function measure(name: string, parser: RuleParser, texts: readonly LabelledText[]): Measured {
  const times: number[] = [];
  const read = texts.map(({ text }) => {
    const start = performance.now();
    const request = parser.read(text);
    times.push(performance.now() - start);
    return request;
  });
  times.sort((a, b) => a - b);
  return { name, scores: score(texts, read), medianMs: times[times.length >> 1]!, slowestMs: times.at(-1)! };
}

const share = (value: number | undefined): string => value?.toFixed(3) ?? "not labelled";

function print({ name, scores, medianMs, slowestMs }: Measured): void {
  const { texts, kindAccuracy, moodAccuracy, entirelyRight } = scores;
  console.log(
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
  console.table(rows);
}

async function main(args: readonly string[]): Promise<void> {
  const options = new Command("npm run evaluate:intent --")
    .description("Measures how well requests are understood, field by field.")
    .option("--data <file>", "queries of the MIT movie corpus with derived labels, one JSON object a line")
    .option("--failures", "list the failures on the console as well")
    .parse([...args], { from: "user" })
    .opts<{ data?: string; failures?: boolean }>();
  const model = await readArtifacts(readConfig().MATINEE_ARTIFACTS);
  const parser = createRuleParser({
    words: await readWords("data/words"),
    catalog: createCatalog(model.movies),
    thisYear: LABELLED_IN,
  });
  parser.read("films like Haet"); // builds the title indexes, which later texts share
  const measured = [
    measure("test set", parser, await readLabelled("data/requests/test.jsonl")),
    measure("blind set", parser, await readLabelled("data/requests/blind.jsonl")),
    measure("second blind set", parser, await readLabelled("data/requests/blind-2.jsonl")),
    measure("development set", parser, await readLabelled("data/requests/dev.jsonl")),
  ];
  for (const each of measured) print(each);
  if (options.data) print(measure("MIT movie queries", parser, await readMitQueries(options.data)));
  if (options.failures) {
    const mit = options.data ? [measure("MIT", parser, await readMitQueries(options.data))] : [];
    for (const { name, scores } of [...measured, ...mit]) {
      console.log(`\n${name}`);
      for (const { text, differences } of scores.failures) {
        const said = differences.map(
          ({ field, expected, got }) => `${field}: ${expected || "-"} / ${got || "-"}`,
        );
        console.log(`  ${text}\n      ${said.join("; ")}`);
      }
    }
  }
  await writeFile("artifacts/intent-evaluation.json", `${JSON.stringify(measured, null, 1)}\n`);
  await writeFile("artifacts/intent-evaluation.html", page(measured));
}
await main(process.argv.slice(2));
