/**
 * Trains the item embeddings, the user prior and the traits: a data set's folder -> artifacts/.
 * Usage: npm run train -- --data data/downloads/ml-latest-small --films data/downloads/films --date 2026-11-29
 * Same data, examples, seed, options and date: same bytes. artifacts/manifest.json records all but the examples.
 */
import { existsSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { ModelCard } from "../src/artifacts/manifest.ts";
import { writeArtifacts } from "../src/artifacts/write-artifacts.ts";
import {
  type FilmFiles,
  filmsAround,
  gatherFacts,
  gatherWords,
  readFilmSources,
} from "../src/dataset/films/gather.ts";
import type { Part } from "../src/dataset/prepare/left-out.ts";
import type { RatedMovies } from "../src/dataset/rating-sums.ts";
import { readTags } from "../src/dataset/read-tags.ts";
import { byColumn } from "../src/evaluation/by-column.ts";
import { readEvaluation } from "../src/evaluation/comparisons.ts";
import { COLUMNS, PRODUCT } from "../src/evaluation/report.ts";
import { type PolicyInput, policyFrom, readPolicy } from "../src/recommender/policy.ts";
import { completeModel, listedFilms, type TrainingData } from "../src/training/train-model.ts";
import { readTraitExamples, TRAIT_FILES } from "../src/training/traits/trait-examples.ts";
import { makeRoom, progressBar, run } from "./command-line.ts";
import { readStories } from "./films/read-stories.ts";
import { copyKnowledge, takenOver } from "./films/taken-over.ts";
import { learnOnSpark } from "./spark/learn-on-spark.ts";
import { type Telling, telling } from "./telling.ts";
import { learnHere } from "./train/learn-here.ts";
import { readTrainOptions, type TrainOptions } from "./train/options.ts";

async function main(args: readonly string[]): Promise<void> {
  const options = readTrainOptions(args);
  const { out, parts } = options;
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new Error(`${out} is a file. Name a folder for the model with --out.`);
  makeRoom(dirname(resolve(out)));
  const tell = telling(options.json);
  if (parts === 1) return tell.result(await train(options, out, tell));
  const trained: Trained[] = [];
  for (let part = 0; part < parts; part++)
    trained.push(await train(options, join(out, `${part + 1}`), tell, { part, parts }));
  tell.result(trained);
}

interface Trained {
  readonly folder: string;
  readonly version: string;
  readonly movies: number;
  readonly traits: number;
  readonly card: ModelCard;
}

async function train(options: TrainOptions, out: string, { line }: Telling, part?: Part): Promise<Trained> {
  const { films: from, filmsOf, written, data, threads, holdOut, engine, date } = options;
  const { dimensions, seed, powerIterations, oversampling } = options;
  const trained = { dimensions, seed, powerIterations, oversampling };
  const unfinished = `${resolve(out)}.unfinished`;
  const learning = {
    data,
    ...(options.name !== undefined && { name: options.name }),
    holdOut,
    ...(part && { part }),
    training: { ...trained, ...(threads !== undefined && { threads }) },
    unfinished,
    bar: progressBar(),
    line,
  };
  const { dataset, movies, sums, taste } = await (engine === "local"
    ? learnHere(learning)
    : learnOnSpark(learning, {
        master: options.master ?? "local[*]",
        conf: options.sparkConf ?? {},
        ...(options.ratings !== undefined && { ratings: options.ratings }),
        ...(options.python !== undefined && { python: options.python }),
      }));

  const examples = await readTraitExamples(TRAIT_FILES);
  const tags = await readTags(
    data,
    movies.map(({ id }) => id),
  );
  const around =
    filmsOf !== undefined
      ? await takenOver(filmsOf, { movies, sums })
      : from === undefined
        ? {}
        : await filmsFrom({ movies, sums }, { from, written });
  const films = around.films ?? listedFilms(movies, sums);
  const model = await completeModel(taste, { examples, tags, ...around, films }, learning.training);

  const scores = await heldOutScores(options.scores, dataset.name, model.dimensions);
  const card: ModelCard = {
    dataset,
    options: {
      ...trained,
      dimensions: model.dimensions,
      ...(holdOut > 0 && { holdOut }),
      ...(part && { part: part.part + 1, parts: part.parts }),
      ...(engine !== "local" && { engine }),
    },
    ...(date !== undefined && { date }),
    ...(scores && { scores }),
  };
  if (filmsOf !== undefined) await copyKnowledge(filmsOf, out);
  const manifest = await writeArtifacts(out, model, {
    movieIds: films.map(({ sourceId }) => sourceId),
    card,
  });
  await rm(unfinished, { recursive: true, force: true });
  const megabytes = Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  line(
    `Model ${manifest.version}: ${model.movies.length} movies in ${model.dimensions} dimensions, ${model.traits.size} traits, ${megabytes.toFixed(1)} MB in ${out}.`,
  );
  return {
    folder: out,
    version: manifest.version,
    movies: model.movies.length,
    traits: model.traits.size,
    card,
  };
}

/** All films, and what is known of them: by it those are placed that hardly anybody in the data set has rated. */
async function filmsFrom(
  rated: RatedMovies,
  files: FilmFiles,
): Promise<Pick<TrainingData, "films" | "knowledge" | "stories">> {
  const sources = await readFilmSources(files);
  const films = await filmsAround(rated, files.from, sources);
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

await run(main);
