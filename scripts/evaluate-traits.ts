/**
 * Tells how well moods, occasions and themes are learned: npm run evaluate:traits -- --data data/downloads/ml-latest-small
 *
 * Measured twice: on examples that were left out of the training in turn, and on the films of
 * data/moods-heldout.yaml, which no training has seen. Written to artifacts/traits-evaluation.json as well.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { readTags } from "../src/dataset/read-tags.ts";
import { learnTraits } from "../src/training/traits/learn-traits.ts";
import { areaUnderCurve, balancedAccuracy } from "../src/training/traits/separation.ts";
import { findExamples, readTraitExamples, TRAIT_FILES } from "../src/training/traits/trait-examples.ts";

interface Options {
  readonly data: string;
  readonly artifacts: string;
  readonly top: string;
}

interface Separation {
  readonly good: number;
  readonly bad: number;
  readonly areaUnderCurve: number;
  readonly balancedAccuracy: number;
}

interface Row {
  readonly name: string;
  readonly group: string;
  readonly leftOut: Separation;
  readonly unseen?: Separation;
  /** Share of all movies that rather have the trait than not. */
  readonly share: number;
}

const round = (value: number) => Number(value.toFixed(4));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const separation = (good: readonly number[], bad: readonly number[]): Separation => ({
  good: good.length,
  bad: bad.length,
  areaUnderCurve: round(areaUnderCurve(good, bad)),
  balancedAccuracy: round(balancedAccuracy(good, bad, 0.5)),
});

async function main({ data, artifacts, top }: Options): Promise<void> {
  const examples = await readTraitExamples(TRAIT_FILES);
  const unseen = await readTraitExamples(["data/moods-heldout.yaml"]);
  const model = await readArtifacts(artifacts);
  const { dataset } = await readDataset(data);
  const tags = await readTags(data, dataset.ratings.movieIds);
  const catalog = createCatalog(model.movies);
  const rows: Row[] = [];
  for (const [name, { fits, heldOut }] of learnTraits(model, examples, tags)) {
    const { group } = examples.get(name)!;
    const films = unseen.get(name);
    const fitsOf = (names: readonly string[]) => findExamples(catalog, names).rows.map((row) => fits[row]!);
    rows.push({
      name,
      group,
      leftOut: separation(heldOut.good, heldOut.bad),
      ...(films && { unseen: separation(fitsOf(films.good), fitsOf(films.bad)) }),
      share: round(fits.filter((fit) => fit >= 0.5).length / fits.length),
    });
    if (Number(top) > 0) {
      const best = [...fits.keys()].sort((a, b) => fits[b]! - fits[a]!).slice(0, Number(top));
      const title = (row: number) => `${model.movies[row]!.title} (${model.movies[row]!.year})`;
      console.log(`${name}: ${best.map(title).join("; ")}`);
    }
  }
  print(rows);
  const groups = Object.fromEntries(
    [...new Set(rows.map(({ group }) => group))].map((group) => [group, meansOf(rows, group)]),
  );
  console.log(groups);
  await writeFile(
    join(artifacts, "traits-evaluation.json"),
    `${JSON.stringify({ dataset: dataset.name, groups, traits: rows }, undefined, 2)}\n`,
  );
}

function meansOf(rows: readonly Row[], group: string) {
  const own = rows.filter((row) => row.group === group);
  const means = (parts: readonly Separation[]) =>
    parts.length === 0
      ? undefined
      : {
          areaUnderCurve: round(mean(parts.map((part) => part.areaUnderCurve))),
          balancedAccuracy: round(mean(parts.map((part) => part.balancedAccuracy))),
        };
  return {
    traits: own.length,
    leftOut: means(own.map(({ leftOut }) => leftOut)),
    unseen: means(own.flatMap(({ unseen }) => unseen ?? [])),
  };
}

function print(rows: readonly Row[]): void {
  const cells = (part: Separation | undefined) =>
    part
      ? `${part.areaUnderCurve.toFixed(3)} ${part.balancedAccuracy.toFixed(3)} (${part.good}+${part.bad})`
      : "";
  for (const { name, leftOut, unseen, share } of rows) {
    console.log(
      `${name.padEnd(20)} ${cells(leftOut).padEnd(22)} ${cells(unseen).padEnd(22)} ${(100 * share).toFixed(0)} %`,
    );
  }
}

try {
  await main(
    new Command("npm run evaluate:traits --")
      .option("--data <folder>", "the data set the model was trained on", "data/downloads/ml-latest-small")
      .option("--artifacts <folder>", "the model", "artifacts")
      .option("--top <n>", "list the best movies of every trait, so many", "0")
      .parse()
      .opts<Options>(),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
