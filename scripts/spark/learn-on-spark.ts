/** Learns from ratings on Apache Spark: the job of this folder, and what it wrote as the training on this machine has it. */
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readMovies } from "../../src/dataset/read-movies.ts";
import { PEOPLE_FILE } from "../../src/dataset/write-dataset.ts";
import { makeFolder } from "../../src/files/make-folder.ts";
import { gramOf } from "../../src/numerics/gram.ts";
import { DEFAULT_DIMENSIONS } from "../../src/training/learn-taste.ts";
import type { LearningOptions } from "../train/learn-here.ts";
import { type Learned, refuseTooLittle } from "../train/learned.ts";
import { sparkPython } from "./environment.ts";
import { type JobOutputs, type JobReport, readJobOutputs } from "./job-outputs.ts";
import { type JobOptions, runJob } from "./run-job.ts";

export interface SparkOptions {
  readonly master: string;
  /** Default: the data set's own; ratingsIn. */
  readonly ratings?: string;
  readonly conf: Readonly<Record<string, string>>;
  /** Default: sparkPython. */
  readonly python?: string;
  /** Implicit ALS of MLlib besides. */
  readonly als?: JobOptions["als"];
}

/** @throws Error or DatasetError that says what to mend */
export async function learnOnSpark(options: LearningOptions, spark: SparkOptions): Promise<Learned> {
  const { data, unfinished, bar } = options;
  const python = await sparkPython(spark.python);
  const ratings = ratingsIn(data, spark.ratings);
  const { name, movies } = await readMovies(data);
  const folder = resolve(unfinished, "spark");
  makeFolder(folder);
  const known = join(folder, "known.json");
  await writeFile(known, JSON.stringify(movies.map(({ id }) => id)));
  const people = resolve(data, PEOPLE_FILE);
  const {
    dimensions = DEFAULT_DIMENSIONS,
    oversampling = 24,
    powerIterations = 4,
    seed = 0,
  } = options.training;
  await runJob(
    python,
    folder,
    {
      master: spark.master,
      conf: spark.conf,
      ratings,
      ratingsAtMs: statSync(ratings, { throwIfNoEntry: false })?.mtimeMs ?? null,
      movies: known,
      people: existsSync(people) ? people : null,
      holdOut: options.holdOut,
      dimensions,
      oversampling,
      powerIterations,
      seed,
      als: spark.als ?? null,
    },
    (step, share) => bar.show(`Spark ${step}`, Math.round(100 * share), 100),
  ).finally(() => bar.stop());

  const outputs = await readJobOutputs(folder);
  const { report } = outputs;
  for (const told of linesOf(report)) options.line(told);
  refuseTooLittle(report.ratings, report.users, movies.length);
  const byId = new Map(movies.map((movie) => [movie.id, movie]));
  const rated = report.movies.map(({ id }) => byId.get(id)!);
  for (const { id } of rated) byId.delete(id);
  const ordered = [...rated, ...byId.values()];
  return {
    dataset: {
      name: options.name ?? name,
      sha256: createHash("sha256").update(report.digest).digest("hex"),
      users: report.users,
      movies: ordered.length,
      ratings: report.ratings,
    },
    movies: ordered,
    sums: new Map(report.movies.map(({ id, ratings, stars }) => [id, { ratings, stars }])),
    taste: tasteOf(outputs, ordered.length),
  };
}

/**
 * Where the ratings lie: "csv" and "parquet" are the data set's ratings in that form, anything else a path of its own or an
 * address that Spark reads; by default whichever of the two the data set has.
 *
 * @throws Error where a path on this machine leads nowhere
 */
export function ratingsIn(data: string, given?: string): string {
  const own = (form: string) => resolve(data, `ratings.${form}`);
  const wanted = given ?? (existsSync(own("parquet")) && !existsSync(own("csv")) ? "parquet" : "csv");
  if (/^[a-z][a-z0-9]+:\/\//.test(wanted)) return wanted;
  const path = wanted === "csv" || wanted === "parquet" ? own(wanted) : resolve(wanted);
  if (!existsSync(path))
    throw new Error(
      `${path}: there are no ratings. Name a file or folder of them as CSV or Parquet by --ratings.`,
    );
  return path;
}

function tasteOf(
  { report, dimensions, embeddings, mean, covariance }: JobOutputs,
  movies: number,
): Learned["taste"] {
  const rounded = new Float32Array(movies * dimensions);
  rounded.set(embeddings);
  const trainedOn = new Int32Array(movies);
  trainedOn.set(report.movies.map(({ ratings }) => ratings));
  return {
    dimensions,
    embeddings: rounded,
    trainedOn,
    prior: { mean, covariance, gram: gramOf(rounded, dimensions) },
  };
}

function linesOf({ users, ratings, movies, rows, bad, seconds }: JobReport): string[] {
  const number = (value: number) => value.toLocaleString("en-US");
  const left = Object.entries(bad).filter(([, count]) => count > 0);
  return [
    `Spark: ${number(ratings)} ratings by ${number(users)} people of ${number(movies.length)} movies, in ${seconds.toFixed(0)} s`,
    ...left.map(([reason, count]) => `${number(count)} of ${number(rows)} rows left out, ${reason}`),
  ];
}
