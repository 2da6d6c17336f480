/**
 * Tells how well moods, occasions and themes are learned, and lists the best movies of each.
 * Usage: npx matinee evaluate traits --data data/downloads/ml-latest-small
 *
 * Measured twice: on examples that were left out of the training in turn, and on the films of
 * data/moods-heldout.yaml and data/themes-heldout.yaml, which no training sees, and of which what is written here is struck, too. Written to
 * traits-evaluation.json beside the model as well.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { readKnowledge } from "../src/artifacts/read-knowledge.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { titleWithYear } from "../src/catalog/title-with-year.ts";
import { gatherFacts, readFilmSources } from "../src/dataset/films/gather.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { readTags } from "../src/dataset/read-tags.ts";
import { reportGroups, reportTraits } from "../src/evaluation/trait-report.ts";
import { command } from "../src/host/command.ts";
import { learnTraits } from "../src/training/traits/learn-traits.ts";
import { toldOf } from "../src/training/traits/told.ts";
import {
  findExamples,
  HELD_OUT_FILES,
  readTraitExamples,
  TRAIT_FILES,
} from "../src/training/traits/trait-examples.ts";
import { atLeastOne, run } from "./command-line.ts";
import { readStories } from "./films/read-stories.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

interface Options {
  readonly data: string;
  readonly films: string;
  readonly artifacts: string;
  readonly top: number;
  readonly json?: true;
}

const REPORT = "traits-evaluation.json";

const readOptions = (args: readonly string[]): Options =>
  command("evaluate traits", "matinee evaluate traits --data data/downloads/ml-latest-small")
    .description(
      "How well moods, occasions and themes are learned, on examples left out and on films no training sees.",
    )
    .option("--data <folder>", "the data set the model was trained on", "data/downloads/ml-latest-small")
    .option("--films <folder>", "the publishers' files about films", "data/downloads/films")
    .option("--artifacts <folder>", "the model", "artifacts")
    .option("--top <n>", "list so many of the best movies of each", atLeastOne, 10)
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();

async function main(args: readonly string[]): Promise<void> {
  const { data, films, artifacts, top, json } = readOptions(args);
  const { line, table, result } = telling(json);
  const model = await readArtifacts(artifacts);
  const { dataset } = await readDataset(data);
  if (dataset.ratings.movieIds.length > model.movies.length) {
    throw new Error(
      `${data} has ${dataset.ratings.movieIds.length} movies, the model in ${artifacts} ${model.movies.length}: give the data set it was trained on.`,
    );
  }
  const examples = await readTraitExamples(TRAIT_FILES);
  const unseen = await readTraitExamples(HELD_OUT_FILES);
  const catalog = createCatalog(model.movies);
  const judged = new Set(
    [...unseen.values()].flatMap(({ good, bad }) => findExamples(catalog, [...good, ...bad]).rows),
  );
  const { wordsOf } = await readKnowledge(artifacts);
  const written = model.movies.map(({ id }, row) => (judged.has(row) ? undefined : wordsOf(id)?.tags));
  const tags = await readTags(data, dataset.ratings.movieIds);
  const sources = await readFilmSources({ from: films, written: "data/films" });
  const facts = gatherFacts(model.movies, sources).facts;
  const told = toldOf(model.movies, tags, await readStories(facts, sources.facts, "data/films"));
  const learned = learnTraits(model, examples, tags, written, told);
  const traits = reportTraits(learned, { examples, unseen, catalog });
  const groups = reportGroups(traits);

  for (const [name, { fits }] of learned) {
    const best = [...fits.keys()].sort((a, b) => fits[b]! - fits[a]!).slice(0, top);
    line(`${name}: ${best.map((row) => titleWithYear(model.movies[row]!)).join("; ")}`);
  }
  table(
    Object.fromEntries(
      traits.map(({ name, leftOut, unseen: other, share }) => [name, columnsOf(leftOut, other, share)]),
    ),
  );
  table(
    Object.fromEntries(groups.map(({ group, leftOut, unseen: other }) => [group, columnsOf(leftOut, other)])),
  );
  const figures = { dataset: dataset.name, groups, traits };
  await writeFile(join(artifacts, REPORT), `${JSON.stringify(figures, undefined, 2)}\n`);
  line(
    `Written to ${join(artifacts, REPORT)}. Where a trait is told badly, or the list of its best movies is not`,
  );
  line("what you would expect, name more films in data/, good ones and bad; then train and evaluate again.");
  result(figures);
}

interface Told {
  readonly areaUnderCurve: number;
  readonly balancedAccuracy: number;
}

const columnsOf = (leftOut: Told, unseen: Told | undefined, share?: number) => ({
  "left out: AUC": leftOut.areaUnderCurve,
  "balanced accuracy": leftOut.balancedAccuracy,
  "unseen: AUC": unseen?.areaUnderCurve ?? "",
  "balanced accuracy ": unseen?.balancedAccuracy ?? "",
  ...(share !== undefined && { "share of movies": share }),
});

await run(main);
