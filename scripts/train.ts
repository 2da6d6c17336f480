/**
 * Trains the item embeddings, the user prior and the traits: a data set's folder -> artifacts/.
 * Usage: npm run train -- --data data/downloads/ml-latest-small --films data/downloads/films --date 2026-11-29
 * Same data, examples, seed, options and date: same bytes. artifacts/manifest.json records all but the examples.
 */
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { SingleBar } from "cli-progress";
import { Option } from "commander";
import type { ModelCard } from "../src/artifacts/manifest.ts";
import { writeArtifacts } from "../src/artifacts/write-artifacts.ts";
import type { Dataset, Ratings } from "../src/dataset/dataset.ts";
import { describeReport } from "../src/dataset/describe-report.ts";
import {
  type FilmFiles,
  filmsAround,
  gatherFacts,
  gatherWords,
  readFilmSources,
} from "../src/dataset/films/gather.ts";
import { leftOut } from "../src/dataset/prepare/left-out.ts";
import { holdOutUsers } from "../src/dataset/prepare/split.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { readTags } from "../src/dataset/read-tags.ts";
import { readWeights } from "../src/dataset/write-dataset.ts";
import { byColumn } from "../src/evaluation/by-column.ts";
import { readEvaluation } from "../src/evaluation/comparisons.ts";
import { COLUMNS, PRODUCT } from "../src/evaluation/report.ts";
import { command } from "../src/host/command.ts";
import { type PolicyInput, policyFrom, readPolicy } from "../src/recommender/policy.ts";
import { DEFAULT_DIMENSIONS, type TrainingData, trainModel } from "../src/training/train-model.ts";
import { readTraitExamples, TRAIT_FILES } from "../src/training/traits/trait-examples.ts";
import { atLeastOne, day, makeRoom, run, share, threadCount, wholeNumber } from "./command-line.ts";
import { readStories } from "./films/read-stories.ts";
import { copyKnowledge, takenOver } from "./films/taken-over.ts";

interface Options {
  readonly data: string;
  readonly name?: string;
  readonly out: string;
  readonly films?: string;
  readonly filmsOf?: string;
  readonly holdOut: number;
  readonly written: string;
  readonly dimensions: number;
  readonly seed: number;
  readonly powerIterations: number;
  readonly oversampling: number;
  readonly threads?: number;
  readonly date?: string;
  readonly scores: string;
}

function readOptions(args: readonly string[]): Options {
  return command("train", "matinee train --data data/downloads/ml-latest-small --date 2026-11-29")
    .description("Trains the item embeddings, the user prior and the traits of a data set.")
    .option("--data <folder>", "the data set; npm run data fetches one", "data/downloads/ml-latest-small")
    .option("--name <name>", "of the data set; default: the folder's")
    .option(
      "--out <folder>",
      "where the model is written; what is there stays usable until it is whole",
      "artifacts",
    )
    .option(
      "--films <folder>",
      "the publishers' files about films: all that MovieLens' people rated join those of the data set; data/README.md says which files",
    )
    .addOption(
      new Option(
        "--films-of <folder>",
        "a model whose films, what is known of them and whose traits are taken over: quick, and without the publishers' files",
      ).conflicts("films"),
    )
    .option(
      "--hold-out <share>",
      "leave out so many of the people, always the same, to be judged by",
      share,
      0,
    )
    .option("--written <folder>", "what is written here about films", "data/films")
    .option("--dimensions <d>", "length of an embedding", atLeastOne, DEFAULT_DIMENSIONS)
    .option("--seed <n>", "seed of the randomised SVD", wholeNumber, 0)
    .option("--power-iterations <n>", "more are slower and closer to the exact SVD", atLeastOne, 4)
    .option(
      "--scores <file>",
      "evaluation.json; npm run evaluate and npm run report write it",
      "artifacts/evaluation.json",
    )
    .option("--oversampling <n>", "columns of the random block beyond the dimensions", wholeNumber, 24)
    .option("--threads <n>", "default: one per core; the model is the same for any number", threadCount)
    .option(
      "--date <date>",
      "noted in the model card, such as 2026-11-21; not read from a clock, so that bytes repeat",
      day,
    )
    .parse(args, { from: "user" })
    .opts<Options>();
}

async function main(args: readonly string[]): Promise<void> {
  const {
    data,
    out,
    films: from,
    written,
    date,
    threads,
    scores: scoresFile,
    filmsOf,
    holdOut,
    name: called,
    ...trained
  } = readOptions(args);
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new Error(`${out} is a file. Name a folder for the model with --out.`);
  makeRoom(dirname(resolve(out)));
  const { dataset, report } = await readDataset(data, { ...(called !== undefined && { name: called }) });
  for (const line of describeReport(report)) console.log(line);
  const weights = await readWeights(data, dataset.ratings.userIds);
  const ratings = holdOutUsers(dataset.ratings, leftOut(dataset.ratings.userIds, holdOut, weights)).train;
  refuseTooLittle(ratings);
  const examples = await readTraitExamples(TRAIT_FILES);
  const tags = await readTags(data, dataset.ratings.movieIds);
  const around =
    filmsOf !== undefined
      ? await takenOver(filmsOf, dataset)
      : from === undefined
        ? {}
        : await filmsFrom(dataset, { from, written });
  const { films } = around;

  const bar = new SingleBar({ format: "Training {bar} {percentage} %" });
  bar.start(100, 0);
  const model = await trainModel(
    { ...dataset, ratings, examples, tags, ...around, ...(weights && { weights }) },
    {
      ...trained,
      ...(threads !== undefined && { threads }),
      onProgress: (share) => bar.update(Math.round(100 * share)),
    },
  ).finally(() => bar.stop());

  const { name } = dataset;
  const scores = await heldOutScores(scoresFile, name, model.dimensions);
  const card: ModelCard = {
    dataset: {
      name,
      sha256: sha256Of(ratings),
      users: new Set(ratings.users).size,
      movies: ratings.movieIds.length,
      ratings: ratings.stars.length,
    },
    options: { ...trained, dimensions: model.dimensions, ...(holdOut > 0 && { holdOut }) },
    ...(date !== undefined && { date }),
    ...(scores && { scores }),
  };
  const movieIds = films?.map(({ sourceId }) => sourceId) ?? ratings.movieIds;
  if (filmsOf !== undefined) await copyKnowledge(filmsOf, out);
  const manifest = await writeArtifacts(out, model, { movieIds, card });
  const megabytes = Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  console.log(
    `Model ${manifest.version}: ${model.movies.length} movies in ${model.dimensions} dimensions, ${model.traits.size} traits, ${megabytes.toFixed(1)} MB in ${out}.`,
  );
}

/** All films, and what is known of them: by it those are placed that hardly anybody in the data set has rated. */
async function filmsFrom(
  dataset: Dataset,
  files: FilmFiles,
): Promise<Pick<TrainingData, "films" | "knowledge" | "stories">> {
  const sources = await readFilmSources(files);
  const films = await filmsAround(dataset, files.from, sources);
  const { facts } = gatherFacts(
    films.map(({ movie }) => movie),
    sources,
  );
  const words = gatherWords(films, sources);
  return {
    films,
    knowledge: { factsOf: (id) => facts.get(id), wordsOf: (id) => words.get(id) },
    stories: await readStories(facts, sources.facts, files.written),
  };
}

/** Of fewer people or movies no taste can be learned: embeddings would only repeat what is there. */
const FEWEST_PEOPLE = 20;
const FEWEST_MOVIES = 20;

/** @throws Error where a model would mean nothing; what was there stays */
function refuseTooLittle({ userIds, movieIds, stars }: Ratings): void {
  if (userIds.length >= FEWEST_PEOPLE && movieIds.length >= FEWEST_MOVIES) return;
  throw new Error(
    `Too little to train on: ${stars.length} ratings by ${userIds.length} people of ${movieIds.length} movies. It takes ${FEWEST_PEOPLE} people and ${FEWEST_MOVIES} movies at the least; nothing was written.`,
  );
}

/** What npm run evaluate measured for this data set, these dimensions and the policy; undefined where it has not. */
async function heldOutScores(
  file: string,
  dataset: string,
  dimensions: number,
): Promise<ModelCard["scores"]> {
  const policy = await readPolicy("data/policy.yaml");
  if (!existsSync(file)) return undefined;
  const { comparisons } = await readEvaluation(file);
  const measured = comparisons.find(
    (comparison) =>
      comparison.protocol === "sessions" &&
      comparison.dataset === dataset &&
      comparison.dimensions === dimensions &&
      isDeepStrictEqual(played(comparison.policy as PolicyInput), played(policy)),
  );
  if (measured?.protocol !== "sessions") return undefined;
  const product = measured.rows.find(({ name }) => name === PRODUCT);
  return product && byColumn(COLUMNS, (column) => Number(product.scores[column].mean.toFixed(4)));
}

/** What sessions are played by: nobody in them asks for anything, so that what weighs wishes has no part in it. */
function played(policy: PolicyInput): unknown {
  const { user_model, gaussian, ema, ranking = {}, candidates = {}, exploration_rate } = policy;
  const { model, genre_distance, popularity, popularity_in_doubt, placement_doubt, diversity_boost } =
    ranking;
  const { min_ratings, min_genre_affinity, max_genre_distance } = candidates;
  return policyFrom({
    user_model,
    gaussian,
    ema,
    ranking: { model, genre_distance, popularity, popularity_in_doubt, placement_doubt, diversity_boost },
    candidates: { min_ratings, min_genre_affinity, max_genre_distance },
    exploration_rate,
  });
}

function sha256Of(ratings: Ratings): string {
  const hash = createHash("sha256").update(JSON.stringify([ratings.userIds, ratings.movieIds]));
  for (const column of [ratings.users, ratings.movies, ratings.stars, ratings.atSeconds]) {
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  return hash.digest("hex");
}

await run(main);
