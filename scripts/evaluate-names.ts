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
import {
  isCalled,
  type LabelledText,
  OUTCOMES,
  readLabelledTexts,
  recognised,
} from "../src/evaluation/name-recognition.ts";
import { command } from "../src/host/command.ts";
import { mustBeFile, run } from "./command-line.ts";

const FILES = ["data/names/dev.jsonl", "data/names/held-out.jsonl"];

async function main(args: readonly string[]): Promise<void> {
  const options = command("evaluate names", "matinee evaluate names --failures")
    .description("How well the films that texts speak of are recognised.")
    .argument("[files...]", "labelled texts", FILES)
    .option("--artifacts <folder>", "the model whose films can be suggested", "artifacts")
    .option("--failures", "print every text that is read otherwise than labelled")
    .parse(args, { from: "user" });
  for (const file of options.args) mustBeFile(file, "labelled texts as JSON lines");
  const { artifacts, failures } = options.opts<{ artifacts: string; failures?: boolean }>();
  const { movies } = await readArtifacts(artifacts);
  const catalog = createCatalog(movies, await readKnowledge(artifacts));
  const table: Record<string, object> = {};
  for (const file of options.args.length > 0 ? options.args : FILES) {
    const texts = readLabelledTexts(await readFile(file, "utf8"), file);
    table[file] = measured(catalog, texts, failures === true);
  }
  console.table(table);
}

function measured(catalog: Catalog, texts: readonly LabelledText[], failures: boolean) {
  const counts = new Map<string, number>(OUTCOMES.map((outcome) => [outcome, 0]));
  let phantoms = 0;
  for (const labelled of texts) {
    const mentions = catalog.mentions(labelled.text);
    const result = recognised(labelled, mentions, (film) => isKnown(catalog, film));
    for (const outcome of result.outcomes) counts.set(outcome, counts.get(outcome)! + 1);
    phantoms += result.phantoms.length;
    const failed =
      result.phantoms.length > 0 || result.outcomes.some((one) => one === "wrong" || one === "missed");
    if (failures && failed)
      console.log(
        `${JSON.stringify(labelled)}\n  ${result.outcomes.join(", ")}; heard ${mentions.map(spoken).join("; ")}`,
      );
  }
  const meant = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const share = (outcome: string) =>
    `${counts.get(outcome)} (${((100 * counts.get(outcome)!) / meant).toFixed(1)} %)`;
  return {
    texts: texts.length,
    meant,
    ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, share(outcome)])),
    phantoms,
  };
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
