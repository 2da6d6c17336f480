/**
 * Measures how well the films that texts speak of are recognised.
 * Usage: npx matinee evaluate names [-- --failures]
 */
import { readFile } from "node:fs/promises";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { readKnowledge } from "../src/artifacts/read-knowledge.ts";
import { type Catalog, createCatalog } from "../src/catalog/catalog.ts";
import type { Mention } from "../src/catalog/mentions.ts";
import { keyOf, withoutArticle, wordsOf } from "../src/catalog/normalise.ts";
import { titleWithYear } from "../src/catalog/title-with-year.ts";
import { parseMovieLensTitle } from "../src/dataset/title.ts";
import { byColumn } from "../src/evaluation/by-column.ts";
import { sumOf } from "../src/evaluation/mean.ts";
import {
  isCalled,
  type LabelledText,
  OUTCOMES,
  readLabelledTexts,
  recognised,
} from "../src/evaluation/name-recognition.ts";
import { command } from "../src/host/command.ts";
import { mustBeFile, run } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

const FILES = ["data/names/dev.jsonl", "data/names/held-out.jsonl"];

async function main(args: readonly string[]): Promise<void> {
  const options = command("evaluate names", "matinee evaluate names --failures")
    .description("How well the films that texts speak of are recognised.")
    .argument("[files...]", "labelled texts", FILES)
    .option("--artifacts <folder>", "the model whose films can be suggested", "artifacts")
    .option("--failures", "print every text that is read otherwise than labelled")
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" });
  for (const file of options.args) mustBeFile(file, "labelled texts as JSON lines");
  const { artifacts, failures, json } = options.opts<{ artifacts: string; failures?: true; json?: true }>();
  const { line, table, result } = telling(json);
  const { movies } = await readArtifacts(artifacts);
  const catalog = createCatalog(movies, await readKnowledge(artifacts));
  const measured: Record<string, Measured> = {};
  for (const file of options.args.length > 0 ? options.args : FILES) {
    const texts = readLabelledTexts(await readFile(file, "utf8"), file);
    measured[file] = measure(catalog, texts, failures ? line : () => {});
  }
  table(Object.fromEntries(Object.entries(measured).map(([file, one]) => [file, inWords(one)])));
  result(measured);
}

interface Measured extends Record<(typeof OUTCOMES)[number], number> {
  readonly texts: number;
  readonly meant: number;
  readonly phantoms: number;
}

function measure(
  catalog: Catalog,
  texts: readonly LabelledText[],
  onFailure: (told: string) => void,
): Measured {
  const counts = byColumn(OUTCOMES, () => 0);
  let phantoms = 0;
  for (const labelled of texts) {
    const mentions = catalog.mentions(labelled.text);
    const result = recognised(labelled, mentions, (film) => isKnown(catalog, film));
    for (const outcome of result.outcomes) counts[outcome]++;
    phantoms += result.phantoms.length;
    const failed =
      result.phantoms.length > 0 || result.outcomes.some((one) => one === "wrong" || one === "missed");
    if (failed)
      onFailure(
        `${JSON.stringify(labelled)}\n  ${result.outcomes.join(", ")}; heard ${mentions.map(spoken).join("; ")}`,
      );
  }
  return { texts: texts.length, meant: sumOf(Object.values(counts)), ...counts, phantoms };
}

function inWords({ texts, meant, phantoms, ...counts }: Measured) {
  const share = (count: number) => `${count} (${((100 * count) / meant).toFixed(1)} %)`;
  return { texts, meant, ...byColumn(OUTCOMES, (outcome) => share(counts[outcome])), phantoms };
}

const spoken = ({ sureness, movies, named }: Mention): string =>
  `${sureness}: ${[...named, ...movies].slice(0, 4).map(titleWithYear).join(", ")}`;

/** Whether the film is in the catalogue or known by name. */
function isKnown(catalog: Catalog, film: string): boolean {
  const { title } = parseMovieLensTitle(film);
  const named = catalog.names.namedBy(keyOf(withoutArticle(wordsOf(title))));
  return [...catalog.movies, ...named].some((one) => isCalled(one, film));
}

await run(main);
