/**
 * Predicts what somebody would rate, from a file of their ratings; or makes everybody who is remembered a list.
 * Usage: npm run recommend -- --ratings user_ratings.csv --out recommendations_for_user.csv
 *     or npm run recommend -- --all --store
 * The model is trained once, on a data set's ratings, and kept; later people are rated for without retraining.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { SingleBar } from "cli-progress";
import { Option } from "commander";
import { stringify } from "csv-stringify/sync";
import { titleWithYear } from "../src/catalog/title-with-year.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { command } from "../src/host/command.ts";
import { biasedMfFactors, svdPlusPlusFactors } from "../src/models/biased-factors.ts";
import { factorsModel } from "../src/models/factors-model.ts";
import { restoredFactors, savedFactors } from "../src/models/saved-factors.ts";
import { loadModel, type SavedModel, saveModel } from "../src/models/saved-model.ts";
import { describeMovies } from "../src/training/train-model.ts";
import { atLeastOne, makeRoomFor, mustBeFile, run, wholeNumber } from "./command-line.ts";
import { readUserRatings } from "./recommend/read-user-ratings.ts";
import { recommendToEverybody } from "./recommend/to-all.ts";

const FITS = { "svd++": svdPlusPlusFactors, "biased-mf": biasedMfFactors };

interface Options {
  readonly ratings: string;
  readonly out: string;
  readonly top: number;
  readonly scale?: "5" | "10";
  readonly minRatings: number;
  readonly algorithm: keyof typeof FITS;
  readonly data: string;
  readonly model?: string;
  readonly retrain?: true;
  readonly seed: number;
}

function readOptions(args: readonly string[]): Options {
  return command("recommend", "matinee recommend --ratings user_ratings.csv --out recommendations.csv")
    .description(
      "Reads a person's ratings, and writes the movies they would rate highest, with the stars predicted. With --all --store, everybody who is remembered is made a list instead: matinee recommend --all --help.",
    )
    .requiredOption(
      "--ratings <file>",
      "an export of Letterboxd, IMDb, Trakt, Simkl, TMDB or MovieLens, or a table with title, year and rating",
    )
    .option("--out <file>", "where the recommendations are written", "recommendations_for_user.csv")
    .option("--top <n>", "how many", atLeastOne, 20)
    .addOption(
      new Option(
        "--scale <most>",
        "5: stars, 0.5 to 5; 10: points, 1 to 10; left out, ratings are read as they look, and stars predicted",
      ).choices(["5", "10"]),
    )
    .option("--min-ratings <n>", "leaves out movies rated by fewer people", wholeNumber, 20)
    .addOption(new Option("--algorithm <name>", "the model").choices(Object.keys(FITS)).default("svd++"))
    .option("--data <folder>", "the data set to train on, once", "data/downloads/ml-latest-small")
    .option("--model <file>", "where the trained model is kept; default: data/downloads/<algorithm>.npz")
    .option("--retrain", "trains anew though a model is there")
    .option("--seed <n>", "of the training", wholeNumber, 0)
    .parse(args, { from: "user" })
    .opts<Options>();
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--all")) return recommendToEverybody(args);
  const options = readOptions(args);
  const { model: file = `data/downloads/${options.algorithm}.npz` } = options;
  mustBeFile(options.ratings, "a CSV file of ratings with --ratings");
  makeRoomFor(options.out);
  makeRoomFor(file);
  const saved = existsSync(file) && !options.retrain ? await loadModel(file) : await train(options, file);
  const model = factorsModel(restoredFactors(saved));

  const most = options.scale === "10" ? 10 : 5;
  const { history, leftOut } = await readUserRatings(options.ratings, saved, options.scale && most);
  for (const line of leftOut) console.warn(`Left out: ${line}.`);
  const rated = new Set(history.rows);
  const user = model.foldIn(history);
  const points = most / 5;
  const best = saved.movies
    .map((movie, row) => ({ movie, row, predicted: points * model.rate!(user, row) }))
    .filter(({ movie, row }) => !rated.has(row) && movie.ratingCount >= options.minRatings)
    .sort((a, b) => b.predicted - a.predicted)
    .slice(0, options.top);

  const rows = best.map(({ movie, row, predicted }, at) => ({
    rank: at + 1,
    movieId: saved.movieIds[row]!,
    title: movie.title,
    year: movie.year ?? "",
    predicted_rating: predicted.toFixed(2),
  }));
  await writeFile(options.out, stringify(rows, { header: true }));
  console.log(`${history.rows.length} ratings read; ${saved.kind} predicts, of ${most}:`);
  for (const { movie, predicted } of best)
    console.log(`${predicted.toFixed(2).padStart(6)}  ${titleWithYear(movie)}`);
  console.log(`Written to ${options.out}.`);
}

async function train({ data, algorithm, seed }: Options, file: string): Promise<SavedModel> {
  const { dataset } = await readDataset(data);
  const { ratings, movies } = dataset;
  const bar = new SingleBar({ format: `Training ${algorithm} on ${dataset.name} {bar} {percentage} %` });
  bar.start(100, 0);
  const factors = await FITS[algorithm](dataset, {
    seed,
    onProgress: (share) => bar.update(Math.round(100 * share)),
  }).finally(() => bar.stop());
  const saved = {
    ...savedFactors(factors),
    movies: describeMovies(ratings, movies),
    movieIds: ratings.movieIds,
  };
  await saveModel(file, saved);
  console.log(`Kept in ${file}: later runs do not train.`);
  return saved;
}

await run(main);
